import { OUTCOME, SESSION } from '../../testing/forum-sessions.js';
import { askedIn } from './asked-in.js';
import type { ForumEntry } from './fold-session.js';
import { foldSession } from './fold-session.js';
import type { OutcomePart } from './entry-part.js';

const entry = (seq: number, part: ForumEntry['part']): ForumEntry => ({
  ...{ id: `e${seq}`, account: 'ana', region: '35.78', about: SESSION.id, seq, part, reason: null },
  ...{ takenAt: '2026-11-24T12:00:00.000Z', state: 'WAITING', refusal: null, answeredAt: null },
});
const said = (seq: number, part: Partial<OutcomePart>) => entry(seq, { outcome: { ...OUTCOME, ...part } });
const asked = (entries: readonly ForumEntry[]) =>
  askedIn(foldSession({ session: SESSION, units: [], askedAt: 0 }, entries)).map(({ id, answered }) => [
    id,
    answered,
  ]);

describe('askedIn', () => {
  it('gives what was brought up, before the network is back too, without what nobody waits for', () => {
    const entries = [
      said(1, { kind: 'ISSUE' }),
      said(2, { kind: 'PRAISE' }),
      said(3, { kind: 'QUESTION' }),
      said(4, { kind: 'PROPOSAL' }),
      entry(5, { withdraw: { outcome: 'e4', why: 'Salah dengar' } }),
    ];
    expect(asked(entries)).toEqual([
      ['e1', false],
      ['e3', false],
    ]);
  });
  it('puts what is answered already last; an answer that was withdrawn is none', () => {
    const entries = [
      said(1, { kind: 'ISSUE' }),
      said(2, { kind: 'QUESTION' }),
      said(3, { kind: 'DECISION', answers: 'e1' }),
    ];
    expect(asked(entries)).toEqual([
      ['e2', false],
      ['e1', true],
    ]);
    const withdrawn = entry(4, { withdraw: { outcome: 'e3', why: 'Salah dengar' } });
    expect(asked([...entries, withdrawn])).toEqual([
      ['e1', false],
      ['e2', false],
    ]);
  });
});
