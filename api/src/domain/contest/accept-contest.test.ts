import fc from 'fast-check';
import {
  acceptContest,
  CONTEST_REFUSALS,
  type ContestContext,
  type ContestInput,
  type ContestRefusalCode,
} from './accept-contest.js';

const OBSERVATION = { employeeId: 'sari', recordedOn: '2026-11-02', corrected: false, withdrawn: false };

const INPUT: ContestInput = {
  reason: 'Saya bertugas di lapangan pada jam itu.',
  evidence: ['Surat tugas 094/311/2026'],
};

const CONTEXT: ContestContext = {
  observation: OBSERVATION,
  employeeId: 'sari',
  contested: false,
  periodState: 'OPEN',
  deadline: '2026-11-20',
  today: '2026-11-20',
};

function refusalOf(input: Partial<ContestInput>, context: Partial<ContestContext> = {}) {
  const outcome = acceptContest({ ...INPUT, ...input }, { ...CONTEXT, ...context });
  return outcome.ok ? null : outcome.refusal;
}

it('takes a good contest with its tidied texts', () => {
  const given = {
    reason: '  Saya bertugas\r\ndi lapangan. ',
    evidence: [' Surat tugas\r\n094 ', '  ', 'Foto'],
  };
  expect(acceptContest(given, CONTEXT)).toEqual({
    ok: true,
    value: { reason: 'Saya bertugas\ndi lapangan.', evidence: ['Surat tugas\n094', 'Foto'] },
  });
  expect(acceptContest({ ...INPUT, evidence: [] }, CONTEXT)).toEqual({
    ok: true,
    value: { reason: INPUT.reason, evidence: [] },
  });
});

it('CT1 an employee contests an observation about themselves', () => {
  expect(refusalOf({}, { observation: null })).toMatchObject({
    code: 'OBSERVATION_UNKNOWN',
    field: 'observationId',
  });
  expect(refusalOf({}, { employeeId: 'budi' })).toMatchObject({
    code: 'CONTEST_NOT_OWN',
    field: 'observationId',
    mender: 'SENDER',
  });
});

it('CT2 what counts no more is not contested', () => {
  const of = (changed: Partial<typeof OBSERVATION>) =>
    refusalOf({}, { observation: { ...OBSERVATION, ...changed } })?.code;
  expect(of({ corrected: true })).toBe('ALREADY_CORRECTED');
  expect(of({ withdrawn: true })).toBe('ALREADY_WITHDRAWN');
});

it('CT3 an observation is contested once', () => {
  expect(refusalOf({}, { contested: true })?.code).toBe('ALREADY_CONTESTED');
});

it('CT4 a confirmed period takes no contest and no ruling', () => {
  const of = (periodState: ContestContext['periodState']) => refusalOf({}, { periodState })?.code ?? null;
  expect((['OPEN', 'CLOSED', 'REOPENED'] as const).map(of)).toEqual([null, null, null]);
  expect(refusalOf({}, { periodState: 'CONFIRMED' })).toMatchObject({
    code: 'PERIOD_CONFIRMED',
    field: 'observationId',
    mender: 'REGIONAL_HR',
  });
});

it('CT5 a contest comes by its last day', () => {
  expect(refusalOf({}, { today: '2026-11-20' })).toBeNull();
  expect(refusalOf({}, { today: '2026-11-21' })).toEqual({
    code: 'CONTEST_TOO_LATE',
    field: 'observationId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pengamatan ini tercatat sejak 2026-11-02; keberatan diterima sampai 2026-11-20. Minta koreksi kepada pencatatnya atau pejabat penilai Anda; bila tidak berhasil, hubungi BKPSDM.',
      en: 'This observation is on record since 2026-11-02; objections were taken until 2026-11-20. Ask whoever recorded it or your appraiser for a correction; failing that, turn to regional HR.',
    },
  });
});

it('CT6 a contest says why', () => {
  for (const reason of ['', 'x'.repeat(19), `${' '.repeat(20)}tidak benar`, '🙂'.repeat(19)]) {
    expect(refusalOf({ reason })).toMatchObject({ code: 'CONTEST_REASON_MISSING', field: 'reason' });
  }
  for (const reason of ['x'.repeat(20), '🙂'.repeat(20), 'x'.repeat(2000)]) {
    expect(refusalOf({ reason })).toBeNull();
  }
  expect(refusalOf({ reason: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'reason' });
  expect(refusalOf({ reason: `${INPUT.reason}\u202e` })).toMatchObject({
    code: 'NOTE_UNREADABLE',
    field: 'reason',
  });
});

describe('CT7 evidence is at most ten short lines', () => {
  it('CT7 evidence is at most ten short lines', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `Foto ${i}`);
    expect(refusalOf({ evidence: [...lines(10), '', ' \t'] })).toBeNull();
    expect(refusalOf({ evidence: lines(11) })).toEqual({
      code: 'EVIDENCE_TOO_MUCH',
      field: 'evidence',
      mender: 'SENDER',
      message: {
        id: 'Buktinya 11, paling banyak 10. Pilih yang paling menentukan, atau gabungkan.',
        en: 'There are 11 items of evidence, at most 10 are taken. Choose those that matter most, or put some together.',
      },
    });
    expect(refusalOf({ evidence: ['🙂'.repeat(300), ` ${'x'.repeat(300)} `] })).toBeNull();
    const long = refusalOf({ evidence: ['Foto', ' ', 'x'.repeat(301)] });
    expect(long).toMatchObject({ code: 'EVIDENCE_TOO_LONG', field: 'evidence', mender: 'SENDER' });
    expect([long?.message.id.slice(0, 11), long?.message.en.slice(0, 6)]).toEqual(['Bukti ke-3 ', 'Item 3']);
    expect(refusalOf({ evidence: ['x'.repeat(2001)] })?.code).toBe('EVIDENCE_TOO_LONG');
    const hidden = refusalOf({ evidence: [' ', 'Foto', 'Surat\u202e Siti'] });
    expect(hidden).toMatchObject({ code: 'EVIDENCE_UNREADABLE', field: 'evidence', mender: 'SENDER' });
    expect([hidden?.message.id.slice(0, 11), hidden?.message.en.slice(0, 6)]).toEqual([
      'Bukti ke-3 ',
      'Item 3',
    ]);
    expect(JSON.stringify(hidden)).not.toContain('Siti');
  });

  it('takes what it gave once more as it is, whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (evidence) => {
        const once = acceptContest({ ...INPUT, evidence }, CONTEXT);
        if (!once.ok) return;
        expect(acceptContest(once.value, CONTEXT)).toEqual(once);
        expect(once.value.evidence.every((item) => item !== '' && item === item.trim())).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

it('CT15 of several troubles the first is told', () => {
  const troubles: readonly [ContestRefusalCode, Partial<ContestInput>, Partial<ContestContext>][] = [
    ['OBSERVATION_UNKNOWN', {}, { observation: null }],
    ['CONTEST_NOT_OWN', {}, { observation: { ...OBSERVATION, employeeId: 'budi' } }],
    ['ALREADY_CORRECTED', {}, { observation: { ...OBSERVATION, corrected: true, withdrawn: true } }],
    ['ALREADY_WITHDRAWN', {}, { observation: { ...OBSERVATION, withdrawn: true } }],
    ['ALREADY_CONTESTED', {}, { contested: true }],
    ['PERIOD_CONFIRMED', {}, { periodState: 'CONFIRMED' }],
    ['CONTEST_TOO_LATE', {}, { today: '2026-11-21' }],
    ['NOTE_TOO_LONG', { reason: 'x'.repeat(2001) }, {}],
    ['NOTE_UNREADABLE', { reason: '\0' }, {}],
    ['CONTEST_REASON_MISSING', { reason: 'tidak' }, {}],
    ['EVIDENCE_TOO_MUCH', { evidence: Array.from({ length: 11 }, () => 'x'.repeat(301)) }, {}],
    ['EVIDENCE_TOO_LONG', { evidence: ['a\0', 'x'.repeat(301)] }, {}],
    ['EVIDENCE_UNREADABLE', { evidence: ['a\0'] }, {}],
  ];
  expect(troubles.map(([code]) => code)).toEqual(Object.keys(CONTEST_REFUSALS));
  // Each alone, and each with all of those after it.
  const [input, context]: [Partial<ContestInput>, Partial<ContestContext>] = [{}, {}];
  for (const [code, badInput, badContext] of troubles.toReversed()) {
    expect(refusalOf(badInput, badContext)?.code).toBe(code);
    Object.assign(input, badInput);
    Object.assign(context, badContext);
    expect(refusalOf(input, context)?.code).toBe(code);
  }
});
