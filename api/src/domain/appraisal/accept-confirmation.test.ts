import { predicateOf } from '../scoring/predicate.js';
import type { Rating } from '../scoring/rating.js';
import {
  acceptConfirmation,
  CONFIRMATION_REFUSALS,
  type ConfirmationContext,
  type ConfirmationInput,
} from './accept-confirmation.js';

const INPUT: ConfirmationInput = {
  workResult: 'MEETS',
  behaviour: 'ABOVE',
  note: 'Target loket tercapai sejak Oktober.',
};

const CONTEXT: ConfirmationContext = {
  employeeKnown: true,
  employeeId: 'sari',
  periodState: 'CLOSED',
  scored: true,
  appraiser: { employeeId: 'lurah' },
  appraiserOf: 'lurah',
  openContests: 0,
  confirmed: null,
};

function refusalOf(context: Partial<ConfirmationContext>, input: Partial<ConfirmationInput> = {}) {
  const outcome = acceptConfirmation({ ...INPUT, ...input }, { ...CONTEXT, ...context });
  return outcome.ok ? null : outcome.refusal;
}

it('CF1 the appraised employee exists', () => {
  expect(refusalOf({ employeeKnown: false })).toMatchObject({
    code: 'EMPLOYEE_UNKNOWN',
    field: 'employeeId',
    mender: 'REGIONAL_HR',
  });
});

it('CF2 the appraised period exists', () => {
  expect(refusalOf({ periodState: null })).toMatchObject({
    code: 'PERIOD_UNKNOWN',
    field: 'period',
    mender: 'REGIONAL_HR',
  });
});

it('CF3 only what was planned is appraised', () => {
  expect(refusalOf({ scored: false })).toMatchObject({
    code: 'NO_PLAN',
    field: 'period',
    mender: 'UNIT_ADMIN',
  });
});

it('CF4 predicates are confirmed after the period is closed', () => {
  for (const periodState of ['OPEN', 'REOPENED'] as const) {
    expect(refusalOf({ periodState })).toMatchObject({
      code: 'PERIOD_NOT_CLOSED',
      field: 'period',
      mender: 'REGIONAL_HR',
    });
  }
  expect(refusalOf({ periodState: 'CLOSED' })).toBeNull();
});

it('CF5 a confirmed period stands', () => {
  expect(refusalOf({ periodState: 'CONFIRMED' })).toMatchObject({
    code: 'PERIOD_CONFIRMED',
    field: 'period',
    mender: 'REGIONAL_HR',
  });
});

it('CF6 nobody confirms a predicate of their own', () => {
  // Not even where the record names them as their own appraiser.
  for (const appraiserOf of ['sari', 'lurah', null]) {
    expect(refusalOf({ appraiser: { employeeId: 'sari' }, appraiserOf })).toMatchObject({
      code: 'OWN_CONFIRMATION',
      field: 'employeeId',
      mender: 'REGIONAL_HR',
    });
  }
});

it('CF7 the appraiser on record on the last day of the period confirms', () => {
  const another = refusalOf({ appraiserOf: 'camat' });
  const none = refusalOf({ appraiserOf: null });
  for (const refusal of [another, none]) {
    expect(refusal).toMatchObject({
      code: 'NOT_THE_APPRAISER',
      field: 'employeeId',
      mender: 'REGIONAL_HR',
    });
  }
  expect(another?.message).toEqual({
    id: 'Pada hari terakhir periode ini, pejabat penilai pegawai ini orang lain. Bila catatannya keliru, minta BKPSDM memperbaikinya.',
    en: 'On the last day of this period the appraiser of this employee was somebody else. If the record is wrong, ask regional HR to mend it.',
  });
  expect(none?.message).toEqual({
    id: 'Pejabat penilai pegawai ini pada hari terakhir periode ini belum tercatat. Minta BKPSDM mencatatnya, lalu konfirmasi.',
    en: 'No appraiser of this employee is on record for the last day of this period. Ask regional HR to record one, then confirm.',
  });
});

it('CF8 a predicate waits for the rulings on the objections', () => {
  expect(refusalOf({ openContests: 1 })).toMatchObject({
    code: 'CONTESTS_OPEN',
    field: null,
    mender: 'SENDER',
    message: { id: expect.stringContaining('Masih ada 1 keberatan') },
  });
  expect(refusalOf({ openContests: 3 })?.message.en).toContain('3 objections have no ruling');
});

it('CF9 a predicate is confirmed anew only after the score moved', () => {
  expect(refusalOf({ confirmed: { stale: false } })).toMatchObject({
    code: 'ALREADY_CONFIRMED',
    field: 'employeeId',
    mender: 'SENDER',
  });
  expect(refusalOf({ confirmed: { stale: true } })).toBeNull();
});

it('CF10 a confirmation says what it rests on', () => {
  for (const note of ['', 'bagus', `${' '.repeat(20)}bagus`, '🙂'.repeat(9)]) {
    expect(refusalOf({}, { note })).toMatchObject({ code: 'NOTE_MISSING', field: 'note', mender: 'SENDER' });
  }
  for (const note of ['bagus dan.', '🙂'.repeat(10), 'x'.repeat(2000)])
    expect(refusalOf({}, { note })).toBeNull();
  expect(refusalOf({}, { note: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'note' });
  expect(refusalOf({}, { note: 'target tercapai\u202e' })).toMatchObject({
    code: 'NOTE_UNREADABLE',
    field: 'note',
  });
});

describe('CF11 the predicate follows from the ratings that the appraiser gives', () => {
  const ratings: readonly Rating[] = ['ABOVE', 'MEETS', 'BELOW'];

  it('CF11 the predicate follows from the ratings that the appraiser gives', () => {
    for (const workResult of ratings) {
      for (const behaviour of ratings) {
        const note = '  Target loket\r\ntercapai. ';
        expect(acceptConfirmation({ workResult, behaviour, note }, CONTEXT)).toEqual({
          ok: true,
          value: {
            workResult,
            behaviour,
            predicate: predicateOf(workResult, behaviour),
            note: 'Target loket\ntercapai.',
          },
        });
      }
    }
  });

  it('takes the work result and the behaviour each for what it is', () => {
    const predicates = [
      ['ABOVE', 'BELOW'],
      ['BELOW', 'ABOVE'],
    ].map(([workResult, behaviour]) => {
      const outcome = acceptConfirmation({ ...INPUT, workResult, behaviour } as ConfirmationInput, CONTEXT);
      return outcome.ok && outcome.value.predicate;
    });
    expect(predicates).toEqual(['KURANG', 'BUTUH_PERBAIKAN']);
  });
});

it('CF12 of several troubles with a confirmation the first is told', () => {
  const mended: readonly Partial<ConfirmationContext>[] = [
    {},
    { employeeKnown: true },
    { periodState: 'OPEN' },
    { scored: true },
    { periodState: 'CONFIRMED' },
    { periodState: 'CLOSED' },
    { appraiser: { employeeId: 'kasi' } },
    { appraiser: { employeeId: 'lurah' } },
    { openContests: 0 },
    { confirmed: null },
  ];
  let context: Partial<ConfirmationContext> = {
    employeeKnown: false,
    periodState: null,
    scored: false,
    appraiser: { employeeId: 'sari' },
    openContests: 2,
    confirmed: { stale: false },
  };
  const codes = mended.map((change) => {
    context = { ...context, ...change };
    return refusalOf(context, { note: '\0'.repeat(2001) })?.code;
  });
  codes.push(refusalOf({}, { note: '\0' })?.code, refusalOf({}, { note: '' })?.code);
  expect(codes).toEqual(Object.keys(CONFIRMATION_REFUSALS));
});

it('never tells who the appraiser is', () => {
  expect(JSON.stringify(refusalOf({ appraiserOf: 'camat' }))).not.toContain('camat');
});
