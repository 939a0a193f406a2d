import { amount } from '../amount.js';
import {
  acceptObservation,
  OBSERVATION_REFUSALS,
  type ObservationContext,
  type ObservationInput,
  type ObservationRefusalCode,
} from './accept-observation.js';

const INPUT: ObservationInput = {
  value: '17',
  observedAt: new Date('2026-11-24T02:30:00Z'),
  note: 'Antrean pagi, dua loket buka.',
  behaviour: null,
};

const CONTEXT: ObservationContext = {
  employee: { active: true },
  indicator: { lowest: 0n, highest: amount('480'), coreValue: null },
  period: { startsOn: '2026-11-01', endsOn: '2026-11-30', open: true },
  planned: true,
  observer: null,
  now: new Date('2026-11-24T03:00:00Z'),
};

/** The refusal of an otherwise good observation. */
function refusalOf(input: Partial<ObservationInput>, context: Partial<ObservationContext> = {}) {
  const outcome = acceptObservation({ ...INPUT, ...input }, { ...CONTEXT, ...context });
  return outcome.ok ? null : outcome.refusal;
}

it('takes a good observation as it is', () => {
  expect(acceptObservation(INPUT, CONTEXT)).toEqual({
    ok: true,
    value: { value: amount('17'), observedAt: INPUT.observedAt, note: INPUT.note, behaviour: null },
  });
});

it('OB1 the employee exists and is active', () => {
  expect(refusalOf({}, { employee: null })).toMatchObject({ code: 'EMPLOYEE_UNKNOWN', field: 'employeeId' });
  expect(refusalOf({}, { employee: { active: false } })).toMatchObject({
    code: 'EMPLOYEE_INACTIVE',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
  });
});

it('OB2 the indicator exists', () => {
  expect(refusalOf({}, { indicator: null })).toMatchObject({
    code: 'INDICATOR_UNKNOWN',
    field: 'indicatorId',
  });
});

it('OB3 the value is a canonical decimal', () => {
  expect(refusalOf({ value: '17,5' })).toMatchObject({
    code: 'VALUE_NOT_DECIMAL',
    field: 'value',
    mender: 'SENDER',
    message: { en: 'The value "17,5" is not a decimal number. If it means 17.5, write 17.5.' },
  });
  expect(refusalOf({ value: '0.1234567' })).toMatchObject({ code: 'VALUE_TOO_MANY_DIGITS', field: 'value' });
});

it('OB4 the value can be a value of the indicator', () => {
  const percentage = { indicator: { lowest: 0n, highest: amount('100'), coreValue: null } };
  expect(refusalOf({ value: '100' }, percentage)).toBeNull();
  expect(refusalOf({ value: '0' }, percentage)).toBeNull();
  expect(refusalOf({ value: '100.000001' }, percentage)).toMatchObject({
    code: 'VALUE_OUT_OF_RANGE',
    field: 'value',
    message: { id: 'Nilai 100.000001 di luar batas indikator: 0 sampai 100. Periksa angka dan satuannya.' },
  });
  expect(
    refusalOf({ value: '-1' }, { indicator: { lowest: 0n, highest: null, coreValue: null } })?.message.en,
  ).toContain('at least 0.');
  expect(
    refusalOf({ value: '5' }, { indicator: { lowest: null, highest: amount('4'), coreValue: null } })?.message
      .id,
  ).toContain('paling tinggi 4.');
  expect(
    refusalOf({ value: '-999999999999' }, { indicator: { lowest: null, highest: null, coreValue: null } }),
  ).toBeNull();
});

it('OB5 nothing is observed in the future', () => {
  const now = new Date('2026-11-24T03:00:00Z');
  expect(refusalOf({ observedAt: new Date('2026-11-24T03:05:00Z') }, { now })).toBeNull();
  expect(refusalOf({ observedAt: new Date('2026-11-24T03:05:00.001Z') }, { now })).toMatchObject({
    code: 'OBSERVED_IN_FUTURE',
    field: 'observedAt',
    message: {
      id: 'Waktu pengamatan belum tiba; di server sekarang 2026-11-24 10:00 WIB. Perbaiki waktunya atau jam perangkat Anda.',
    },
  });
});

it('OB6 the day in Asia/Jakarta decides the period', () => {
  const now = new Date('2026-12-05T00:00:00Z');
  expect(refusalOf({ observedAt: new Date('2026-11-30T16:59:59Z') }, { now })).toBeNull();
  expect(refusalOf({ observedAt: new Date('2026-10-31T17:00:00Z') }, { now })).toBeNull();
  for (const outside of ['2026-11-30T17:00:00Z', '2026-10-31T16:59:59Z']) {
    expect(refusalOf({ observedAt: new Date(outside) }, { now })?.code).toBe('PERIOD_UNKNOWN');
  }
  expect(refusalOf({}, { period: null })).toMatchObject({
    code: 'PERIOD_UNKNOWN',
    field: 'observedAt',
    message: {
      en: 'No period holds 2026-11-24. Check the day; if it is right, ask regional HR to open the period.',
    },
  });
});

it('OB7 a closed period takes nothing more', () => {
  const period = { startsOn: '2026-11-01', endsOn: '2026-11-30', open: false };
  expect(refusalOf({}, { period })).toMatchObject({ code: 'PERIOD_CLOSED', mender: 'REGIONAL_HR' });
});

it('OB8 only what was planned is measured', () => {
  expect(refusalOf({}, { planned: false })).toMatchObject({
    code: 'INDICATOR_NOT_PLANNED',
    mender: 'UNIT_ADMIN',
  });
});

const BEHAVIOUR = {
  indicator: { lowest: amount('-1'), highest: amount('1'), coreValue: 'HARMONIS' as const },
};

it('OB12 behaviour is below, at or above what is expected, and nothing between', () => {
  for (const value of ['-1', '0', '1', '1.000']) expect(refusalOf({ value }, BEHAVIOUR)).toBeNull();
  expect(refusalOf({ value: '0.5' }, BEHAVIOUR)).toMatchObject({
    code: 'VALUE_NOT_ON_SCALE',
    field: 'value',
  });
  expect(refusalOf({ value: '2' }, BEHAVIOUR)?.code).toBe('VALUE_OUT_OF_RANGE');
  expect(refusalOf({ value: '0.5' })).toBeNull();
});

it('OB13 the behaviour named belongs to the core value', () => {
  const seen = { value: '1', behaviour: 'AKH-4.3' };
  const outcome = acceptObservation({ ...INPUT, ...seen }, { ...CONTEXT, ...BEHAVIOUR });
  expect(outcome.ok && outcome.value.behaviour).toBe('AKH-4.3');
  for (const behaviour of ['AKH-4.4', 'AKH-5.1', '']) {
    expect(refusalOf({ value: '1', behaviour }, BEHAVIOUR)).toMatchObject({
      code: 'BEHAVIOUR_UNKNOWN',
      field: 'behaviour',
    });
  }
  expect(refusalOf({ behaviour: 'AKH-4.3' })?.code).toBe('BEHAVIOUR_UNKNOWN');
});

it('OB14 behaviour is observed by somebody else', () => {
  const observer = { known: true, isTheEmployee: true };
  expect(refusalOf({ value: '1' }, { ...BEHAVIOUR, observer })).toMatchObject({
    code: 'OBSERVED_BY_ONESELF',
    field: 'observerId',
  });
  expect(refusalOf({}, { observer })).toBeNull();
  expect(
    refusalOf({ value: '1' }, { ...BEHAVIOUR, observer: { known: true, isTheEmployee: false } }),
  ).toBeNull();
  expect(refusalOf({}, { observer: { known: false, isTheEmployee: false } })?.code).toBe('OBSERVER_UNKNOWN');
});

it('refuses what a note may not be, and keeps a tidied one', () => {
  expect(refusalOf({ note: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'note' });
  expect(refusalOf({ note: '\u202e' })).toMatchObject({ code: 'NOTE_UNREADABLE', field: 'note' });
  const outcome = acceptObservation({ ...INPUT, note: ' \r\n' }, CONTEXT);
  expect(outcome.ok && outcome.value.note).toBeNull();
});

it('OB11 of several troubles the first is told', () => {
  // Everything is wrong at first; each step mends what was told, and the next of the list must come.
  let input: ObservationInput = {
    value: 'abc',
    observedAt: new Date('2027-01-01'),
    note: 'x\0'.repeat(1001),
    behaviour: 'AKH-1.1',
  };
  let context: ObservationContext = {
    ...CONTEXT,
    employee: null,
    indicator: null,
    period: null,
    planned: false,
    observer: { known: false, isTheEmployee: true },
  };
  const mend: Record<ObservationRefusalCode, () => void> = {
    EMPLOYEE_UNKNOWN: () => (context = { ...context, employee: { active: false } }),
    EMPLOYEE_INACTIVE: () => (context = { ...context, employee: { active: true } }),
    INDICATOR_UNKNOWN: () => (context = { ...context, ...BEHAVIOUR }),
    VALUE_NOT_DECIMAL: () => (input = { ...input, value: '0.0000001' }),
    VALUE_TOO_MANY_DIGITS: () => (input = { ...input, value: '2' }),
    VALUE_OUT_OF_RANGE: () => (input = { ...input, value: '0.5' }),
    VALUE_NOT_ON_SCALE: () => (input = { ...input, value: '1' }),
    BEHAVIOUR_UNKNOWN: () => (input = { ...input, behaviour: 'AKH-4.1' }),
    OBSERVER_UNKNOWN: () => (context = { ...context, observer: { known: true, isTheEmployee: true } }),
    OBSERVED_BY_ONESELF: () => (context = { ...context, observer: null }),
    OBSERVED_IN_FUTURE: () => (input = { ...input, observedAt: INPUT.observedAt }),
    PERIOD_UNKNOWN: () => (context = { ...context, period: { ...CONTEXT.period!, open: false } }),
    PERIOD_CLOSED: () => (context = { ...context, period: CONTEXT.period }),
    INDICATOR_NOT_PLANNED: () => (context = { ...context, planned: true }),
    NOTE_TOO_LONG: () => (input = { ...input, note: 'x\0' }),
    NOTE_UNREADABLE: () => (input = { ...input, note: null }),
  };
  const told: ObservationRefusalCode[] = [];
  for (let steps = 0; steps < 20; steps += 1) {
    const outcome = acceptObservation(input, context);
    if (outcome.ok) break;
    told.push(outcome.refusal.code);
    mend[outcome.refusal.code]();
  }
  expect(told).toEqual(Object.keys(OBSERVATION_REFUSALS));
  expect(acceptObservation(input, context).ok).toBe(true);
});

it('an invalid date is no observation but a mistake of the caller', () => {
  expect(() => acceptObservation({ ...INPUT, observedAt: new Date(Number.NaN) }, CONTEXT)).toThrow(
    RangeError,
  );
});
