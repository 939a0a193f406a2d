import fc from 'fast-check';
import { acceptReport, REPORT_REFUSALS, type Report, type Reported } from './accept-report.js';
import { isSettled, type CommitmentState } from './commitment-clock.js';

const promise: Reported = { id: 'lampu', state: 'PROMISED', withdrawn: false };
const done: Report = { state: 'DONE', note: ' Enam lampu menyala. ', photo: null };
const codeOf = (outcome: ReturnType<typeof acceptReport>) => (outcome.ok ? null : outcome.refusal.code);

describe('a report', () => {
  it('is taken with its picture, or without one', () => {
    const kept = { state: 'DONE', note: 'Enam lampu menyala.' };
    expect(acceptReport(done, promise, null)).toMatchObject({ ok: true, value: { ...kept, photoId: null } });
    const shown = acceptReport({ ...done, photo: 'foto' }, promise, { commitmentId: 'lampu' });
    expect(shown).toMatchObject({ ok: true, value: { ...kept, photoId: 'foto' } });
  });

  it.each([
    ['has not come in', null],
    ['is of a session', {}],
    ['is of a session, and of no promise', { commitmentId: null }],
    ['is of another promise', { commitmentId: 'saluran' }],
  ])('names no picture that %s', (_, picture) => {
    expect(codeOf(acceptReport({ ...done, photo: 'foto' }, promise, picture))).toBe('REPORT_PHOTO_UNKNOWN');
  });

  it('is of a promise that is there and under way, whatever picture it names', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom('lampu', 'saluran').map((commitmentId) => ({ commitmentId }))),
        fc.option(fc.constant('foto')),
        (picture, photo) => {
          const report = { ...done, photo };
          expect(codeOf(acceptReport(report, null, picture))).toBe('COMMITMENT_UNKNOWN');
          expect(codeOf(acceptReport(report, { ...promise, withdrawn: true }, picture))).toBe(
            'COMMITMENT_UNKNOWN',
          );
          for (const state of ['DONE', 'CANNOT'] as const) {
            expect(codeOf(acceptReport(report, { ...promise, state }, picture))).toBe('COMMITMENT_SETTLED');
          }
        },
      ),
    );
  });

  it('that it cannot be done needs its reason, with a picture too', () => {
    const cannot = { state: 'CANNOT', note: 'Tidak.', photo: 'foto' } as const;
    expect(codeOf(acceptReport(cannot, promise, { commitmentId: 'lampu' }))).toBe('REPORT_NOTE_MISSING');
  });
});

const STATES = ['PROMISED', 'STARTED', 'DONE', 'CANNOT'] as const;
const state = fc.constantFrom<CommitmentState>(...STATES);
const note = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom('a', '🙂'), fc.nat(2_100)).map(([one, n]) => one.repeat(n)),
);
const commitment = fc.option(fc.record({ id: fc.constant('lampu'), state, withdrawn: fc.boolean() }));

it('whatever is reported is taken, or refused with a code of the list', () => {
  fc.assert(
    fc.property(state, note, commitment, (to, words, one) => {
      const answer = acceptReport({ state: to, note: words, photo: null }, one, null);
      if (!answer.ok) expect(Object.keys(REPORT_REFUSALS)).toContain(answer.refusal.code);
    }),
  );
});

it('what was done or given up stays so, and nothing becomes merely promised again', () => {
  fc.assert(
    fc.property(state, note, commitment, (to, words, one) => {
      const answer = acceptReport({ state: to, note: words, photo: null }, one, null);
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
      const answer = acceptReport(
        { state: 'CANNOT', note: words, photo: null },
        { ...promise, state: 'STARTED' },
        null,
      );
      if (answer.ok) expect([...answer.value.note!].length).toBeGreaterThanOrEqual(10);
    }),
  );
});

it.each([
  ['of a promise from nowhere', 'DONE', '', null, 'COMMITMENT_UNKNOWN'],
  [
    'of one that was withdrawn',
    'DONE',
    '',
    { id: 'lampu', state: 'STARTED', withdrawn: true },
    'COMMITMENT_UNKNOWN',
  ],
  [
    'of one that is done',
    'STARTED',
    '',
    { id: 'lampu', state: 'DONE', withdrawn: false },
    'COMMITMENT_SETTLED',
  ],
  ['that says nothing', 'PROMISED', '', { id: 'lampu', state: 'PROMISED', withdrawn: false }, 'REPORT_STATE'],
  [
    'without a reason',
    'CANNOT',
    'sulit',
    { id: 'lampu', state: 'STARTED', withdrawn: false },
    'REPORT_NOTE_MISSING',
  ],
  [
    'of five pages',
    'DONE',
    'a'.repeat(501),
    { id: 'lampu', state: 'STARTED', withdrawn: false },
    'REPORT_NOTE_LENGTH',
  ],
] as const)('a report %s is not taken', (_, to, words, one, code) => {
  expect(acceptReport({ state: to, note: words, photo: null }, one, null)).toMatchObject({
    refusal: { code },
  });
});
