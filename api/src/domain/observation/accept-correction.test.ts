import { amount } from '../amount.js';
import {
  acceptCorrection,
  CORRECTION_REFUSALS,
  type CorrectionContext,
  type CorrectionInput,
  type CorrectionRefusalCode,
} from './accept-correction.js';
import { OBSERVATION_REFUSALS } from './accept-observation.js';

const ORIGINAL = {
  corrected: false,
  withdrawn: false,
  value: amount('34'),
  observedAt: new Date('2026-11-24T02:30:00Z'),
  note: 'Antrean pagi',
  periodOpen: true,
};

const INPUT: CorrectionInput = {
  value: '17',
  observedAt: ORIGINAL.observedAt,
  note: ORIGINAL.note,
  reason: 'Salah baca layar mesin antrean.',
  behaviour: null,
};

const CONTEXT: CorrectionContext = {
  employee: { active: true },
  indicator: { lowest: 0n, highest: amount('480'), coreValue: null },
  period: { startsOn: '2026-11-01', endsOn: '2026-11-30', open: true },
  planned: true,
  observer: null,
  now: new Date('2026-12-02T03:00:00Z'),
  original: ORIGINAL,
};

function refusalOf(input: Partial<CorrectionInput>, context: Partial<CorrectionContext> = {}) {
  const outcome = acceptCorrection({ ...INPUT, ...input }, { ...CONTEXT, ...context });
  return outcome.ok ? null : outcome.refusal;
}

it('takes a good correction with its tidied reason', () => {
  expect(acceptCorrection({ ...INPUT, reason: '  Salah baca\r\nlayar. ' }, CONTEXT)).toEqual({
    ok: true,
    value: {
      value: amount('17'),
      observedAt: INPUT.observedAt,
      note: INPUT.note,
      reason: 'Salah baca\nlayar.',
      behaviour: null,
    },
  });
});

it('CO1 the observation to correct exists', () => {
  expect(refusalOf({}, { original: null })).toMatchObject({
    code: 'OBSERVATION_UNKNOWN',
    field: 'observationId',
  });
});

it('CO2 an observation is corrected once', () => {
  expect(refusalOf({}, { original: { ...ORIGINAL, corrected: true } })?.code).toBe('ALREADY_CORRECTED');
});

it('CO3 a correction says why', () => {
  for (const reason of ['', 'salah', `${' '.repeat(20)}salah`, '🙂'.repeat(9)]) {
    expect(refusalOf({ reason })).toMatchObject({ code: 'CORRECTION_REASON_MISSING', field: 'reason' });
  }
  expect(refusalOf({ reason: 'salah tanggal' })).toBeNull();
  expect(refusalOf({ reason: '🙂'.repeat(10) })).toBeNull();
  expect(refusalOf({ reason: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'reason' });
  expect(refusalOf({ reason: 'salah tanggal\0' })).toMatchObject({
    code: 'NOTE_UNREADABLE',
    field: 'reason',
  });
});

it('CO4 a correction changes something', () => {
  const same = { value: '34.0', observedAt: new Date(ORIGINAL.observedAt), note: ' Antrean pagi\r\n' };
  expect(refusalOf(same)).toMatchObject({ code: 'CORRECTION_CHANGES_NOTHING', field: null });
  expect(refusalOf({ ...same, value: '34.000001' })).toBeNull();
  expect(refusalOf({ ...same, observedAt: new Date('2026-11-24T02:30:00.001Z') })).toBeNull();
  expect(refusalOf({ ...same, note: null })).toBeNull();
});

it('CO5 a correction is an observation', () => {
  expect(
    refusalOf({ value: '130' }, { indicator: { lowest: 0n, highest: amount('100'), coreValue: null } })?.code,
  ).toBe('VALUE_OUT_OF_RANGE');
  const troubles: Partial<Record<CorrectionRefusalCode, ReturnType<typeof refusalOf>>> = {
    EMPLOYEE_UNKNOWN: refusalOf({}, { employee: null }),
    INDICATOR_UNKNOWN: refusalOf({}, { indicator: null }),
    VALUE_NOT_DECIMAL: refusalOf({ value: '17,5' }),
    VALUE_TOO_MANY_DIGITS: refusalOf({ value: '0.1234567' }),
    VALUE_OUT_OF_RANGE: refusalOf({ value: '481' }),
    VALUE_NOT_ON_SCALE: refusalOf(
      { value: '0.5' },
      { indicator: { lowest: null, highest: null, coreValue: 'LOYAL' } },
    ),
    BEHAVIOUR_UNKNOWN: refusalOf({ behaviour: 'AKH-1.1' }),
    OBSERVER_UNKNOWN: refusalOf({}, { observer: { known: false, isTheEmployee: false } }),
    OBSERVED_BY_ONESELF: refusalOf(
      { value: '1' },
      {
        indicator: { lowest: null, highest: null, coreValue: 'LOYAL' },
        observer: { known: true, isTheEmployee: true },
      },
    ),
    OBSERVED_IN_FUTURE: refusalOf({ observedAt: new Date('2027-01-01') }),
    PERIOD_UNKNOWN: refusalOf({}, { period: null }),
    PERIOD_CLOSED: refusalOf({}, { period: { ...CONTEXT.period!, open: false } }),
    INDICATOR_NOT_PLANNED: refusalOf({}, { planned: false }),
    NOTE_TOO_LONG: refusalOf({ note: 'x'.repeat(2001) }),
    NOTE_UNREADABLE: refusalOf({ note: '\0' }),
  };
  const codes = Object.entries(troubles).map(([expected, refusal]) => [expected, refusal?.code]);
  const { EMPLOYEE_INACTIVE: _allowed, ...rest } = OBSERVATION_REFUSALS;
  expect(codes).toEqual(Object.keys(rest).map((code) => [code, code]));
});

it('CO8 what was withdrawn is not corrected', () => {
  expect(refusalOf({}, { original: { ...ORIGINAL, withdrawn: true } })).toMatchObject({
    code: 'ALREADY_WITHDRAWN',
    field: 'observationId',
  });
});

it('CO6 the moment may move to another open period', () => {
  const october = {
    period: { startsOn: '2026-10-01', endsOn: '2026-10-31', open: true },
    observedAt: new Date('2026-10-30T02:00:00Z'),
  };
  const moved = (period: CorrectionContext['period'], original: CorrectionContext['original']) =>
    refusalOf({ observedAt: october.observedAt }, { period, original })?.code ?? null;
  expect(moved(october.period, ORIGINAL)).toBeNull();
  expect(moved({ ...october.period, open: false }, ORIGINAL)).toBe('PERIOD_CLOSED');
  expect(moved(october.period, { ...ORIGINAL, periodOpen: false })).toBe('PERIOD_CLOSED');
});

it('CO7 the record of a person who left is still put right', () => {
  expect(refusalOf({}, { employee: { active: false } })).toBeNull();
});

it('its list holds the five codes of its own beside those of an observation', () => {
  const own = Object.keys(CORRECTION_REFUSALS).filter((code) => !(code in OBSERVATION_REFUSALS));
  expect(own).toEqual([
    'OBSERVATION_UNKNOWN',
    'ALREADY_CORRECTED',
    'ALREADY_WITHDRAWN',
    'CORRECTION_REASON_MISSING',
    'CORRECTION_CHANGES_NOTHING',
  ]);
});
