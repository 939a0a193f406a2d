import {
  acceptWithdrawal,
  WITHDRAWAL_REFUSALS,
  type WithdrawalContext,
  type WithdrawalInput,
  type WithdrawalRefusalCode,
} from './accept-withdrawal.js';

const ORIGINAL = { corrected: false, withdrawn: false, periodOpen: true };
const INPUT: WithdrawalInput = { reason: 'Tercatat pada orang yang salah.' };

function refusalOf(input: Partial<WithdrawalInput>, original: Partial<typeof ORIGINAL> | null = {}) {
  const context: WithdrawalContext = { original: original && { ...ORIGINAL, ...original } };
  const outcome = acceptWithdrawal({ ...INPUT, ...input }, context);
  return outcome.ok ? null : outcome.refusal;
}

it('takes a good withdrawal with its tidied reason', () => {
  expect(acceptWithdrawal({ reason: '  Salah\r\norang. ' }, { original: ORIGINAL })).toEqual({
    ok: true,
    value: { reason: 'Salah\norang.' },
  });
});

it('WI1 the observation to withdraw exists', () => {
  expect(refusalOf({}, null)).toEqual({
    code: 'OBSERVATION_UNKNOWN',
    field: 'observationId',
    mender: 'SENDER',
    message: WITHDRAWAL_REFUSALS.OBSERVATION_UNKNOWN.message,
  });
});

it('WI2 what counts no more is not withdrawn', () => {
  expect(refusalOf({}, { corrected: true })).toMatchObject({
    code: 'ALREADY_CORRECTED',
    field: 'observationId',
    message: WITHDRAWAL_REFUSALS.ALREADY_CORRECTED.message,
  });
  expect(refusalOf({}, { withdrawn: true })).toMatchObject({
    code: 'ALREADY_WITHDRAWN',
    field: 'observationId',
  });
});

it('WI3 nothing is withdrawn from a closed period', () => {
  expect(refusalOf({}, { periodOpen: false })).toMatchObject({
    code: 'PERIOD_CLOSED',
    field: 'observationId',
    mender: 'REGIONAL_HR',
  });
});

it('WI4 a withdrawal says why', () => {
  for (const reason of ['', 'salah org', `${' '.repeat(20)}salah`, '🙂'.repeat(9)]) {
    expect(refusalOf({ reason })).toMatchObject({
      code: 'CORRECTION_REASON_MISSING',
      field: 'reason',
      message: WITHDRAWAL_REFUSALS.CORRECTION_REASON_MISSING.message,
    });
  }
  for (const reason of ['salah orang', 'x'.repeat(10), '🙂'.repeat(10), 'x'.repeat(2000)]) {
    expect(refusalOf({ reason })).toBeNull();
  }
  expect(refusalOf({ reason: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'reason' });
  expect(refusalOf({ reason: 'salah orang\0' })).toMatchObject({ code: 'NOTE_UNREADABLE', field: 'reason' });
});

it('WI5 of several troubles the first is told', () => {
  const troubles: readonly [WithdrawalRefusalCode, string, Partial<typeof ORIGINAL> | null][] = [
    ['OBSERVATION_UNKNOWN', 'salah', null],
    ['ALREADY_CORRECTED', 'salah', { corrected: true, withdrawn: true, periodOpen: false }],
    ['ALREADY_WITHDRAWN', 'salah', { withdrawn: true, periodOpen: false }],
    ['PERIOD_CLOSED', 'salah', { periodOpen: false }],
    ['NOTE_TOO_LONG', '\0'.repeat(2001), {}],
    ['NOTE_UNREADABLE', '\0', {}],
    ['CORRECTION_REASON_MISSING', 'salah', {}],
  ];
  expect(troubles.map(([code]) => code)).toEqual(Object.keys(WITHDRAWAL_REFUSALS));
  expect(troubles.map(([, reason, original]) => refusalOf({ reason }, original)?.code)).toEqual(
    troubles.map(([code]) => code),
  );
});
