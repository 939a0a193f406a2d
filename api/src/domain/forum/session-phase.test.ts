import fc from 'fast-check';
import { acceptEntry } from './accept-entry.js';
import type { EntryPart } from './entry.js';
import {
  FORUM_PHASES,
  hasCome,
  isSignedBy,
  SIGNATURES_NEEDED,
  type ForumPhase,
  type SignerRole,
} from './session-phase.js';

const ROLES = Object.keys(SIGNATURES_NEEDED) as SignerRole[];
const phase = fc.constantFrom(...FORUM_PHASES);
const roles = fc.array(fc.constantFrom(...ROLES), { maxLength: 8 });
const part = fc.constantFrom<EntryPart>('OPEN', 'CLOSE', 'READ_BACK', 'SIGN', 'ATTEND', 'OUTCOME');
const AT = new Date('2026-11-24T13:00:00Z');

/** Where an entry that fits leads to. */
function after(now: ForumPhase, taken: EntryPart): ForumPhase {
  if (taken === 'OPEN') return 'OPEN';
  if (taken === 'CLOSE') return 'CLOSED';
  return taken === 'READ_BACK' ? 'READ_BACK' : now;
}

it('a session has come to each phase up to its own, and to none behind it', () => {
  fc.assert(
    fc.property(phase, phase, (now, to) => {
      expect(hasCome(now, to)).toBe(FORUM_PHASES.indexOf(to) <= FORUM_PHASES.indexOf(now));
    }),
  );
});

it('no entry, whichever come in whatever order, takes a session back', () => {
  fc.assert(
    fc.property(phase, fc.array(part), fc.option(fc.string()), (from, parts, reason) => {
      parts.reduce((now, one) => {
        const fits = acceptEntry(one, AT, reason, { phase: now, signedAt: now === 'SIGNED' ? AT : null });
        if (!fits.ok) return now;
        const next = after(now, one);
        expect(hasCome(next, now)).toBe(true);
        return next;
      }, from);
    }),
  );
});

it('minutes are signed by two for the citizens and one of the office, whatever the order', () => {
  fc.assert(
    fc.property(roles, (signed) => {
      const of = (role: SignerRole) => signed.filter((one) => one === role).length;
      expect(isSignedBy(signed)).toBe(of('CITIZEN') >= 2 && of('OFFICER') >= 1);
      expect(isSignedBy(signed.toReversed())).toBe(isSignedBy(signed));
    }),
  );
});

it('nobody unsigns minutes by signing too', () => {
  fc.assert(
    fc.property(roles, fc.constantFrom(...ROLES), (signed, one) => {
      expect(isSignedBy([...signed, one]) || !isSignedBy(signed)).toBe(true);
    }),
  );
});
