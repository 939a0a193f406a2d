import fc from 'fast-check';
import { acceptEntry, ENTRY_REFUSALS } from './accept-entry.js';
import type { EntryPart } from './entry.js';
import { FORUM_PHASES } from './session-phase.js';

const SIGNED_AT = new Date('2026-11-24T15:00:00Z');
const WORDS = ['ATTEND', 'OUTCOME', 'REVISE', 'WITHDRAW', 'REPORT', 'START_ITEM', 'END_ITEM'] as const;
const any = {
  part: fc.constantFrom<EntryPart>('OPEN', 'CLOSE', 'READ_BACK', 'SIGN', ...WORDS),
  word: fc.constantFrom<EntryPart>(...WORDS),
  phase: fc.constantFrom(...FORUM_PHASES),
  at: fc.date({ noInvalidDate: true }),
  reason: fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 3_000 }))),
};

it('whatever comes is taken, or refused with a code of the list and words in both languages', () => {
  fc.assert(
    fc.property(
      any.part,
      any.at,
      any.reason,
      any.phase,
      fc.option(any.at),
      (part, at, reason, phase, signedAt) => {
        const answer = acceptEntry(part, at, reason, { phase, signedAt });
        if (answer.ok) return;
        expect(Object.keys(ENTRY_REFUSALS)).toContain(answer.refusal.code);
        expect(answer.refusal.message.id).not.toBe('');
        expect(answer.refusal.message.en).not.toBe('');
      },
    ),
  );
});

it('what was written before the minutes were signed is never too late, with a reason or without', () => {
  const before = fc.date({ max: SIGNED_AT, noInvalidDate: true });
  fc.assert(
    fc.property(any.word, before, any.reason, (part, at, reason) => {
      expect(acceptEntry(part, at, reason, { phase: 'SIGNED', signedAt: SIGNED_AT })).toMatchObject({
        ok: true,
        value: { amends: true },
      });
    }),
  );
});

it('what is written afterwards needs a reason of ten to five hundred characters, as people count them', () => {
  const after = new Date(SIGNED_AT.getTime() + 1);
  const length = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.constantFrom(9, 10, 500, 501));
  fc.assert(
    fc.property(any.word, length, fc.constantFrom('a', 'é', '🙂'), (part, characters, one) => {
      const reason = one.repeat(characters);
      const answer = acceptEntry(part, after, reason, { phase: 'SIGNED', signedAt: SIGNED_AT });
      if (characters >= 10 && characters <= 500) {
        expect(answer).toEqual({ ok: true, value: { amends: true, reason } });
      } else expect(answer).toMatchObject({ refusal: { code: 'SESSION_SIGNED', field: 'reason' } });
    }),
  );
});

it('what is written into a session that is open or closed needs none, and amends nothing', () => {
  const phase = fc.constantFrom('OPEN', 'CLOSED', 'SHARED', 'READ_BACK');
  fc.assert(
    fc.property(any.word, any.at, any.reason, phase, (part, at, reason, now) => {
      expect(acceptEntry(part, at, reason, { phase: now, signedAt: null })).toEqual({
        ok: true,
        value: { amends: false, reason: null },
      });
    }),
  );
});
