import { behaviourNote } from './behaviour-note.js';

describe('behaviourNote', () => {
  it('praises, tells, or asks to talk about it, and never blames', () => {
    expect(behaviourNote(1, 'Bertindak proaktif')).toBe('Terlihat jelas: Bertindak proaktif');
    expect(behaviourNote(0, 'Bertindak proaktif')).toBe('Bertindak proaktif');
    expect(behaviourNote(-1, 'Bertindak proaktif')).toBe('Perlu dibicarakan bersama: Bertindak proaktif');
  });
});
