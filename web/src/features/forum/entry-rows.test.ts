import type { Part } from './entry-part.js';
import { entryRows } from './entry-rows.js';
import { foldSession, type ForumEntry } from './fold-session.js';
import { OFFICE, OUTCOME, SESSION } from '../../testing/forum-sessions.js';

const NONE: ReadonlySet<string> = new Set();
const entry = (seq: number, part: Part, change: Partial<ForumEntry> = {}): ForumEntry => ({
  ...{ id: `e${seq}`, account: 'ana', region: '35.78', about: SESSION.id, seq },
  takenAt: `2026-11-24T12:${String(seq).padStart(2, '0')}:00.000Z`,
  ...{ reason: null, part, state: 'WAITING', refusal: null, answeredAt: null },
  ...change,
});
const refusal = (code: string) => ({ code, field: null, message: 'Tidak.', messageEn: 'No.' });
const rows = (entries: readonly ForumEntry[], sending = NONE, session = SESSION) =>
  entryRows(foldSession({ session, units: OFFICE.units, askedAt: 0 }, entries), entries, [], sending);

describe('entryRows', () => {
  it('shows what was written newest first, with how far each has come', () => {
    const entries = [
      entry(1, { open: true }, { state: 'TAKEN', answeredAt: 1 }),
      entry(2, { outcome: OUTCOME }),
      entry(3, { outcome: OUTCOME }),
      entry(4, { outcome: OUTCOME }, { state: 'REFUSED', refusal: refusal('TEXT_TOO_LONG') }),
    ];
    expect(
      rows(entries, new Set(['e3'])).map(({ id, state, outcome }) => [id, state, outcome !== null]),
    ).toEqual([
      ['e4', 'REFUSED', false],
      ['e3', 'SENDING', true],
      ['e2', 'WAITING', true],
      ['e1', 'TAKEN', false],
    ]);
  });
  it('leaves out counts of people, unless one was refused', () => {
    const count = { attend: { group: 'MEN', change: 1 } } as const;
    const bad = { state: 'REFUSED' as const, refusal: refusal('ATTENDANCE_CHANGE') };
    expect(rows([entry(1, count), entry(2, count, bad)]).map(({ id }) => id)).toEqual(['e2']);
  });
  it('sees no trouble where another device was quicker with the same', () => {
    const entries = [entry(1, { close: true }, { state: 'REFUSED', refusal: refusal('SESSION_CLOSED') })];
    expect(rows(entries).map(({ state }) => state)).toEqual(['MERGED']);
  });
  it('puts what others wrote in its place among one’s own', () => {
    const theirs = foldSession({ session: SESSION, units: OFFICE.units, askedAt: 0 }, [
      entry(2, { outcome: OUTCOME }, { id: 'theirs' }),
    ]);
    const own = [entry(1, { outcome: OUTCOME }), entry(3, { outcome: OUTCOME })];
    expect(rows(own, NONE, theirs).map(({ id, state }) => [id, state])).toEqual([
      ['e3', 'WAITING'],
      ['theirs', 'OTHERS'],
      ['e1', 'WAITING'],
    ]);
  });
});
