import fc from 'fast-check';
import { amount, type Amount } from '../amount.js';
import { FIRST_POLICY, type ScoringPolicy } from './policy.js';
import { POLICY_REFUSALS, readPolicy, writePolicy, type PolicyInput } from './read-policy.js';

const INPUT = writePolicy(FIRST_POLICY);

/** The loket of the programme: twelve indicators, 100 in all. */
const LOKET = {
  role: 'LOKET',
  weights: [
    { indicator: 'ADM-01', weight: '72.5' },
    { indicator: 'ADM-03', weight: '15' },
    { indicator: 'PGD-01', weight: '12.5' },
  ],
};

type Changes = { readonly [Key in keyof PolicyInput]?: Partial<PolicyInput[Key]> };

/** The first policy with some numbers changed, at any depth. */
function changed(changes: Changes): PolicyInput {
  const { behaviour, bands, shares, contest, ...rest } = changes;
  return {
    ...INPUT,
    ...rest,
    bands: { ...INPUT.bands, ...bands },
    shares: { ...INPUT.shares, ...shares },
    contest: { ...INPUT.contest, ...contest },
    behaviour: { ...INPUT.behaviour, ...behaviour },
  } as PolicyInput;
}

function refusalOf(changes: Changes) {
  const outcome = readPolicy('2026-2', changed(changes));
  return outcome.ok ? null : outcome.refusal;
}

const told = (changes: Changes) => {
  const refusal = refusalOf(changes);
  return refusal === null ? null : [refusal.code, refusal.field];
};

const points = (below: string, meets: string, above: string): Changes => ({
  behaviour: { points: { below, meets, above } },
});
const bands = (above: string, meets: string, decide: string): Changes => ({
  bands: { above, meets, decide },
});

describe('PO2 a policy reads back as it was written', () => {
  const between = (min: Amount, max: Amount) => fc.bigInt({ min, max });
  const codes = fc.stringMatching(/^[A-Z]{2,6}-[0-9]{2}$/);
  /** Weights above zero that add up to 100. */
  const weightsOf = (indicators: readonly string[]) =>
    fc
      .uniqueArray(between(1n, amount('100') - 1n), {
        minLength: indicators.length - 1,
        maxLength: indicators.length - 1,
      })
      .map((cuts) => {
        const edges = [0n, ...cuts.toSorted((a, b) => (a < b ? -1 : 1)), amount('100')];
        return indicators.map((indicator, i) => ({ indicator, weight: edges[i + 1]! - edges[i]! }));
      });
  const weightSets = fc.uniqueArray(codes, { maxLength: 3 }).chain((roles) =>
    fc.tuple(
      ...roles.map((role) =>
        fc
          .uniqueArray(codes, { minLength: 1, maxLength: 5 })
          .chain(weightsOf)
          .map((weights) => ({ role, weights })),
      ),
    ),
  );
  const ordered = (count: number, min: Amount, max: Amount) =>
    fc
      .uniqueArray(between(min, max), { minLength: count, maxLength: count })
      .map((all) => all.toSorted((a, b) => (a < b ? -1 : 1)));
  const policies: fc.Arbitrary<ScoringPolicy> = between(amount('100'), amount('200')).chain((cap) =>
    fc
      .record({
        attainmentMethod: fc.constantFrom('POINTS', 'RATIO'),
        minimumCoverage: between(0n, amount('1')),
        edges: ordered(3, 1n, cap),
        results: between(1n, amount('100')),
        halfLifeDays: fc.integer({ min: 1, max: 3660 }),
        observations: fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 })),
        minimumValues: fc.integer({ min: 1, max: 7 }),
        levels: ordered(3, 0n, cap),
        minimumPeople: fc.integer({ min: 1, max: 100 }),
        contest: fc.record({
          days: fc.integer({ min: 1, max: 90 }),
          calendar: fc.constantFrom('WORKING', 'CALENDAR'),
        }),
        shownPlaces: fc.integer({ min: 0, max: 6 }),
        sets: weightSets,
      })
      .map((any): ScoringPolicy => ({
        version: '2027-3',
        attainmentMethod: any.attainmentMethod,
        cap,
        minimumCoverage: any.minimumCoverage,
        bands: { decide: any.edges[0]!, meets: any.edges[1]!, above: any.edges[2]! },
        shares: { results: any.results, behaviour: amount('100') - any.results },
        behaviour: {
          halfLifeDays: any.halfLifeDays,
          minimumObservations: Math.max(...any.observations),
          minimumObservers: Math.min(...any.observations),
          minimumValues: any.minimumValues,
          points: { below: any.levels[0]!, meets: any.levels[1]!, above: any.levels[2]! },
        },
        minimumPeople: any.minimumPeople,
        contest: any.contest,
        shownPlaces: any.shownPlaces,
        weightSets: any.sets,
      })),
  );

  it('PO2 a policy reads back as it was written', () => {
    expect(readPolicy('2026-1', INPUT)).toEqual({ ok: true, value: FIRST_POLICY });
    fc.assert(
      fc.property(policies, (policy) => {
        expect(readPolicy(policy.version, writePolicy(policy))).toEqual({ ok: true, value: policy });
        // As a store keeps it.
        const kept = JSON.parse(JSON.stringify(writePolicy(policy))) as PolicyInput;
        expect(readPolicy(policy.version, kept)).toEqual({ ok: true, value: policy });
      }),
      { numRuns: 300 },
    );
  });

  it('and takes nothing along that a policy does not have', () => {
    const { contest } = INPUT;
    const more = {
      ...INPUT,
      note: 'x',
      contest: { ...contest, note: 'x' },
      behaviour: { ...INPUT.behaviour, note: 'x' },
    };
    expect(readPolicy('2026-1', more)).toEqual({ ok: true, value: FIRST_POLICY });
  });
});

describe('PO3 every amount of a policy is a canonical decimal', () => {
  it('PO3 every amount of a policy is a canonical decimal', () => {
    expect(told({ cap: '120,5' })).toEqual(['POLICY_NOT_DECIMAL', 'cap']);
    expect(told({ minimumCoverage: '0.1234567' })).toEqual(['POLICY_TOO_MANY_DIGITS', 'minimumCoverage']);
    expect(refusalOf({ cap: '120,5' })).toMatchObject({
      mender: 'POLICY_OWNER',
      message: {
        id: 'Nilai "120,5" bukan bilangan desimal. Bila maksudnya 120.5, tulis 120.5.',
        en: 'The value "120,5" is not a decimal number. If it means 120.5, write 120.5.',
      },
    });
    expect(refusalOf({ cap: '1234567890123' })).toMatchObject({
      mender: 'POLICY_OWNER',
      message: POLICY_REFUSALS.POLICY_TOO_MANY_DIGITS.message,
    });
  });

  it('and is named by its path', () => {
    const wrong = [
      { bands: { above: 'x' } },
      { bands: { meets: 'x' } },
      { bands: { decide: 'x' } },
      { shares: { results: 'x' } },
      { shares: { behaviour: 'x' } },
      points('x', '100', '120'),
      points('60', 'x', '120'),
      points('60', '100', 'x'),
      { weightSets: [{ role: 'LOKET', weights: [{ indicator: 'ADM-01', weight: 'x' }] }] },
    ].map((changes) => told(changes)?.[1]);
    expect(wrong).toEqual([
      'bands.above',
      'bands.meets',
      'bands.decide',
      'shares.results',
      'shares.behaviour',
      'behaviour.points.below',
      'behaviour.points.meets',
      'behaviour.points.above',
      'weightSets.LOKET.ADM-01',
    ]);
  });
});

it('PO4 the cap is 100 to 200', () => {
  const capped = (cap: string) => told({ cap, ...bands('90', '80', '70'), ...points('60', '80', '90') });
  expect(['99.999999', '100', '200', '200.000001'].map(capped)).toEqual([
    ['CAP_OUT_OF_RANGE', 'cap'],
    null,
    null,
    ['CAP_OUT_OF_RANGE', 'cap'],
  ]);
});

it('PO5 the minimum coverage is a share, 0 to 1', () => {
  const covered = (minimumCoverage: string) => told({ minimumCoverage });
  expect(['-0.000001', '0', '1', '1.000001', '60'].map(covered)).toEqual([
    ['COVERAGE_OUT_OF_RANGE', 'minimumCoverage'],
    null,
    null,
    ['COVERAGE_OUT_OF_RANGE', 'minimumCoverage'],
    ['COVERAGE_OUT_OF_RANGE', 'minimumCoverage'],
  ]);
});

it('PO6 the bands stand in order below the cap and above zero', () => {
  const refusedBands = ['BANDS_ORDER', 'bands'];
  expect(told(bands('120', '90', '70'))).toBeNull();
  expect(told(bands('120.000001', '90', '70'))).toEqual(refusedBands);
  expect(told(bands('90', '90', '70'))).toEqual(refusedBands);
  expect(told(bands('110', '70', '70'))).toEqual(refusedBands);
  expect(told(bands('110', '90', '0'))).toEqual(refusedBands);
  expect(told(bands('110', '90', '0.000001'))).toBeNull();
});

it('PO7 the shares of work result and behaviour add up to 100', () => {
  const shared = (results: string, behaviour: string) => told({ shares: { results, behaviour } });
  const refusedShares = ['SHARES_NOT_100', 'shares'];
  expect([shared('60', '40'), shared('100', '0'), shared('0.000001', '99.999999')]).toEqual([
    null,
    null,
    null,
  ]);
  expect([shared('70', '40'), shared('70', '29.999999')]).toEqual([refusedShares, refusedShares]);
  expect([shared('0', '100'), shared('-10', '110'), shared('100.5', '-0.5')]).toEqual([
    refusedShares,
    refusedShares,
    refusedShares,
  ]);
  expect(refusalOf({ shares: { results: '0.7', behaviour: '0.3' } })?.message).toEqual({
    id: 'Porsi hasil kerja dan perilaku harus berjumlah 100, hasil kerja lebih dari 0; yang diterima 0.7 + 0.3. Tulis misalnya 70 dan 30.',
    en: 'The shares of work result and behaviour must add up to 100, that of the work result above 0; received 0.7 + 0.3. Write for example 70 and 30.',
  });
});

it('PO8 the points of behaviour stand in order from zero to the cap', () => {
  const refusedPoints = ['BEHAVIOUR_POINTS_ORDER', 'behaviour.points'];
  expect([told(points('0', '100', '120')), told(points('99.999999', '100', '100.000001'))]).toEqual([
    null,
    null,
  ]);
  const wrong = [
    points('-0.000001', '100', '120'),
    points('100', '100', '120'),
    points('60', '120', '120'),
    points('60', '100', '120.000001'),
  ];
  expect(wrong.map(told)).toEqual([refusedPoints, refusedPoints, refusedPoints, refusedPoints]);
});

describe('PO9 counts are whole numbers within their range', () => {
  const { behaviour } = INPUT;
  const counts: readonly [field: string, from: number, to: number, change: (count: number) => Changes][] = [
    ['behaviour.halfLifeDays', 1, 3660, (halfLifeDays) => ({ behaviour: { halfLifeDays } })],
    [
      'behaviour.minimumObservations',
      1,
      100,
      (minimumObservations) => ({ behaviour: { minimumObservations, minimumObservers: 1 } }),
    ],
    [
      'behaviour.minimumObservers',
      1,
      behaviour.minimumObservations,
      (minimumObservers) => ({ behaviour: { minimumObservers } }),
    ],
    ['behaviour.minimumValues', 1, 7, (minimumValues) => ({ behaviour: { minimumValues } })],
    ['minimumPeople', 1, 100, (minimumPeople) => ({ minimumPeople })],
    ['contest.days', 1, 90, (days) => ({ contest: { days } })],
    ['shownPlaces', 0, 6, (shownPlaces) => ({ shownPlaces })],
  ];

  it('PO9 counts are whole numbers within their range', () => {
    for (const [field, from, to, change] of counts) {
      const wrong = [from - 1, to + 1, from + 0.5, Number.NaN, Number.POSITIVE_INFINITY];
      expect([from, to].map((count) => told(change(count)))).toEqual([null, null]);
      expect(wrong.map((count) => told(change(count)))).toEqual(
        wrong.map(() => ['COUNT_OUT_OF_RANGE', field]),
      );
      expect(refusalOf(change(to + 1))?.message).toEqual({
        id: `Angka ini harus bulat, ${from} sampai ${to}. Perbaiki angkanya.`,
        en: `This must be a whole number, ${from} to ${to}. Correct it.`,
      });
    }
  });

  it('no more observers are asked for than observations', () => {
    const asked = (minimumObservations: number, minimumObservers: number) =>
      told({ behaviour: { minimumObservations, minimumObservers } });
    expect([asked(5, 5), asked(5, 6)]).toEqual([null, ['COUNT_OUT_OF_RANGE', 'behaviour.minimumObservers']]);
  });
});

const setsOf = (...weights: readonly (readonly [indicator: string, weight: string])[]): Changes => ({
  weightSets: [{ role: 'LOKET', weights: weights.map(([indicator, weight]) => ({ indicator, weight })) }],
});

describe('PO10 the weights of a role add up to 100', () => {
  it('PO10 the weights of a role add up to 100', () => {
    expect(told({ weightSets: [LOKET] })).toBeNull();
    expect(told(setsOf(['ADM-01', '100']))).toBeNull();
    const refusal = refusalOf(setsOf(['ADM-01', '80'], ['ADM-03', '12.5']));
    expect(refusal).toEqual({
      code: 'WEIGHTS_NOT_100',
      field: 'weightSets.LOKET',
      mender: 'POLICY_OWNER',
      message: {
        id: 'Bobot peran LOKET berjumlah 92.5, seharusnya 100. Sesuaikan bobotnya.',
        en: 'The weights of the role LOKET add up to 92.5, not 100. Adjust them.',
      },
    });
    expect(told(setsOf(['ADM-01', '100.000001']))).toEqual(['WEIGHTS_NOT_100', 'weightSets.LOKET']);
    expect(told(setsOf())).toEqual(['WEIGHTS_NOT_100', 'weightSets.LOKET']);
  });

  it('of several sets the first that is wrong is told', () => {
    const short = (role: string) => ({ role, weights: [{ indicator: 'ADM-01', weight: '99' }] });
    expect(told({ weightSets: [LOKET, short('LURAH'), short('CAMAT')] })).toEqual([
      'WEIGHTS_NOT_100',
      'weightSets.LURAH',
    ]);
  });
});

it('PO11 a weight is above zero', () => {
  expect(refusalOf(setsOf(['ADM-01', '100'], ['ADM-03', '0']))).toEqual({
    code: 'WEIGHT_NOT_POSITIVE',
    field: 'weightSets.LOKET.ADM-03',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Bobot ADM-03 pada peran LOKET harus lebih dari 0. Bila tidak dinilai, hapus indikatornya dari peran itu.',
      en: 'The weight of ADM-03 under the role LOKET must be above 0. If it does not count, take the indicator out of the role.',
    },
  });
  expect(told(setsOf(['ADM-01', '100.000001'], ['ADM-03', '-0.000001']))?.[0]).toBe('WEIGHT_NOT_POSITIVE');
  expect(told(setsOf(['ADM-01', '99.999999'], ['ADM-03', '0.000001']))).toBeNull();
});

it('PO12 a role has one set, and an indicator one weight in it', () => {
  expect(refusalOf({ weightSets: [LOKET, { ...LOKET, role: 'LURAH' }, LOKET] })).toEqual({
    code: 'ROLE_TWICE',
    field: 'weightSets.LOKET',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Peran LOKET punya dua himpunan bobot. Sisakan satu.',
      en: 'The role LOKET has two weight sets. Keep one of them.',
    },
  });
  expect(refusalOf(setsOf(['ADM-01', '50'], ['ADM-03', '25'], ['ADM-03', '25']))).toEqual({
    code: 'INDICATOR_TWICE',
    field: 'weightSets.LOKET.ADM-03',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Indikator ADM-03 muncul dua kali pada peran LOKET. Sisakan satu dengan bobot yang dimaksud.',
      en: 'The indicator ADM-03 stands twice under the role LOKET. Keep one of them, with the weight that is meant.',
    },
  });
  expect(told({ weightSets: [LOKET, { ...LOKET, role: 'LURAH' }] })).toBeNull();
});

describe('PO13 weight sets are of a size and with codes that people can read', () => {
  const sets = (count: number) => Array.from({ length: count }, (_, i) => ({ ...LOKET, role: `PERAN-${i}` }));
  const weights = (count: number) => [
    ...Array.from({ length: count - 1 }, (_, i) => [`I-${i}`, '1'] as const),
    ['I-LAST', String(101 - count)] as const,
  ];
  const setFor = (role: string) => told({ weightSets: [{ ...LOKET, role }] });
  const weightFor = (indicator: string) => told(setsOf([indicator, '100']));

  it('PO13 weight sets are of a size and with codes that people can read', () => {
    expect(told({ weightSets: sets(200) })).toBeNull();
    expect(told({ weightSets: sets(201) })).toEqual(['TOO_MANY_WEIGHTS', 'weightSets']);
    expect(told(setsOf(...weights(60)))).toBeNull();
    expect(told(setsOf(...weights(61)))).toEqual(['TOO_MANY_WEIGHTS', 'weightSets']);
    expect(refusalOf({ weightSets: sets(201) })?.message.en).toContain(
      'at most 200 roles with 60 indicators',
    );
  });

  it('a code has one to forty characters, none of them hidden, and no space around it', () => {
    for (const good of ['L', 'Petugas loket', 'x'.repeat(40), '🙂'.repeat(40), 'KTP-el/1']) {
      expect([setFor(good), weightFor(good)]).toEqual([null, null]);
    }
    const unreadable = ['CODE_UNREADABLE', 'weightSets'];
    for (const bad of ['', ' ', ' LOKET', 'LOKET ', 'x'.repeat(41), 'LO\0KET', 'LO\nKET', 'LO\u202eKET']) {
      expect([setFor(bad), weightFor(bad)]).toEqual([unreadable, unreadable]);
    }
  });

  it('codes that mean something to the language are codes like any other', () => {
    for (const code of ['__proto__', 'constructor', 'toString']) {
      const outcome = readPolicy('2026-2', changed(setsOf([code, '100'])));
      expect(outcome.ok && outcome.value.weightSets).toEqual([
        { role: 'LOKET', weights: [{ indicator: code, weight: amount('100') }] },
      ]);
    }
  });
});

it('PO15 of several troubles the first is told', () => {
  const troubles: readonly (readonly [code: string, changes: Changes])[] = [
    ['POLICY_NOT_DECIMAL', { minimumCoverage: 'x' }],
    ['CAP_OUT_OF_RANGE', { cap: '300' }],
    ['BANDS_ORDER', bands('90', '110', '70')],
    ['SHARES_NOT_100', { shares: { results: '1', behaviour: '1' } }],
    ['BEHAVIOUR_POINTS_ORDER', points('60', '60', '60')],
    ['COUNT_OUT_OF_RANGE', { shownPlaces: 9 }],
    ['WEIGHTS_NOT_100', setsOf()],
  ];
  const codes = troubles.map((_, i) => {
    const rest = troubles.slice(i).map(([, changes]) => changes);
    return refusalOf(Object.assign({}, ...rest.toReversed()) as Changes)?.code;
  });
  expect(codes).toEqual(troubles.map(([code]) => code));
});

it('every refusal has its mender', () => {
  for (const row of Object.values(POLICY_REFUSALS)) expect(row.mender).toBe('POLICY_OWNER');
  expect(Object.keys(POLICY_REFUSALS).toSorted()).toEqual([
    'BANDS_ORDER',
    'BEHAVIOUR_POINTS_ORDER',
    'CAP_OUT_OF_RANGE',
    'CODE_UNREADABLE',
    'COUNT_OUT_OF_RANGE',
    'COVERAGE_OUT_OF_RANGE',
    'INDICATOR_TWICE',
    'POLICY_NOT_DECIMAL',
    'POLICY_TOO_MANY_DIGITS',
    'ROLE_TWICE',
    'SHARES_NOT_100',
    'TOO_MANY_WEIGHTS',
    'WEIGHTS_NOT_100',
    'WEIGHT_NOT_POSITIVE',
  ]);
});
