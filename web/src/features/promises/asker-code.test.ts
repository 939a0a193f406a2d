import { codeInHash, readAskerCode } from './asker-code.js';

describe('readAskerCode', () => {
  it.each(['BCDFGHJKLMNP', 'bcdf ghjk lmnp', ' BCDF-GHJK-LMNP ', 'BCDF–GHJK · LMNP'])('reads %j', (typed) => {
    expect(readAskerCode(typed)).toBe('BCDFGHJKLMNP');
  });
  it.each(['', 'BCDF GHJK', 'BCDFGHJKLMNPQ', 'ACDFGHJKLMNP', 'BCDFGHJKLMN1', 'BCDFGHJKLMNÑ'])(
    'does not take %j for one',
    (typed) => {
      expect(readAskerCode(typed)).toBeNull();
    },
  );
});

describe('codeInHash', () => {
  it.each(['#BCDFGHJKLMNP', '#bcdf-ghjk-lmnp', '#BCDF%20GHJK%20LMNP', '#BCDF%2DGHJK%2DLMNP'])(
    'finds the code in %j',
    (hash) => {
      expect(codeInHash(hash)).toEqual({ kind: 'CODE', code: 'BCDFGHJKLMNP' });
    },
  );
  it.each(['', '#', '#content'])('finds nothing in %j', (hash) => {
    expect(codeInHash(hash)).toEqual({ kind: 'NONE' });
  });
  it.each(['#BCDFGHJK', '#%E0%A4%A', '#sessions'])('says that %j is not a whole code', (hash) => {
    expect(codeInHash(hash)).toEqual({ kind: 'BROKEN' });
  });
});
