import fc from 'fast-check';
import type { CommitmentChanged } from '../facts.js';
import { tellCommitment } from './tell-commitment.js';

const REASONS = ['MADE', 'CHANGED', 'REPORTED', 'LATE', 'ESCALATED', 'WITHDRAWN'] as const;
const STATES = ['PROMISED', 'STARTED', 'DONE', 'CANNOT'] as const;
/** Posts and people are never told of. */
const ROLE = 'Kasi Pembangunan';

const changed = (
  text: string,
  because: CommitmentChanged['because'],
  change: { state?: (typeof STATES)[number]; kept?: CommitmentChanged['kept'] } = {},
): CommitmentChanged => ({
  ...{ kind: 'CommitmentChanged', because, kept: change.kept ?? null, at: new Date('2026-11-24T13:00:00Z') },
  commitment: {
    ...{ id: 'c', sessionId: 's', seriesId: 'f', unitId: 'u', unitName: 'Kelurahan Kalijudan', text },
    ...{ ownerRole: ROLE, promisedOn: '2026-11-24', dueOn: '2026-12-01', settledOn: null, escalated: 0 },
    ...{ state: change.state ?? 'PROMISED', withdrawn: false, movedAt: '2026-11-24T13:00:00Z' },
  },
});
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1_000, size: 'max' }),
  fc
    .array(fc.constantFrom('a', ' ', 'é', '🙂', '👩‍👩‍👧'), { minLength: 1, maxLength: 300, size: 'max' })
    .map((all) => all.join('')),
);

it('a promise in any words is told in both languages, with its unit, as whole characters, and without a person', () => {
  const because = fc.constantFrom('MADE', 'LATE', 'ESCALATED', 'REPORTED');
  fc.assert(
    fc.property(words, because, fc.constantFrom(...STATES), (text, why, state) => {
      const told = tellCommitment(changed(text, why, { state }));
      for (const sentence of [told!.sentence.id, told!.sentence.en]) {
        expect(sentence).toContain('Kelurahan Kalijudan');
        expect(sentence).not.toContain(ROLE);
        expect(sentence.isWellFormed()).toBe(true);
        expect([...sentence].length).toBeLessThan(240);
      }
    }),
  );
});

it('a short promise is told whole, a long one is cut and says so', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.constantFrom('a', '🙂'), (length, one) => {
      const { sentence } = tellCommitment(changed(one.repeat(length), 'MADE'))!;
      expect(sentence.id.includes('…')).toBe(length > 110);
      expect([...sentence.id].filter((what) => what === one).length).toBeGreaterThanOrEqual(
        Math.min(length, 109),
      );
    }),
  );
});

it.each(REASONS)('%s is told, or not, whatever state it is in', (because) => {
  for (const state of STATES) {
    const isSilent = because === 'CHANGED' || because === 'WITHDRAWN';
    expect(tellCommitment(changed('Lampu jalan', because, { state })) === null).toBe(isSilent);
  }
});

it('keeping a promise in time is told as such, and later as what it is', () => {
  const done = (kept: '100' | null) =>
    tellCommitment(changed('Lampu jalan', 'REPORTED', { state: 'DONE', kept }))!.sentence.id;
  expect(done('100')).toBe('Kelurahan Kalijudan menepati janji tepat waktu: «Lampu jalan»');
  expect(done(null)).toBe('Kelurahan Kalijudan menyelesaikan janji: «Lampu jalan»');
});
