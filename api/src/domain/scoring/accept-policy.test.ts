import { amount } from '../amount.js';
import type { PeriodState } from '../period/period-state.js';
import { FIRST_POLICY, type ScoringPolicy } from './policy.js';
import {
  acceptDraft,
  acceptDrop,
  acceptSignature,
  acceptWeights,
  DRAFT_REFUSALS,
  type DraftContext,
  type DraftInput,
  type SignatureContext,
  type SignatureInput,
} from './accept-policy.js';

const LOKET = {
  role: 'LOKET',
  weights: [
    { indicator: 'ADM-01', weight: amount('60') },
    { indicator: 'ADM-03', weight: amount('40') },
  ],
};
const LAPANGAN = { role: 'LAPANGAN', weights: [{ indicator: 'ADM-01', weight: amount('100') }] };
const BASIS: ScoringPolicy = { ...FIRST_POLICY, weightSets: [LOKET, LAPANGAN] };
const DRAFT: DraftInput = { changes: { cap: '130' }, note: 'Batas atas dinaikkan.' };

function draft(input: Partial<DraftInput> = {}, context: Partial<DraftContext> = {}) {
  return acceptDraft({ ...DRAFT, ...input }, { version: '2026-2', basis: BASIS, ...context });
}

function draftRefusal(input: Partial<DraftInput> = {}, context: Partial<DraftContext> = {}) {
  const outcome = draft(input, context);
  return outcome.ok ? null : outcome.refusal;
}

describe('a draft', () => {
  it('is the policy it is based on, with its changes, its version and its tidied note', () => {
    expect(draft({ note: '  Batas atas\r\ndinaikkan. ' })).toEqual({
      ok: true,
      value: {
        policy: { ...BASIS, version: '2026-2', cap: amount('130') },
        note: 'Batas atas\ndinaikkan.',
      },
    });
  });

  it('PN2 a draft is based on a policy of the region', () => {
    expect(draftRefusal({}, { basis: null })).toEqual({
      code: 'POLICY_UNKNOWN',
      field: 'basedOn',
      mender: 'SENDER',
      message: DRAFT_REFUSALS.POLICY_UNKNOWN.message,
    });
  });

  it('PN3 a draft changes something', () => {
    const same: readonly DraftInput['changes'][] = [
      {},
      { cap: '120.0' },
      { bands: { above: '110', meets: '90', decide: '70' }, shownPlaces: 2 },
      {
        weightSets: [
          { role: 'LAPANGAN', weights: [{ indicator: 'ADM-01', weight: '100' }] },
          {
            role: 'LOKET',
            weights: [
              { indicator: 'ADM-03', weight: '40.0' },
              { indicator: 'ADM-01', weight: '60' },
            ],
          },
        ],
      },
    ];
    for (const changes of same) {
      expect(draftRefusal({ changes })).toMatchObject({ code: 'POLICY_SAME', field: 'numbers' });
    }
    const others: readonly DraftInput['changes'][] = [
      { cap: '120.000001' },
      { shownPlaces: 1 },
      { contest: { calendar: 'CALENDAR' } },
      { behaviour: { halfLifeDays: 46 } },
      { weightSets: [] },
      {
        weightSets: [
          { role: 'KANTOR', weights: [{ indicator: 'ADM-01', weight: '100' }] },
          {
            role: 'LOKET',
            weights: LOKET.weights.map(({ indicator }, n) => ({ indicator, weight: ['60', '40'][n]! })),
          },
        ],
      },
      {
        weightSets: [
          { role: 'LAPANGAN', weights: [{ indicator: 'ADM-01', weight: '100' }] },
          {
            role: 'LOKET',
            weights: LOKET.weights.map(({ indicator }, n) => ({ indicator, weight: ['40', '60'][n]! })),
          },
        ],
      },
    ];
    for (const changes of others) expect(draftRefusal({ changes })).toBeNull();
  });

  it('PN4 a draft says why', () => {
    for (const note of ['', 'uji coba', `${' '.repeat(20)}uji coba`, '🙂'.repeat(9)]) {
      expect(draftRefusal({ note })).toMatchObject({ code: 'NOTE_MISSING', field: 'note' });
    }
    for (const note of ['uji coba 1', '🙂'.repeat(10)]) expect(draftRefusal({ note })).toBeNull();
    expect(draftRefusal({ note: 'x'.repeat(2001) })).toMatchObject({ code: 'NOTE_TOO_LONG', field: 'note' });
    expect(draftRefusal({ note: 'batas\0atas' })).toMatchObject({ code: 'NOTE_UNREADABLE', field: 'note' });
  });

  it('has numbers that hold together', () => {
    expect(draftRefusal({ changes: { bands: { above: '80' } } })).toMatchObject({
      code: 'BANDS_ORDER',
      field: 'bands',
      mender: 'POLICY_OWNER',
    });
  });

  it('PN5 weights are given to results that the region measures', () => {
    expect(acceptWeights(BASIS, new Set(['ADM-01', 'ADM-03']))).toEqual({ ok: true, value: null });
    expect(acceptWeights(FIRST_POLICY, new Set())).toEqual({ ok: true, value: null });
    const unknown = acceptWeights(BASIS, new Set(['ADM-01']));
    expect(unknown).toMatchObject({
      ok: false,
      refusal: {
        code: 'WEIGHT_INDICATOR_UNKNOWN',
        field: 'weightSets.LOKET.ADM-03',
        mender: 'POLICY_OWNER',
        message: {
          id: 'Indikator ADM-03 pada peran LOKET bukan indikator hasil kerja di wilayah ini. Salin kodenya dari daftar indikator.',
          en: 'The indicator ADM-03 under the role LOKET is no indicator of results in this region. Copy its code from the list.',
        },
      },
    });
    expect(acceptWeights(BASIS, new Set(['ADM-03']))).toMatchObject({
      refusal: { field: 'weightSets.LOKET.ADM-01' },
    });
  });
});

const periods = (...states: readonly (readonly [code: string, startsOn: string, state: PeriodState])[]) =>
  states.map(([code, startsOn, state]) => ({ code, startsOn, state }));

/** Newest first, as the record gives them. */
const PERIODS = periods(
  ['2027-Q1', '2027-01-01', 'OPEN'],
  ['2026-Q4', '2026-10-01', 'OPEN'],
  ['2026-Q3', '2026-07-01', 'CLOSED'],
);
const SIGNATURE: SignatureInput = { effectiveFrom: '2027-01-01', note: 'SK Camat 12/2026' };
const CONTEXT: SignatureContext = {
  state: 'DRAFT',
  today: '2026-11-24',
  current: '0001-01-01',
  periods: PERIODS,
};

function sign(input: Partial<SignatureInput> = {}, context: Partial<SignatureContext> = {}) {
  return acceptSignature({ ...SIGNATURE, ...input }, { ...CONTEXT, ...context });
}

function signatureRefusal(input: Partial<SignatureInput> = {}, context: Partial<SignatureContext> = {}) {
  const outcome = sign(input, context);
  return outcome.ok ? null : outcome.refusal;
}

describe('a signature', () => {
  it('comes with a note or without one', () => {
    expect(sign({ note: ' SK Camat 12/2026\r\n' })).toEqual({
      ok: true,
      value: { effectiveFrom: '2027-01-01', note: 'SK Camat 12/2026', periodCodes: ['2027-Q1'] },
    });
    expect(sign({ note: null })).toMatchObject({ value: { note: null } });
    expect(sign({ note: 'ya' })).toMatchObject({ value: { note: 'ya' } });
    expect(signatureRefusal({ note: 'x'.repeat(2001) })).toMatchObject({
      code: 'NOTE_TOO_LONG',
      field: 'note',
    });
    expect(signatureRefusal({ note: '\u202e' })?.code).toBe('NOTE_UNREADABLE');
  });

  it('PN7 only a draft is signed or dropped', () => {
    expect(acceptDrop('DRAFT')).toEqual({ ok: true, value: null });
    for (const state of ['SIGNED', 'DROPPED'] as const) {
      expect(signatureRefusal({}, { state })).toMatchObject({ code: 'POLICY_NOT_DRAFT', field: 'version' });
      expect(acceptDrop(state)).toMatchObject({ refusal: { code: 'POLICY_NOT_DRAFT', field: 'version' } });
    }
    expect(signatureRefusal({}, { state: null })).toMatchObject({ code: 'POLICY_UNKNOWN', field: 'version' });
    expect(acceptDrop(null)).toMatchObject({ refusal: { code: 'POLICY_UNKNOWN', field: 'version' } });
  });

  it('PN8 a policy holds for periods that begin on its effective day or later', () => {
    const held = (effectiveFrom: string, states: SignatureContext['periods'] = PERIODS) => {
      const outcome = sign({ effectiveFrom }, { periods: states });
      return outcome.ok ? outcome.value.periodCodes : outcome.refusal.code;
    };
    expect(held('2026-10-01')).toEqual(['2026-Q4', '2027-Q1']);
    expect(held('2026-10-02')).toEqual(['2027-Q1']);
    expect(held('2027-01-01')).toEqual(['2027-Q1']);
    expect(held('2027-01-02')).toEqual([]);
    expect(held('2026-07-01', periods(['2026-Q3', '2026-07-01', 'REOPENED']))).toEqual(['2026-Q3']);
    expect(held('2026-07-01', [])).toEqual([]);
  });

  it('PN9 what is closed keeps its policy', () => {
    const open: PeriodState = 'OPEN';
    for (const state of ['CLOSED', 'CONFIRMED'] as const) {
      const states = periods(['2026-Q4', '2026-10-01', open], ['2026-Q3', '2026-07-01', state]);
      for (const effectiveFrom of ['2026-06-01', '2026-07-01']) {
        expect(signatureRefusal({ effectiveFrom }, { periods: states })).toEqual({
          code: 'EFFECTIVE_IN_CLOSED_PERIOD',
          field: 'effectiveFrom',
          mender: 'SENDER',
          message: {
            id: 'Periode 2026-Q3 sudah ditutup; skornya tidak berubah lagi. Pilih hari sesudah 2026-07-01.',
            en: 'The period 2026-Q3 is closed and its scores stand. Choose a day after 2026-07-01.',
          },
        });
      }
      // Inside a closed period it holds from the next one on.
      expect(signatureRefusal({ effectiveFrom: '2026-07-02' }, { periods: states })).toBeNull();
    }
    // The latest of several says from when on it can hold.
    const several = periods(
      ['2026-Q3', '2026-07-01', 'CLOSED'],
      ['2026-Q2', '2026-04-01', 'CONFIRMED'],
      ['2026-Q4', '2026-10-01', open],
    );
    expect(signatureRefusal({ effectiveFrom: '2026-01-01' }, { periods: several })?.message.en).toMatch(
      /2026-Q3/,
    );
    expect(
      signatureRefusal({ effectiveFrom: '2026-01-01' }, { periods: several.toReversed() })?.message.en,
    ).toMatch(/2026-Q3/);
  });

  it('PN10 policies come into effect one after another', () => {
    const current = '2027-01-01';
    expect(signatureRefusal({ effectiveFrom: '2026-12-31' }, { current })).toEqual({
      code: 'EFFECTIVE_BEFORE_CURRENT',
      field: 'effectiveFrom',
      mender: 'SENDER',
      message: {
        id: 'Sudah ada aturan yang berlaku mulai 2027-01-01. Pilih hari itu atau sesudahnya.',
        en: 'A policy that comes into effect on 2027-01-01 is signed already. Choose that day or a later one.',
      },
    });
    expect(signatureRefusal({ effectiveFrom: '2027-01-01' }, { current })).toBeNull();
  });

  it('PN11 a policy is signed at most two years ahead', () => {
    expect(signatureRefusal({ effectiveFrom: '2028-11-24' })).toBeNull();
    expect(signatureRefusal({ effectiveFrom: '2028-11-25' })).toEqual({
      code: 'EFFECTIVE_TOO_FAR',
      field: 'effectiveFrom',
      mender: 'SENDER',
      message: {
        id: 'Hari mulai berlaku terlalu jauh. Pilih paling lambat 2028-11-24; periksa tahunnya.',
        en: 'The effective day lies too far ahead. Choose 2028-11-24 at the latest; check the year.',
      },
    });
    const leapDay = { today: '2028-02-29' };
    expect(signatureRefusal({ effectiveFrom: '2030-02-28' }, leapDay)).toBeNull();
    expect(signatureRefusal({ effectiveFrom: '2030-03-01' }, leapDay)?.message.en).toMatch(
      /Choose 2030-02-28/,
    );
  });
});

it('of several troubles the first of the list is told', () => {
  const closed = periods(['2026-Q3', '2026-07-01', 'CLOSED']);
  const everything = { effectiveFrom: '2029-01-01', note: '\0' };
  expect(signatureRefusal(everything, { state: 'DROPPED', current: '2030-01-01' })?.code).toBe(
    'POLICY_NOT_DRAFT',
  );
  expect(signatureRefusal(everything, { current: '2030-01-01' })?.code).toBe('EFFECTIVE_TOO_FAR');
  const early = { effectiveFrom: '2026-07-01', note: '\0' };
  expect(signatureRefusal(early, { current: '2026-08-01', periods: closed })?.code).toBe(
    'EFFECTIVE_BEFORE_CURRENT',
  );
  expect(signatureRefusal(early, { periods: closed })?.code).toBe('EFFECTIVE_IN_CLOSED_PERIOD');
  expect(signatureRefusal(early, { periods: [] })?.code).toBe('NOTE_UNREADABLE');
  expect(draftRefusal({ note: '', changes: { cap: 'x' } }, { basis: null })?.code).toBe('POLICY_UNKNOWN');
  expect(draftRefusal({ note: '', changes: { cap: 'x' } })?.code).toBe('NOTE_MISSING');
  expect(draftRefusal({ changes: { cap: '12,5' } })?.code).toBe('POLICY_NOT_DECIMAL');
});
