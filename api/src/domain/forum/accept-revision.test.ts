import fc from 'fast-check';
import { acceptRevision, REVISION_REFUSALS, type OutcomeFound } from './accept-revision.js';

const outcome = fc.option(
  fc.record({
    ...{ withdrawn: fc.boolean(), revision: fc.integer({ min: 1, max: 50 }) },
    state: fc.constantFrom('PROMISED', 'STARTED', 'DONE', 'CANNOT', null),
  }) as fc.Arbitrary<OutcomeFound>,
);
const basedOn = fc.option(fc.oneof(fc.integer({ min: -2, max: 60 }), fc.integer()));

it('whatever it stands on, a change is taken or refused with a code of the list', () => {
  fc.assert(
    fc.property(outcome, basedOn, (one, on) => {
      const answer = acceptRevision(one, on);
      if (!answer.ok) expect(Object.keys(REVISION_REFUSALS)).toContain(answer.refusal.code);
    }),
  );
});

it('of two who change the same, one is next and the other beside, and neither is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (revision) => {
      const found = { withdrawn: false, revision, state: null };
      expect(acceptRevision(found, revision)).toEqual({ ok: true, value: 'NEXT' });
      expect(acceptRevision({ ...found, revision: revision + 1 }, revision)).toEqual({
        ok: true,
        value: 'BESIDE',
      });
    }),
  );
});

it.each([
  ['nothing', null, 1, 'OUTCOME_UNKNOWN'],
  ['what was withdrawn', { withdrawn: true, revision: 1, state: null }, 1, 'OUTCOME_WITHDRAWN'],
  ['what was done', { withdrawn: false, revision: 1, state: 'DONE' }, 1, 'COMMITMENT_SETTLED'],
  ['what is still to come', { withdrawn: false, revision: 1, state: null }, 2, 'OUTCOME_REVISION_UNKNOWN'],
  ['what was before all', { withdrawn: false, revision: 1, state: null }, 0, 'OUTCOME_REVISION_UNKNOWN'],
] as const)('%s is not changed', (_, one, on, code) => {
  expect(acceptRevision(one, on)).toMatchObject({ refusal: { code } });
});
