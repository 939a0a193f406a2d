import fc from 'fast-check';
import { acceptReport, REPORT_REFUSALS } from './accept-report.js';
import { isSettled, type CommitmentState } from './commitment-clock.js';

const STATES = ['PROMISED', 'STARTED', 'DONE', 'CANNOT'] as const;
const state = fc.constantFrom<CommitmentState>(...STATES);
const note = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom('a', '🙂'), fc.nat(2_100)).map(([one, n]) => one.repeat(n)),
);
const commitment = fc.option(fc.record({ state, withdrawn: fc.boolean() }));

it('whatever is reported is taken, or refused with a code of the list', () => {
  fc.assert(
    fc.property(state, note, commitment, (to, words, one) => {
      const answer = acceptReport({ state: to, note: words }, one);
      if (!answer.ok) expect(Object.keys(REPORT_REFUSALS)).toContain(answer.refusal.code);
    }),
  );
});

it('what was done or given up stays so, and nothing becomes merely promised again', () => {
  fc.assert(
    fc.property(state, note, commitment, (to, words, one) => {
      const answer = acceptReport({ state: to, note: words }, one);
      if (!answer.ok) return;
      expect(isSettled(one!.state)).toBe(false);
      expect(one!.withdrawn).toBe(false);
      expect(answer.value.state).not.toBe('PROMISED');
    }),
  );
});

it('nothing is given up in silence', () => {
  fc.assert(
    fc.property(note, (words) => {
      const answer = acceptReport({ state: 'CANNOT', note: words }, { state: 'STARTED', withdrawn: false });
      if (answer.ok) expect([...answer.value.note!].length).toBeGreaterThanOrEqual(10);
    }),
  );
});

it.each([
  ['of a promise from nowhere', 'DONE', '', null, 'COMMITMENT_UNKNOWN'],
  ['of one that was withdrawn', 'DONE', '', { state: 'STARTED', withdrawn: true }, 'COMMITMENT_UNKNOWN'],
  ['of one that is done', 'STARTED', '', { state: 'DONE', withdrawn: false }, 'COMMITMENT_SETTLED'],
  ['that says nothing', 'PROMISED', '', { state: 'PROMISED', withdrawn: false }, 'REPORT_STATE'],
  ['without a reason', 'CANNOT', 'sulit', { state: 'STARTED', withdrawn: false }, 'REPORT_NOTE_MISSING'],
  ['of five pages', 'DONE', 'a'.repeat(501), { state: 'STARTED', withdrawn: false }, 'REPORT_NOTE_LENGTH'],
] as const)('a report %s is not taken', (_, to, words, one, code) => {
  expect(acceptReport({ state: to, note: words }, one)).toMatchObject({ refusal: { code } });
});
