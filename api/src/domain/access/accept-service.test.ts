import { assert, integer, property } from 'fast-check';
import { acceptOverlap, acceptService, type ServiceTerms } from './accept-service.js';

const NOW = new Date('2026-11-24T05:00:00Z');
const DAY = 24 * 60 * 60_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

const codeOf = (changed: Partial<ServiceTerms>) => {
  const terms: ServiceTerms = { scopes: ['UNITS'], expiresAt: after(DAY), quotaPerHour: 1_000 };
  const outcome = acceptService({ ...terms, ...changed }, NOW);
  return outcome.ok ? 'taken' : outcome.refusal.code;
};

it('AC20 a service ends after 400 days at most', () => {
  expect(codeOf({ expiresAt: after(1) })).toBe('taken');
  expect(codeOf({ expiresAt: after(400 * DAY) })).toBe('taken');
  expect(codeOf({ expiresAt: after(400 * DAY + 1) })).toBe('EXPIRY_TOO_FAR');
  expect(codeOf({ expiresAt: NOW })).toBe('EXPIRY_PAST');
  expect(codeOf({ expiresAt: after(-DAY) })).toBe('EXPIRY_PAST');
});

it('AC21 a service may do what it is told and so often', () => {
  expect(codeOf({ scopes: [] })).toBe('SCOPES_MISSING');
  expect(codeOf({ quotaPerHour: 1 })).toBe('taken');
  expect(codeOf({ quotaPerHour: 1_000_000 })).toBe('taken');
  for (const quotaPerHour of [0, -1, 1_000_001, 0.5, Number.NaN]) {
    expect(codeOf({ quotaPerHour })).toBe('QUOTA_RANGE');
  }
  const taken = acceptService(
    { scopes: ['NIP', 'UNITS', 'NIP'], expiresAt: after(DAY), quotaPerHour: 1 },
    NOW,
  );
  expect(taken).toMatchObject({ value: { scopes: ['NIP', 'UNITS'] } });
});

it('AC22 a token is changed for another without a gap', () => {
  expect(acceptOverlap(0, NOW)).toEqual({ ok: true, value: null });
  expect(acceptOverlap(48, NOW)).toEqual({ ok: true, value: after(2 * DAY) });
  expect(acceptOverlap(168, NOW)).toEqual({ ok: true, value: after(7 * DAY) });
  for (const hours of [-1, 169, 0.5, Number.NaN]) {
    expect(acceptOverlap(hours, NOW)).toMatchObject({ refusal: { code: 'OVERLAP_RANGE' } });
  }
});

it('an old token never outlives its overlap, whatever is asked for', () => {
  assert(
    property(integer(), (hours) => {
      const taken = acceptOverlap(hours, NOW);
      if (taken.ok && taken.value !== null) {
        expect(taken.value.getTime()).toBeGreaterThan(NOW.getTime());
        expect(taken.value.getTime()).toBeLessThanOrEqual(after(7 * DAY).getTime());
      }
    }),
  );
});
