import fc from 'fast-check';
import { OFFICE, OUTCOME, SESSION } from '../../testing/forum-sessions.js';
import type { Part } from './entry-part.js';
import { foldSession, type ForumEntry } from './fold-session.js';
import { hasCome, type Session } from './forum-session.js';

const ASKED_AT = 100;
const BEGIN = Date.parse('2026-11-24T12:00:00Z');
const nothing = { unit: null, ownerUnit: null, ownerRole: null, dueOn: null, workingDays: null };

/** What somebody does; a change is of the outcome that was written so many before. */
type Deed = { readonly part: Part } | { readonly changes: number; readonly how: 'REVISE' | 'WITHDRAW' };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom<Deed>(
    ...[{ open: true }, { close: true }, { readBack: true }].map((part) => ({ part: part as Part })),
  ),
  fc.constantFrom('a1', 'a2', 'a9').map((item) => ({ part: { startItem: item } })),
  fc.constantFrom('a1', 'a2').map((item) => ({ part: { endItem: item } })),
  fc
    .tuple(fc.constantFrom('MEN', 'WOMEN', 'YOUTH'), fc.constantFrom(1, -1))
    .map(([group, change]) => ({ part: { attend: { group, change } } as Part })),
  fc.string({ minLength: 1 }).map((text) => ({ part: { outcome: { ...OUTCOME, text } } })),
  fc.constantFrom('CITIZEN', 'OFFICER').map((role) => ({
    part: { sign: { role, name: 'Sri', strokes: [], covers: [] } } as Part,
  })),
  fc.record({ changes: fc.nat(5), how: fc.constantFrom('REVISE', 'WITHDRAW') }),
);

/** The entries of a device, as it writes them. */
function written(deeds: readonly Deed[]): ForumEntry[] {
  const said: string[] = [];
  return deeds.flatMap((one, n) => {
    const id = `entry-${n}`;
    if ('part' in one && 'outcome' in one.part) said.push(id);
    const of = 'part' in one ? '' : said.at(-1 - one.changes);
    if (of === undefined) return [];
    const part = 'part' in one ? one.part : changeOf(of, one.how);
    return {
      ...{ id, account: 'ana', region: '35.78', about: SESSION.id, seq: n, reason: null, part },
      ...{ takenAt: new Date(BEGIN + n * 60_000).toISOString(), refusal: null },
      ...{ state: 'WAITING', answeredAt: null },
    } satisfies ForumEntry;
  });
}

function changeOf(outcome: string, how: 'REVISE' | 'WITHDRAW'): Part {
  return how === 'WITHDRAW'
    ? { withdraw: { outcome, why: 'Salah dengar' } }
    : { revise: { outcome, basedOn: 1, text: 'Diubah', ...nothing } };
}

const fold = (entries: readonly ForumEntry[], session: Session = SESSION) =>
  foldSession({ session, units: OFFICE.units, askedAt: ASKED_AT }, entries);
const answered = (entries: readonly ForumEntry[], answeredAt: number) =>
  entries.map((entry) => ({ ...entry, state: 'TAKEN' as const, answeredAt }));
const deeds = fc.array(deed, { maxLength: 40, size: 'max' }).map(written);

it('whenever a device asks the server, it shows the same session', () => {
  fc.assert(
    fc.property(deeds, fc.nat(40), fc.nat(40), (entries, one, other) => {
      const [sent, known] = [Math.max(one, other), Math.min(one, other)];
      // The server knew of some when it was asked, has taken some since, and the rest waits.
      const all = [
        ...answered(entries.slice(0, known), ASKED_AT - 1),
        ...answered(entries.slice(known, sent), ASKED_AT + 1),
        ...entries.slice(sent),
      ];
      expect(fold(all, fold(entries.slice(0, known)))).toEqual(fold(entries));
    }),
  );
});

it('what the server has refused, or puts off, leaves no trace', () => {
  const state = fc.constantFrom('REFUSED', 'PUT_OFF');
  fc.assert(
    fc.property(deeds, deeds, state, (entries, refused, how) => {
      const others = refused.map((entry) => ({
        ...{ ...entry, id: `refused-${entry.id}`, answeredAt: ASKED_AT + 1 },
        state: how as 'REFUSED',
      }));
      expect(fold([...others, ...entries])).toEqual(fold(entries));
    }),
  );
});

it('nothing that is written takes a session back, loses an outcome or counts anybody below none', () => {
  fc.assert(
    fc.property(deeds, (entries) => {
      entries.reduce((before, _, n) => {
        const after = fold(entries.slice(0, n + 1));
        expect(hasCome(after.phase, before.phase)).toBe(true);
        const ids = after.outcomes.map(({ id }) => id);
        expect(ids.slice(0, before.outcomes.length)).toEqual(before.outcomes.map(({ id }) => id));
        expect(Object.values(after.attendance).every((count) => count >= 0)).toBe(true);
        return after;
      }, SESSION);
    }),
  );
});

it('every outcome is there once, in the order in which it was written', () => {
  fc.assert(
    fc.property(deeds, (entries) => {
      const said = entries.flatMap(({ id, part }) => ('outcome' in part ? [id] : []));
      expect(fold(entries).outcomes.map(({ id }) => id)).toEqual(said);
    }),
  );
});
