import type { Part } from './entry-part.js';
import { foldSession, type ForumEntry } from './fold-session.js';
import { OFFICE, OUTCOME, SESSION } from '../../testing/forum-sessions.js';

const T = (minute: number) => `2026-11-24T12:${String(minute).padStart(2, '0')}:00.000Z`;
let seq = 0;
const entry = (part: Part, change: Partial<ForumEntry> = {}): ForumEntry => {
  seq += 1;
  return {
    ...{ id: `entry-${seq}`, account: 'ana', region: '35.78', about: SESSION.id, seq, takenAt: T(seq % 60) },
    ...{ reason: null, part, state: 'WAITING', refusal: null, answeredAt: null },
    ...change,
  };
};
const fold = (entries: readonly ForumEntry[], session = SESSION, askedAt = 10) =>
  foldSession({ session, units: OFFICE.units, askedAt }, entries);
const said = (text: string) => ({ outcome: { ...OUTCOME, text } });

describe('foldSession', () => {
  beforeEach(() => {
    seq = 0;
  });

  it('adds what the server could not know of, and nothing twice', () => {
    const answered = { state: 'TAKEN' as const };
    const session = fold([
      entry({ attend: { group: 'MEN', change: 1 } }, { ...answered, answeredAt: 9 }),
      entry({ attend: { group: 'MEN', change: 1 } }, { ...answered, answeredAt: 11 }),
      entry({ attend: { group: 'MEN', change: 1 } }),
      entry({ attend: { group: 'MEN', change: 1 } }, { state: 'REFUSED', answeredAt: 11 }),
      entry({ attend: { group: 'MEN', change: 1 } }, { state: 'PUT_OFF', answeredAt: 11 }),
      entry({ attend: { group: 'WOMEN', change: -1 } }),
    ]);
    expect(session.attendance).toEqual({ MEN: 6, WOMEN: 0 });
  });
  it('opens, closes, is read back and signed by two citizens and an officer', () => {
    const sign = (role: 'CITIZEN' | 'OFFICER', name: string) =>
      entry({ sign: { role, name, strokes: [], covers: [] } });
    const steps = [
      entry({ open: true }),
      entry({ close: true }),
      entry({ readBack: true }),
      sign('CITIZEN', 'Sri'),
      sign('OFFICER', 'Budi'),
      sign('CITIZEN', 'Harun'),
    ];
    const phases = steps.map((_, n) => fold(steps.slice(0, n + 1)).phase);
    expect(phases).toEqual(['OPEN', 'CLOSED', 'READ_BACK', 'READ_BACK', 'READ_BACK', 'SIGNED']);
    expect(fold(steps).signatures.map(({ name }) => name)).toEqual(['Sri', 'Budi', 'Harun']);
  });
  it('does nothing out of its turn', () => {
    expect(fold([entry({ close: true }), entry({ readBack: true })]).phase).toBe('PLANNED');
    const open = { ...SESSION, phase: 'OPEN' as const, openedAt: T(1) };
    expect(fold([entry({ open: true })], open).openedAt).toBe(T(1));
  });
  it('shows an outcome with the names of its units, a promise with who owns it', () => {
    const [unit] = OFFICE.units;
    const { outcomes } = fold([
      entry({ outcome: { ...OUTCOME, unit: unit.id } }),
      entry({ outcome: { ...OUTCOME, kind: 'COMMITMENT', ownerUnit: unit.id, workingDays: 10 } }),
    ]);
    expect(outcomes.map(({ unit, promise }) => [unit, promise])).toEqual([
      [unit, null],
      [null, { ownerUnit: unit, ownerRole: null, dueOn: null, workingDays: 10 }],
    ]);
  });
  it('shows an outcome once where the answer to it was lost', () => {
    const one = entry(said('Lampu'));
    const known = { ...SESSION, outcomes: fold([one]).outcomes };
    expect(fold([one], known).outcomes).toHaveLength(1);
  });
  it('lets a change of what was on the screen take its place, and keeps one of something older beside it', () => {
    const nothing = { unit: null, ownerUnit: null, ownerRole: null, dueOn: null, workingDays: null };
    const first = entry(said('Lampu mati'));
    const change = (basedOn: number, text: string) =>
      entry({ revise: { outcome: first.id, basedOn, text, ...nothing } });
    const changed = fold([first, change(1, 'Lampu padam')]).outcomes[0];
    expect(changed).toMatchObject({ text: 'Lampu padam', revision: 2, disputed: false });
    const both = fold([first, change(1, 'Lampu padam'), change(1, 'Lampu rusak')]).outcomes[0];
    expect(both).toMatchObject({ text: 'Lampu padam', revision: 2, disputed: true });
    expect(both?.alternatives).toEqual([{ text: 'Lampu rusak' }]);
    const chosen = fold([
      first,
      change(1, 'Lampu padam'),
      change(1, 'Lampu rusak'),
      change(2, 'Lampu rusak'),
    ]);
    expect(chosen.outcomes[0]).toMatchObject({ text: 'Lampu rusak', revision: 3, disputed: false });
  });
  it('keeps what was withdrawn, and says so', () => {
    const first = entry(said('Salah dengar'));
    const { outcomes } = fold([first, entry({ withdraw: { outcome: first.id, why: 'Salah dengar' } })]);
    expect(outcomes.map(({ withdrawn }) => withdrawn)).toEqual([true]);
  });
  it('times the agenda, and notes what became of promises', () => {
    const [item] = SESSION.agenda;
    const [promise] = SESSION.lastPromises;
    const session = fold([
      entry({ startItem: item!.id }),
      entry({ startItem: item!.id }),
      entry({ endItem: item!.id }),
      entry({ report: { commitment: promise!.id, state: 'DONE', note: '' } }),
    ]);
    expect(session.agenda[0]).toMatchObject({ startedAt: T(1), endedAt: T(3) });
    expect(session.lastPromises[0]).toMatchObject({ state: 'DONE', note: null });
  });
});
