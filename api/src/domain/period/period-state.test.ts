import {
  acceptPeriodChange,
  PERIOD_CHANGE_REFUSALS,
  takesObservations,
  type PeriodChange,
  type PeriodChangeContext,
  type PeriodState,
} from './period-state.js';

const STATES: readonly PeriodState[] = ['OPEN', 'CLOSED', 'CONFIRMED', 'REOPENED'];
const CHANGES: readonly PeriodChange[] = ['CLOSE', 'CONFIRM', 'REOPEN'];

/** The day after the last one, everything confirmed, with a reason: whatever leads on from the state goes through. */
const CONTEXT: PeriodChangeContext = {
  state: 'OPEN',
  endsOn: '2026-12-31',
  today: '2027-01-01',
  openContests: 0,
  unconfirmed: 0,
  reason: 'Berkas September tertinggal.',
};

function outcomeOf(change: PeriodChange, context: Partial<PeriodChangeContext> = {}) {
  return acceptPeriodChange(change, { ...CONTEXT, ...context });
}

function refusalOf(change: PeriodChange, context: Partial<PeriodChangeContext> = {}) {
  const outcome = outcomeOf(change, context);
  return outcome.ok ? null : outcome.refusal;
}

it('PS1 the period exists', () => {
  for (const change of CHANGES) {
    expect(refusalOf(change, { state: null })).toMatchObject({
      code: 'PERIOD_UNKNOWN',
      field: 'period',
      mender: 'REGIONAL_HR',
    });
  }
});

describe('PS2 a period takes only steps that lead on from its state', () => {
  it('PS2 a period takes only steps that lead on from its state', () => {
    const went = CHANGES.flatMap((change) =>
      STATES.map((state) => {
        const outcome = outcomeOf(change, { state });
        return [change, state, outcome.ok ? outcome.value.state : outcome.refusal.code];
      }),
    );
    expect(went).toEqual([
      ['CLOSE', 'OPEN', 'CLOSED'],
      ['CLOSE', 'CLOSED', 'PERIOD_STATE'],
      ['CLOSE', 'CONFIRMED', 'PERIOD_STATE'],
      ['CLOSE', 'REOPENED', 'CLOSED'],
      ['CONFIRM', 'OPEN', 'PERIOD_STATE'],
      ['CONFIRM', 'CLOSED', 'CONFIRMED'],
      ['CONFIRM', 'CONFIRMED', 'PERIOD_STATE'],
      ['CONFIRM', 'REOPENED', 'PERIOD_STATE'],
      ['REOPEN', 'OPEN', 'PERIOD_STATE'],
      ['REOPEN', 'CLOSED', 'REOPENED'],
      ['REOPEN', 'CONFIRMED', 'REOPENED'],
      ['REOPEN', 'REOPENED', 'PERIOD_STATE'],
    ]);
  });

  it('says the state and what can be done in it', () => {
    const told = (state: PeriodState, change: PeriodChange) => refusalOf(change, { state })?.message;
    expect(refusalOf('CONFIRM')).toMatchObject({ field: 'period', mender: 'SENDER' });
    expect(told('OPEN', 'CONFIRM')).toEqual({
      id: 'Periode ini sekarang terbuka. Yang dapat dilakukan: menutupnya.',
      en: 'This period is open now. What can be done: close it.',
    });
    expect(told('CLOSED', 'CLOSE')).toEqual({
      id: 'Periode ini sekarang ditutup. Yang dapat dilakukan: mengonfirmasinya atau membukanya kembali.',
      en: 'This period is closed now. What can be done: confirm it or open it again.',
    });
    expect(told('CONFIRMED', 'CONFIRM')).toEqual({
      id: 'Periode ini sekarang dikonfirmasi. Yang dapat dilakukan: membukanya kembali.',
      en: 'This period is confirmed now. What can be done: open it again.',
    });
    expect(told('REOPENED', 'REOPEN')).toEqual({
      id: 'Periode ini sekarang dibuka kembali. Yang dapat dilakukan: menutupnya.',
      en: 'This period is open again now. What can be done: close it.',
    });
  });
});

it('PS3 a period is closed after its last day', () => {
  for (const state of ['OPEN', 'REOPENED'] as const) {
    for (const today of ['2026-12-30', '2026-12-31']) {
      expect(refusalOf('CLOSE', { state, today })).toEqual({
        code: 'PERIOD_NOT_OVER',
        field: 'period',
        mender: 'SENDER',
        message: {
          id: 'Periode ini berlangsung sampai 2026-12-31. Tutup sesudah hari itu berakhir.',
          en: 'This period runs until 2026-12-31. Close it after that day is over.',
        },
      });
    }
    expect(refusalOf('CLOSE', { state, today: '2027-01-01' })).toBeNull();
  }
  // A period that was closed is over: the day decides nothing more.
  expect(refusalOf('CONFIRM', { state: 'CLOSED', today: '2026-12-31' })).toBeNull();
  expect(refusalOf('REOPEN', { state: 'CLOSED', today: '2026-12-31' })).toBeNull();
});

it('PS4 a period is confirmed once every objection has its ruling', () => {
  expect(refusalOf('CONFIRM', { state: 'CLOSED', openContests: 1 })).toEqual({
    code: 'CONTESTS_OPEN',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Masih ada 1 keberatan yang belum diputus. Minta atasan pejabat penilai memutusnya, lalu konfirmasi.',
      en: '1 objection has no ruling yet. Ask the superior of the appraiser to rule, then confirm.',
    },
  });
  expect(refusalOf('CONFIRM', { state: 'CLOSED', openContests: 2 })?.message.en).toBe(
    '2 objections have no ruling yet. Ask the superior of the appraiser to rule, then confirm.',
  );
  expect(refusalOf('CLOSE', { openContests: 2 })).toBeNull();
  expect(refusalOf('REOPEN', { state: 'CLOSED', openContests: 2 })).toBeNull();
});

it('PS5 a period is confirmed once everybody with a plan is', () => {
  expect(refusalOf('CONFIRM', { state: 'CLOSED', unconfirmed: 1 })).toEqual({
    code: 'CONFIRMATIONS_MISSING',
    field: null,
    mender: 'SENDER',
    message: {
      id: 'Predikat 1 pegawai belum dikonfirmasi atau skornya berubah sesudahnya. Ingatkan pejabat penilainya, lalu konfirmasi periode ini.',
      en: 'The predicate of 1 person is not confirmed, or the score moved since. Remind the appraisers, then confirm the period.',
    },
  });
  expect(refusalOf('CONFIRM', { state: 'CLOSED', unconfirmed: 12 })?.message.en).toBe(
    'The predicate of 12 people is not confirmed, or the score moved since. Remind the appraisers, then confirm the period.',
  );
  expect(refusalOf('CLOSE', { unconfirmed: 12 })).toBeNull();
  expect(refusalOf('REOPEN', { state: 'CLOSED', unconfirmed: 12 })).toBeNull();
});

it('PS6 whoever opens a period again says why', () => {
  for (const state of ['CLOSED', 'CONFIRMED'] as const) {
    for (const reason of [null, '', 'terlambat', `${' '.repeat(20)}terlambat`, '🙂'.repeat(9)]) {
      expect(refusalOf('REOPEN', { state, reason })).toMatchObject({
        code: 'REASON_MISSING',
        field: 'reason',
        mender: 'SENDER',
      });
    }
    for (const reason of ['terlambat!', '🙂'.repeat(10)]) {
      expect(refusalOf('REOPEN', { state, reason })).toBeNull();
    }
  }
  for (const reason of [null, 'ya']) {
    expect(refusalOf('CLOSE', { reason })).toBeNull();
    expect(refusalOf('CONFIRM', { state: 'CLOSED', reason })).toBeNull();
  }
});

it('PS7 a reason is tidied, short enough and can be read', () => {
  const steps = [
    ['CLOSE', 'OPEN', 'CLOSED'],
    ['CONFIRM', 'CLOSED', 'CONFIRMED'],
    ['REOPEN', 'CLOSED', 'REOPENED'],
  ] as const;
  for (const [change, state, next] of steps) {
    expect(outcomeOf(change, { state, reason: '  Berkas\r\ntertinggal ' })).toEqual({
      ok: true,
      value: { state: next, reason: 'Berkas\ntertinggal' },
    });
    expect(refusalOf(change, { state, reason: 'x'.repeat(2001) })).toMatchObject({
      code: 'NOTE_TOO_LONG',
      field: 'reason',
    });
    expect(refusalOf(change, { state, reason: 'berkas\u202etertinggal' })).toMatchObject({
      code: 'NOTE_UNREADABLE',
      field: 'reason',
    });
  }
  expect(outcomeOf('CLOSE', { reason: ' \r\n' })).toEqual({
    ok: true,
    value: { state: 'CLOSED', reason: null },
  });
});

it('PS8 observations are taken while the period is open or open again', () => {
  expect(STATES.filter(takesObservations)).toEqual(['OPEN', 'REOPENED']);
});

it('PS9 of several troubles with a period the first is told', () => {
  const troubles = { endsOn: '2027-01-01', openContests: 1, unconfirmed: 1, reason: '\0' };
  const codes = [
    refusalOf('CONFIRM', { ...troubles, state: null }),
    refusalOf('CONFIRM', { ...troubles, state: 'OPEN' }),
    refusalOf('CLOSE', { ...troubles, state: 'OPEN' }),
    refusalOf('CONFIRM', { ...troubles, state: 'CLOSED' }),
    refusalOf('CONFIRM', { ...troubles, state: 'CLOSED', openContests: 0 }),
    refusalOf('REOPEN', { ...troubles, state: 'CLOSED', reason: '\0'.repeat(2001) }),
    refusalOf('REOPEN', { ...troubles, state: 'CLOSED' }),
    refusalOf('REOPEN', { ...troubles, state: 'CLOSED', reason: null }),
  ].map((refusal) => refusal?.code);
  expect(codes).toEqual(Object.keys(PERIOD_CHANGE_REFUSALS));
});
