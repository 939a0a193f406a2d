import { amount } from '../amount.js';
import {
  acceptRuling,
  RULING_REFUSALS,
  type RulingContext,
  type RulingInput,
  type RulingRefusalCode,
} from './accept-ruling.js';

const CONTEST = {
  open: true,
  employeeId: 'sari',
  observationValue: amount('34'),
  corrected: false,
  observerId: 'kasi',
};

const AMENDED: RulingInput = { decision: 'AMENDED', value: '17', note: 'Layar antrean salah dibaca.' };
const REJECTED: RulingInput = { decision: 'REJECTED', value: null, note: 'Rekaman antrean membenarkannya.' };
const WITHDRAWN: RulingInput = { decision: 'WITHDRAWN', value: null, note: 'Ia bertugas di lapangan.' };

const CONTEXT: RulingContext = {
  contest: CONTEST,
  periodState: 'OPEN',
  ruledBy: 'camat',
  rulerKnown: true,
  reviewAuthority: 'camat',
  appraiser: 'lurah',
  bounds: { lowest: 0n, highest: amount('480'), wholeNumbers: false },
};

function refusalOf(input: Partial<RulingInput>, context: Partial<RulingContext> = {}) {
  const outcome = acceptRuling({ ...AMENDED, ...input }, { ...CONTEXT, ...context });
  return outcome.ok ? null : outcome.refusal;
}

it('takes each decision with its tidied note', () => {
  expect(acceptRuling({ ...AMENDED, value: '17.50', note: ' Salah\r\nbaca layar. ' }, CONTEXT)).toEqual({
    ok: true,
    value: { decision: 'AMENDED', value: amount('17.5'), note: 'Salah\nbaca layar.' },
  });
  expect(acceptRuling(REJECTED, CONTEXT)).toEqual({ ok: true, value: REJECTED });
  expect(acceptRuling(WITHDRAWN, CONTEXT)).toEqual({ ok: true, value: WITHDRAWN });
});

it('CT4 a confirmed period takes no contest and no ruling', () => {
  const of = (periodState: RulingContext['periodState']) => refusalOf({}, { periodState })?.code ?? null;
  expect((['OPEN', 'CLOSED', 'REOPENED'] as const).map(of)).toEqual([null, null, null]);
  expect(refusalOf({}, { periodState: 'CONFIRMED' })).toMatchObject({
    code: 'PERIOD_CONFIRMED',
    field: 'contestId',
    mender: 'REGIONAL_HR',
  });
});

it('CT8 a contest is ruled on once', () => {
  expect(refusalOf({}, { contest: null })).toMatchObject({ code: 'CONTEST_UNKNOWN', field: 'contestId' });
  expect(refusalOf({}, { contest: { ...CONTEST, open: false } })).toMatchObject({
    code: 'ALREADY_RULED',
    field: 'contestId',
  });
});

it('CT9 the superior of the appraiser rules', () => {
  const by = (ruledBy: string, context: Partial<RulingContext> = {}) =>
    refusalOf({}, { ruledBy, ...context })?.code ?? null;
  expect(by('camat')).toBeNull();
  expect(by('sari')).toBe('RULING_OWN');
  expect(by('lurah')).toBe('RULING_BY_APPRAISER');
  expect(by('sekcam')).toBe('RULING_NOT_AUTHORITY');
  expect(by('kasi')).toBe('RULING_NOT_AUTHORITY');
  // The authority on record rules even where the record has made a mistake of the others.
  expect(by('sari', { reviewAuthority: 'sari' })).toBe('RULING_OWN');
  expect(by('lurah', { reviewAuthority: 'lurah' })).toBe('RULING_BY_APPRAISER');
  expect(by('camat', { contest: { ...CONTEST, observerId: 'camat' } })).toBeNull();
  expect(by('camat', { appraiser: null })).toBeNull();
  expect(refusalOf({}, { ruledBy: 'sekcam' })).toEqual({
    code: 'RULING_NOT_AUTHORITY',
    field: 'contestId',
    mender: 'REGIONAL_HR',
    message: RULING_REFUSALS.RULING_NOT_AUTHORITY.message(true),
  });
});

it('CT10 with no such superior on record, anybody rules who has no part in it', () => {
  const by = (ruledBy: string, context: Partial<RulingContext> = {}) =>
    refusalOf({}, { ruledBy, reviewAuthority: null, ...context })?.code ?? null;
  expect(by('sekcam')).toBeNull();
  expect(by('sekcam', { appraiser: null })).toBeNull();
  expect(by('sekcam', { contest: { ...CONTEST, observerId: null } })).toBeNull();
  expect(by('sari')).toBe('RULING_OWN');
  expect(by('lurah')).toBe('RULING_BY_APPRAISER');
  expect(refusalOf({}, { ruledBy: 'kasi', reviewAuthority: null })).toEqual({
    code: 'RULING_NOT_AUTHORITY',
    field: 'contestId',
    mender: 'REGIONAL_HR',
    message: {
      id: 'Pengamat tidak memutus keberatan atas pengamatannya sendiri. Serahkan kepada orang lain, atau minta BKPSDM mencatat atasan pejabat penilai.',
      en: 'Nobody rules on an objection to an observation of their own. Leave it to somebody else, or ask regional HR to record the superior of the appraiser.',
    },
  });
});

it('CT11 a ruling that amends has a value that the indicator can take, and another one', () => {
  const of = (value: string | null, bounds: Partial<RulingContext['bounds']> = {}) =>
    refusalOf({ value }, { bounds: { ...CONTEXT.bounds, ...bounds } })?.code ?? null;
  expect(of(null)).toBe('VALUE_NEEDED');
  expect(refusalOf({ ...REJECTED, value: '17' })?.code).toBe('VALUE_NOT_ALLOWED');
  expect(refusalOf({ ...WITHDRAWN, value: '17' })?.code).toBe('VALUE_NOT_ALLOWED');
  expect(refusalOf({ value: '17,5' })).toMatchObject({
    code: 'VALUE_NOT_DECIMAL',
    field: 'value',
    message: { en: expect.stringContaining('write 17.5') },
  });
  expect(refusalOf({ value: '0.1234567' })).toMatchObject({ code: 'VALUE_TOO_MANY_DIGITS', field: 'value' });
  expect(['0', '480', '-0.000001', '480.000001'].map((value) => of(value))).toEqual([
    null,
    null,
    'VALUE_OUT_OF_RANGE',
    'VALUE_OUT_OF_RANGE',
  ]);
  expect(of('-5', { lowest: null })).toBeNull();
  expect(of('481', { highest: null })).toBeNull();
  expect(refusalOf({ value: '481' })?.message.en).toContain('0 to 480');
  expect(['17', '17.5', '0.000001'].map((value) => of(value, { wholeNumbers: true }))).toEqual([
    null,
    'VALUE_NOT_ON_SCALE',
    'VALUE_NOT_ON_SCALE',
  ]);
  expect(of('-1', { lowest: amount('-1'), highest: amount('1'), wholeNumbers: true })).toBeNull();
  expect(of('34.0')).toBe('VALUE_UNCHANGED');
  expect(of('34.000001')).toBeNull();
});

it('CT12 a ruling says why', () => {
  for (const note of ['', 'sudah cek', `${' '.repeat(20)}sudah cek`, '🙂'.repeat(9)]) {
    expect(refusalOf({ note })).toMatchObject({ code: 'RULING_NOTE_MISSING', field: 'note' });
  }
  for (const note of ['x'.repeat(10), '🙂'.repeat(10)]) expect(refusalOf({ note })).toBeNull();
  expect(refusalOf({ note: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'note' });
  expect(refusalOf({ note: `${AMENDED.note}\0` })).toMatchObject({ code: 'NOTE_UNREADABLE', field: 'note' });
});

it('CT13 an objection to an observation that was corrected meanwhile can only be rejected', () => {
  const of = (input: RulingInput) => refusalOf(input, { contest: { ...CONTEST, corrected: true } });
  expect(of(WITHDRAWN)).toEqual({
    code: 'ALREADY_CORRECTED',
    field: 'decision',
    mender: 'SENDER',
    message: RULING_REFUSALS.ALREADY_CORRECTED.message,
  });
  expect(of(AMENDED)?.code).toBe('ALREADY_CORRECTED');
  expect(of({ ...REJECTED, value: null })).toBeNull();
});

it('CT14 whoever rules is in the service of the region', () => {
  expect(refusalOf({}, { rulerKnown: false })).toMatchObject({ code: 'RULER_UNKNOWN', field: 'ruledBy' });
  // Also where the record names somebody who has left.
  expect(refusalOf(REJECTED, { rulerKnown: false, reviewAuthority: null })?.code).toBe('RULER_UNKNOWN');
});

it('CT15 of several troubles the first is told', () => {
  const whole = { lowest: amount('0'), highest: amount('34'), wholeNumbers: true };
  const troubles: readonly [RulingRefusalCode, Partial<RulingInput>, Partial<RulingContext>][] = [
    ['CONTEST_UNKNOWN', {}, { contest: null }],
    ['ALREADY_RULED', {}, { contest: { ...CONTEST, open: false } }],
    ['RULER_UNKNOWN', {}, { rulerKnown: false }],
    ['RULING_OWN', {}, { ruledBy: 'sari', appraiser: 'sari' }],
    ['RULING_BY_APPRAISER', {}, { ruledBy: 'lurah' }],
    ['RULING_NOT_AUTHORITY', {}, { ruledBy: 'sekcam' }],
    ['PERIOD_CONFIRMED', {}, { periodState: 'CONFIRMED' }],
    ['ALREADY_CORRECTED', {}, { contest: { ...CONTEST, corrected: true } }],
    ['VALUE_NEEDED', { value: null }, {}],
    ['VALUE_NOT_ALLOWED', { decision: 'REJECTED', value: 'abc' }, {}],
    ['VALUE_NOT_DECIMAL', { value: 'abc' }, {}],
    ['VALUE_TOO_MANY_DIGITS', { value: '1234567890123' }, {}],
    ['VALUE_OUT_OF_RANGE', { value: '34.5' }, { bounds: whole }],
    ['VALUE_NOT_ON_SCALE', { value: '33.5' }, { bounds: whole }],
    ['VALUE_UNCHANGED', { value: '34' }, {}],
    ['NOTE_TOO_LONG', { note: 'x'.repeat(2001) }, {}],
    ['NOTE_UNREADABLE', { note: '\0' }, {}],
    ['RULING_NOTE_MISSING', { note: 'ya' }, {}],
  ];
  expect(troubles.map(([code]) => code)).toEqual(Object.keys(RULING_REFUSALS));
  // Each alone, and each with a bad note and all that is wrong around it.
  const context: Partial<RulingContext> = {};
  for (const [code, badInput, badContext] of troubles.toReversed()) {
    expect(refusalOf(badInput, badContext)?.code).toBe(code);
    Object.assign(context, badContext);
    expect(refusalOf({ note: 'ya', ...badInput }, context)?.code).toBe(code);
  }
});
