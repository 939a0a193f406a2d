import { amount, formatAmount, ONE } from '../amount.js';
import type { PlannedBehaviour } from '../scoring/behaviour.js';
import { FIRST_POLICY, type ScoringPolicy } from '../scoring/policy.js';
import type { Aggregation } from '../scoring/realisation.js';
import { scoreEmployee, type Plan, type PlannedIndicator } from '../scoring/score-employee.js';
import { explainScore } from './explain-score.js';
import type { ExplanationNode } from './explanation-node.js';
import type {
  CountedObservations,
  ListedObservation,
  NamedIndicator,
  OtherObservations,
} from './score-to-explain.js';

const NO_OTHERS: OtherObservations = { count: 0, total: 0n, weightTotal: null, weightedTotal: null };

const others = (count: number, total: string): OtherObservations => ({
  ...NO_OTHERS,
  count,
  total: amount(total),
});

function seen(id: string, value: string, more: Partial<ListedObservation> = {}): ListedObservation {
  return {
    id,
    value: amount(value),
    observedOn: '2026-11-12 08:30',
    recordedOn: '2026-11-12 09:01',
    note: null,
    source: null,
    supersedes: false,
    contested: false,
    weight: null,
    ...more,
  };
}

interface Case {
  readonly code: string;
  readonly planned: PlannedIndicator;
  readonly counted: CountedObservations;
  readonly measureUnit: string;
  readonly direction: 'HIGHER' | 'LOWER';
}

/** Waiting time, lower is better; its id runs against its code. */
function waiting(
  shown: readonly ListedObservation[],
  rest = NO_OTHERS,
  aggregation: Aggregation = 'MEAN',
): Case {
  const total = shown.reduce((sum, { value }) => sum + value, rest.total);
  const count = shown.length + rest.count;
  return {
    code: 'ADM-03',
    planned: {
      indicatorId: 'i1',
      weight: amount('15'),
      aggregation,
      floor: amount('45'),
      target: amount('15'),
      stretch: amount('8'),
      ceiling: null,
      measurement: count === 0 ? null : { count, total, latestValue: shown[0]?.value ?? total },
    },
    counted: { shown, others: rest },
    measureUnit: 'menit',
    direction: 'LOWER',
  };
}

function onTime(code: string, weight: string, observed: string | null): Case {
  const shown = observed === null ? [] : [seen(`o-${code}`, observed)];
  const { planned, ...rest } = waiting(shown);
  return {
    ...rest,
    code,
    measureUnit: '%',
    direction: 'HIGHER',
    planned: {
      ...planned,
      indicatorId: `i-${code}`,
      weight: amount(weight),
      floor: amount('60'),
      target: amount('95'),
      stretch: amount('100'),
    },
  };
}

/** Core values 1 to 4, each seen three times: above, as and below expectations, the newer weighing more. */
const SEEN = [seen('b1', '1'), seen('b2', '0'), seen('b3', '-1')] as const;
interface SeenBehaviour {
  readonly planned: PlannedBehaviour;
  readonly counted: CountedObservations;
}
function behaviour(valuesSeen: readonly (readonly string[])[], observers = 2): SeenBehaviour[] {
  return valuesSeen.map((weights, i) => ({
    planned: {
      indicatorId: `b${i + 1}`,
      coreValue: 'LOYAL' as const,
      measurement:
        weights.length === 0
          ? null
          : {
              count: weights.length,
              observers,
              weightTotal: weights.map(amount).reduce((a, b) => a + b),
              weightedTotal: weights
                .map((weight, at) => (amount(weight) * SEEN[at]!.value) / ONE)
                .reduce((a, b) => a + b),
            },
    },
    counted: {
      shown: weights.map((weight, at) => ({ ...SEEN[at]!, weight: amount(weight) })),
      others: NO_OTHERS,
    },
  }));
}
const ENOUGH = behaviour([
  ['1', '0.5', '0.25'],
  ['0.2', '0.5', '0.3'],
  ['1', '1', '1'],
  ['1', '1', '1'],
]);

function explain(
  cases: readonly Case[],
  behaviours: readonly SeenBehaviour[] = [],
  { policy = FIRST_POLICY, served = 30 }: { policy?: ScoringPolicy; served?: number } = {},
): ExplanationNode[] {
  const plan: Plan = {
    indicators: cases.map(({ planned }) => planned),
    behaviours: behaviours.map(({ planned }) => planned),
    service: { served, ofDays: 30 },
  };
  return explainScore({
    score: scoreEmployee(plan, policy),
    plan,
    policy,
    indicators: new Map<string, NamedIndicator>([
      ...cases.map(({ planned, code, measureUnit, direction }): [string, NamedIndicator] => [
        planned.indicatorId,
        { code, name: { id: `Nama ${code}`, en: `Name ${code}` }, measureUnit, direction },
      ]),
      ...behaviours.map(({ planned }, i): [string, NamedIndicator] => [
        planned.indicatorId,
        {
          code: `AKH-${i + 1}`,
          name: { id: `Nilai ${i + 1}`, en: `Value ${i + 1}` },
          measureUnit: '−1 … 1',
          direction: 'HIGHER',
        },
      ]),
    ]),
    observations: new Map(
      [...cases, ...behaviours]
        .filter(({ planned }) => planned.measurement !== null)
        .map(({ planned, counted }) => [planned.indicatorId, counted]),
    ),
  });
}

const text = (a: bigint | null) => (a === null ? '-' : formatAmount(a));
const figures = ({ id, kind, ruleId, value, measureUnit, contribution }: ExplanationNode) =>
  [id, kind, ruleId, text(value), measureUnit?.id ?? '-', text(contribution)].join(' | ');
const at = (nodes: readonly ExplanationNode[], id: string) => nodes.find((node) => node.id === id)!;
const says = (nodes: readonly ExplanationNode[], id: string) => at(nodes, id).sentence.id;
const termsOf = (nodes: readonly ExplanationNode[], id: string) =>
  at(nodes, id).terms.map(
    ({ name, value, measureUnit }) => `${name.id}: ${text(value)} ${measureUnit?.id ?? '-'}`,
  );
const below = (nodes: readonly ExplanationNode[], path: string) =>
  nodes.filter(({ id }) => id.startsWith(`${path}/`)).map(figures);

const NINETY_SIX = [
  waiting([seen('o1', '17'), seen('o2', '20', { note: 'Antre panjang' })], others(2, '31')),
  onTime('ADM-01', '10', '95'),
  onTime('ADM-02', '5', null),
];

it('tells the whole derivation of a score', () => {
  expect(explain(NINETY_SIX, ENOUGH).map(figures)).toEqual([
    'score | SCORE | NV1 | 97.542857 | poin | -',
    'score/results | WORK_RESULT | WR1 | 96 | poin | 67.2',
    'score/results/ADM-01 | INDICATOR | WR2 | 100 | poin | 40',
    'score/results/ADM-01/target | TARGET | AT1 | 95 | % | -',
    'score/results/ADM-01/realisation | REALISATION | RE1 | 95 | % | -',
    'score/results/ADM-01/realisation/o-ADM-01 | OBSERVATION | RE1 | 95 | % | 95',
    'score/results/ADM-02 | INDICATOR | WR3 | - | poin | -',
    'score/results/ADM-02/target | TARGET | AT1 | 95 | % | -',
    'score/results/ADM-02/realisation | REALISATION | WR3 | - | % | -',
    'score/results/ADM-03 | INDICATOR | WR2 | 93.333333 | poin | 56',
    'score/results/ADM-03/target | TARGET | AT2 | 15 | menit | -',
    'score/results/ADM-03/realisation | REALISATION | RE1 | 17 | menit | -',
    'score/results/ADM-03/realisation/o2 | OBSERVATION | RE1 | 20 | menit | 5',
    'score/results/ADM-03/realisation/o2/evidence | EVIDENCE | EX7 | - | - | -',
    'score/results/ADM-03/realisation/o1 | OBSERVATION | RE1 | 17 | menit | 4.25',
    'score/results/ADM-03/realisation/others | OTHER_OBSERVATIONS | EX3 | 15.5 | menit | 7.75',
    'score/behaviour | BEHAVIOUR | BE7 | 101.142857 | poin | 30.342857',
    'score/behaviour/AKH-1 | CORE_VALUE | BE6 | 108.571429 | poin | 27.142857',
    'score/behaviour/AKH-1/b3 | OBSERVATION | BE2 | -1 | - | 11.428571',
    'score/behaviour/AKH-1/b2 | OBSERVATION | BE2 | 0 | - | 28.571429',
    'score/behaviour/AKH-1/b1 | OBSERVATION | BE2 | 1 | - | 68.571429',
    'score/behaviour/AKH-2 | CORE_VALUE | BE6 | 96 | poin | 24',
    'score/behaviour/AKH-2/b3 | OBSERVATION | BE2 | -1 | - | 18',
    'score/behaviour/AKH-2/b2 | OBSERVATION | BE2 | 0 | - | 50',
    'score/behaviour/AKH-2/b1 | OBSERVATION | BE2 | 1 | - | 28',
    'score/behaviour/AKH-3 | CORE_VALUE | BE6 | 100 | poin | 25',
    'score/behaviour/AKH-3/b3 | OBSERVATION | BE2 | -1 | - | 26.666667',
    'score/behaviour/AKH-3/b2 | OBSERVATION | BE2 | 0 | - | 33.333333',
    'score/behaviour/AKH-3/b1 | OBSERVATION | BE2 | 1 | - | 40',
    'score/behaviour/AKH-4 | CORE_VALUE | BE6 | 100 | poin | 25',
    'score/behaviour/AKH-4/b3 | OBSERVATION | BE2 | -1 | - | 26.666667',
    'score/behaviour/AKH-4/b2 | OBSERVATION | BE2 | 0 | - | 33.333333',
    'score/behaviour/AKH-4/b1 | OBSERVATION | BE2 | 1 | - | 40',
    'score/coverage | COVERAGE | WR3 | 0.833333 | - | -',
    'score/predicate | PREDICATE | PM1 | - | - | -',
  ]);
});

it('tells the arithmetic of a score in words', () => {
  const nodes = explain(NINETY_SIX, ENOUGH);
  const told = (id: string) => says(nodes, id);
  expect(told('score')).toBe(
    'Skor indikatif dari hasil kerja dan perilaku kerja: 70% × 96 + 30% × 101,14 ≈ 97,54 poin.',
  );
  expect(at(nodes, 'score').sentence.en).toBe(
    'The indicative score from work result and behaviour: 70% × 96 + 30% × 101.14 ≈ 97.54 points.',
  );
  expect(told('score/results')).toBe(
    'Sumbangan 2 indikator yang ada datanya, menurut bobotnya: 40 + 56 = 96 poin.',
  );
  expect(told('score/results/ADM-01')).toBe(
    'Capaian × bobot ÷ seluruh bobot yang ada datanya: 100 × 10 ÷ 25 = 40 poin.',
  );
  expect(told('score/results/ADM-03/target')).toBe(
    'Realisasi 17 menit antara batas bawah 45 dan target 15: 100 × (45 − 17) ÷ (45 − 15) ≈ 93,33 poin.',
  );
  expect(told('score/results/ADM-03/realisation')).toBe('Rata-rata 4 pengamatan: 68 ÷ 4 = 17 menit.');
  expect(told('score/results/ADM-03/realisation/others')).toBe('Sumbangannya: 31 ÷ 4 = 7,75 menit.');
  expect(told('score/behaviour')).toBe(
    'Rata-rata 4 nilai inti yang sudah cukup diamati: (108,57 + 96 + 100 + 100) ÷ 4 ≈ 101,14 poin.',
  );
  expect(told('score/behaviour/AKH-2')).toBe(
    'Dari 3 pengamatan oleh 2 pengamat, yang lebih baru lebih berbobot: 100 + 40 × (−0,1) ÷ 1 = 96 poin. Sumbangannya pada rata-rata: 96 ÷ 4 = 24 poin.',
  );
  expect(at(nodes, 'score/behaviour/AKH-2').sentence.en).toBe(
    'From 3 observations by 2 observers, the newer weighing more: 100 + 40 × (−0.1) ÷ 1 = 96 points. It brings into the mean 96 ÷ 4 = 24 points.',
  );
  expect(told('score/behaviour/AKH-1')).toContain('100 + 20 × 0,75 ÷ 1,75 ≈ 108,57 poin');
  expect(['b1', 'b2', 'b3'].map((id) => told(`score/behaviour/AKH-2/${id}`).split('. ').slice(0, 2))).toEqual(
    [
      ['Diamati: di atas ekspektasi', 'Sumbangannya: (100 + 40) × 0,2 ÷ 1 = 28 poin'],
      ['Diamati: sesuai ekspektasi', 'Sumbangannya: 100 × 0,5 ÷ 1 = 50 poin'],
      ['Diamati: di bawah ekspektasi', 'Sumbangannya: (100 − 40) × 0,3 ÷ 1 = 18 poin'],
    ],
  );
  expect(told('score/predicate')).toBe(
    'Hasil kerja 96 poin: sesuai ekspektasi (mulai 90). Perilaku kerja 101,14 poin: sesuai ekspektasi (mulai 90). Keduanya bersama: Baik. Ini usulan sistem; penilai yang menetapkan.',
  );
});

it('gives the numbers that it computes with as terms', () => {
  const nodes = explain(NINETY_SIX, ENOUGH);
  expect(termsOf(nodes, 'score')).toEqual([
    'bagian hasil kerja: 70 %',
    'hasil kerja: 96 poin',
    'bagian perilaku kerja: 30 %',
    'perilaku kerja: 101.142857 poin',
  ]);
  expect(termsOf(nodes, 'score/results/ADM-03')).toEqual([
    'capaian: 93.333333 poin',
    'bobot: 15 -',
    'seluruh bobot yang ada datanya: 25 -',
  ]);
  expect(termsOf(nodes, 'score/results/ADM-03/target')).toEqual([
    'batas bawah: 45 menit',
    'target: 15 menit',
    'target lebih: 8 menit',
    'realisasi: 17 menit',
  ]);
  expect(termsOf(nodes, 'score/results/ADM-03/realisation')).toEqual([
    'jumlah: 68 menit',
    'banyak pengamatan: 4 -',
  ]);
  expect(termsOf(nodes, 'score/results/ADM-03/realisation/others')).toEqual(['banyak pengamatan: 2 -']);
  expect(termsOf(nodes, 'score/behaviour/AKH-1')).toEqual([
    'banyak pengamatan: 3 -',
    'banyak pengamat: 2 -',
    'jumlah bobot × tingkat: 0.75 -',
    'jumlah bobot kebaruan: 1.75 -',
  ]);
  expect(termsOf(nodes, 'score/behaviour/AKH-1/b2')).toEqual([
    'bobot kebaruan: 0.5 -',
    'jumlah bobot kebaruan: 1.75 -',
  ]);
  expect(termsOf(nodes, 'score/coverage')).toEqual([
    'bobot yang ada datanya: 25 -',
    'seluruh bobot rencana: 30 -',
    'paling sedikit: 0.6 -',
  ]);
  expect(termsOf(nodes, 'score/predicate')).toEqual([
    'hasil kerja: 96 poin',
    'perilaku kerja: 101.142857 poin',
    'di atas ekspektasi mulai: 110 poin',
    'sesuai ekspektasi mulai: 90 poin',
  ]);
});

describe('EX3 a realisation is explained by its observations, those not listed as one line', () => {
  it('EX3 a realisation is explained by its observations, those not listed as one line', () => {
    const many = explain([waiting([seen('o1', '17')], others(950, '15580'))]);
    expect(below(many, 'score/results/ADM-03/realisation')).toEqual([
      'score/results/ADM-03/realisation/o1 | OBSERVATION | RE1 | 17 | menit | 0.017876',
      'score/results/ADM-03/realisation/others | OTHER_OBSERVATIONS | EX3 | 16.4 | menit | 16.382755',
    ]);
    expect(at(many, 'score/results/ADM-03/realisation').value).toBe(amount('16.400631'));
    expect(at(many, 'score/results/ADM-03/realisation/others').name).toEqual({
      id: 'dan 950 pengamatan lain',
      en: 'and 950 other observations',
    });
    const one = explain([waiting([seen('o1', '17')], others(1, '16'))]);
    expect(at(one, 'score/results/ADM-03/realisation/others').name.en).toBe('and 1 other observation');
  });

  it('a sum is the values as they are', () => {
    const nodes = explain([waiting([seen('o1', '3'), seen('o2', '2')], others(4, '7'), 'SUM')]);
    const path = 'score/results/ADM-03/realisation';
    expect([figures(at(nodes, path)), ...below(nodes, path)]).toEqual([
      `${path} | REALISATION | RE2 | 12 | menit | -`,
      `${path}/o2 | OBSERVATION | RE2 | 2 | menit | 2`,
      `${path}/o1 | OBSERVATION | RE2 | 3 | menit | 3`,
      `${path}/others | OTHER_OBSERVATIONS | EX3 | 7 | menit | 7`,
    ]);
    expect(says(nodes, path)).toBe('Jumlah 6 pengamatan: 12 menit.');
    expect(says(nodes, `${path}/o1`)).toMatch(/^Diamati: 3 menit\. Sumbangannya: 3 menit\./);
    expect(termsOf(nodes, path)).toEqual(['banyak pengamatan: 6 -']);
  });

  it('a sum of part of a period is shared out at the pace of the whole', () => {
    const served = { served: 18 };
    const nodes = explain([waiting([seen('o1', '1'), seen('o2', '1')], others(1, '1'), 'SUM')], [], served);
    const path = 'score/results/ADM-03/realisation';
    expect([figures(at(nodes, path)), ...below(nodes, path)]).toEqual([
      `${path} | REALISATION | LV1 | 5 | menit | -`,
      `${path}/o2 | OBSERVATION | LV1 | 1 | menit | 1.666667`,
      `${path}/o1 | OBSERVATION | LV1 | 1 | menit | 1.666667`,
      `${path}/others | OTHER_OBSERVATIONS | EX3 | 1 | menit | 1.666666`,
    ]);
    expect(at(nodes, path).sentence).toEqual({
      id: 'Jumlah 3 pengamatan: 3 menit dalam 18 hari bertugas. Untuk 30 hari periode penuh: 3 × 30 ÷ 18 = 5 menit.',
      en: 'The sum of 3 observations: 3 menit in 18 days served. For the 30 days of the whole period: 3 × 30 ÷ 18 = 5 menit.',
    });
    expect(says(nodes, `${path}/o1`)).toContain('Sumbangannya: 1 × 30 ÷ 18 ≈ 1,67 menit.');
    expect(termsOf(nodes, path)).toEqual([
      'jumlah: 3 menit',
      'banyak pengamatan: 3 -',
      'hari bertugas: 18 -',
      'hari dalam periode: 30 -',
    ]);
    const mean = explain([waiting([seen('o1', '17')])], [], served);
    expect(figures(at(mean, path))).toBe(`${path} | REALISATION | RE1 | 17 | menit | -`);
  });

  it('of the latest the newest brings everything', () => {
    const newer = seen('o1', '17', { observedOn: '2026-11-12 08:31' });
    const older = seen('o2', '17', { observedOn: '2026-11-12 08:30' });
    const path = 'score/results/ADM-03/realisation';
    const nodes = explain([waiting([newer, older], others(3, '40'), 'LATEST')]);
    expect([figures(at(nodes, path)), ...below(nodes, path)]).toEqual([
      `${path} | REALISATION | RE3 | 17 | menit | -`,
      `${path}/o1 | OBSERVATION | RE3 | 17 | menit | 17`,
      `${path}/o2 | OBSERVATION | RE3 | 17 | menit | -`,
      `${path}/others | OTHER_OBSERVATIONS | EX3 | - | menit | -`,
    ]);
    expect(says(nodes, path)).toBe('Yang terakhir dari 5 pengamatan: 17 menit.');
    expect(says(nodes, `${path}/o1`)).toContain('Ini yang terakhir, jadi inilah realisasinya.');
    expect(says(nodes, `${path}/o2`)).toContain('Hanya yang terakhir yang dihitung.');
    expect(says(nodes, `${path}/others`)).toBe('Hanya yang terakhir yang dihitung.');
    expect(termsOf(nodes, path)).toEqual(['banyak pengamatan: 5 -']);
    const unlisted = explain([waiting([], others(1, '17'), 'LATEST')]);
    expect(below(unlisted, path)).toEqual([`${path}/others | OTHER_OBSERVATIONS | EX3 | - | menit | 17`]);
  });

  it('of one minute the one with the latest value is the latest', () => {
    const nodes = explain([waiting([seen('o1', '17'), seen('o2', '20')], NO_OTHERS, 'LATEST')]);
    expect(below(nodes, 'score/results/ADM-03/realisation').map((line) => line.split(' | ').at(-1))).toEqual([
      '-',
      '17',
    ]);
  });

  it('refuses to explain a measurement by other observations', () => {
    const [whole] = [waiting([seen('o1', '17'), seen('o2', '20')])];
    const [first, second] = whole.counted.shown as [ListedObservation, ListedObservation];
    const wrong = (counted: CountedObservations) => () => explain([{ ...whole, counted }]);
    expect(wrong({ shown: [first], others: NO_OTHERS })).toThrow(RangeError);
    expect(wrong({ shown: [first, second], others: others(1, '0') })).toThrow(RangeError);
    expect(wrong({ shown: [first, { ...second, value: 1n }], others: NO_OTHERS })).toThrow(RangeError);
    expect(wrong({ shown: [first], others: others(1, '20') })).not.toThrow();

    const [kind] = behaviour([['1', '0.5', '0.25']]);
    const [a, b, c] = kind!.counted.shown as [ListedObservation, ListedObservation, ListedObservation];
    const wrongly =
      (shown: readonly ListedObservation[], rest = NO_OTHERS) =>
      () =>
        explain([], [{ ...kind!, counted: { shown, others: rest } }]);
    expect(wrongly([a, b])).toThrow(RangeError);
    expect(wrongly([a, b, { ...c, weight: amount('0.3') }])).toThrow(RangeError);
    expect(wrongly([a, b, { ...c, value: 0n }])).toThrow(RangeError);
    expect(wrongly([a, b, c], { ...NO_OTHERS, count: 1 })).toThrow(RangeError);
    const rest = { count: 2, total: -ONE, weightTotal: amount('0.75'), weightedTotal: amount('-0.25') };
    expect(wrongly([a], rest)).not.toThrow();
  });

  it('an indicator of the plan must be known', () => {
    const plan: Plan = { indicators: [], behaviours: [], service: { served: 1, ofDays: 1 } };
    const { planned } = onTime('ADM-01', '1', null);
    const unknown = { ...plan, indicators: [planned] };
    expect(() =>
      explainScore({
        score: scoreEmployee(unknown, FIRST_POLICY),
        plan: unknown,
        policy: FIRST_POLICY,
        indicators: new Map(),
        observations: new Map(),
      }),
    ).toThrow(RangeError);
  });
});

it('tells the others of a core value by their sums', () => {
  const [one] = behaviour([['1', '0.5', '0.25']]);
  const rest = { count: 2, total: -ONE, weightTotal: amount('0.75'), weightedTotal: amount('-0.25') };
  const listed = { ...one!, counted: { shown: one!.counted.shown.slice(0, 1), others: rest } };
  const nodes = explain([], [listed]);
  expect(below(nodes, 'score/behaviour/AKH-1')).toEqual([
    'score/behaviour/AKH-1/b1 | OBSERVATION | BE2 | 1 | - | 68.571429',
    'score/behaviour/AKH-1/others | OTHER_OBSERVATIONS | EX3 | -0.333333 | - | 40',
  ]);
  expect(says(nodes, 'score/behaviour/AKH-1/others')).toBe(
    'Sumbangannya: (100 × 0,75 + 20 × (−0,25)) ÷ 1,75 = 40 poin.',
  );
  expect(termsOf(nodes, 'score/behaviour/AKH-1/others')).toEqual([
    'banyak pengamatan: 2 -',
    'bobot kebaruan: 0.75 -',
    'jumlah bobot kebaruan: 1.75 -',
  ]);
});

it('EX7 evidence is told in the words in which it was recorded', () => {
  const note = 'Antre panjang;\nsistem lambat';
  const observation = seen('o1', '17', { note, source: 'loket.csv', supersedes: true, contested: true });
  const nodes = explain([waiting([observation, seen('o2', '17')])]);
  const path = 'score/results/ADM-03/realisation';
  expect(at(nodes, `${path}/o1/evidence`)).toEqual({
    id: `${path}/o1/evidence`,
    parentId: `${path}/o1`,
    kind: 'EVIDENCE',
    name: { id: 'Catatan pengamat', en: 'Note of the observer' },
    value: null,
    measureUnit: null,
    contribution: null,
    ruleId: 'EX7',
    terms: [],
    sentence: { id: note, en: note },
    observationId: 'o1',
    contested: false,
  });
  expect(at(nodes, `${path}/o2/evidence`)).toBeUndefined();
  expect(at(nodes, `${path}/o1`)).toMatchObject({
    name: { id: 'Pengamatan 12 November 2026 pukul 08.30', en: 'Observation of 12 November 2026 at 08:30' },
    sentence: {
      id: 'Diamati: 17 menit. Sumbangannya: 17 ÷ 2 = 8,5 menit. Dicatat 12 November 2026 pukul 09.01 (loket.csv). Ini koreksi; catatan yang digantikannya tetap tersimpan. Ada keberatan atas pengamatan ini; selama belum diputus, pengamatan tetap dihitung.',
    },
    observationId: 'o1',
    contested: true,
  });
  expect(at(nodes, `${path}/o2`)).toMatchObject({
    sentence: {
      id: 'Diamati: 17 menit. Sumbangannya: 17 ÷ 2 = 8,5 menit. Dicatat 12 November 2026 pukul 09.01.',
    },
    observationId: 'o2',
    contested: false,
  });
  expect(nodes.filter(({ observationId, contested }) => observationId === null && contested)).toEqual([]);
});

describe('EX4 missing data is told and never counted as zero', () => {
  const LOW = [waiting([seen('o1', '17')]), onTime('ADM-01', '20', null), onTime('ADM-02', '5', null)];

  it('EX4 missing data is told and never counted as zero', () => {
    const nodes = explain(LOW);
    const values = nodes.filter(({ kind }) =>
      ['SCORE', 'WORK_RESULT', 'BEHAVIOUR', 'PREDICATE'].includes(kind),
    );
    expect(values.map(({ value }) => value)).toEqual([null, null, null, null]);
    expect(
      nodes.every(
        ({ parentId, contribution }) =>
          parentId === 'score/results/ADM-03/realisation' || contribution === null,
      ),
    ).toBe(true);
    const [score, results, behaviourNode, coverage, predicate] = [
      'score',
      'score/results',
      'score/behaviour',
      'score/coverage',
      'score/predicate',
    ].map((id) => at(nodes, id)) as [
      ExplanationNode,
      ExplanationNode,
      ExplanationNode,
      ExplanationNode,
      ExplanationNode,
    ];
    expect([score, results, coverage].map(({ ruleId }) => ruleId)).toEqual(['WR4', 'WR4', 'WR4']);
    expect(score.sentence).toEqual({
      id: 'Belum cukup data: cakupan data 37,5%, diperlukan paling sedikit 60%. Karena itu belum ada skor, dan itu bukan nilai nol.',
      en: 'There is not enough data yet: the coverage is 37.5%, at least 60% is needed. Therefore there is no score yet, which is not a score of zero.',
    });
    expect(results.sentence.id).toBe('Belum cukup data: cakupan data 37,5%, diperlukan paling sedikit 60%.');
    expect(coverage.sentence.id).toBe(
      'Bobot yang ada datanya ÷ seluruh bobot rencana: 15 ÷ 40 = 37,5%. Belum cukup data: diperlukan paling sedikit 60%. Belum ada data: Nama ADM-01, Nama ADM-02.',
    );
    expect([behaviourNode.ruleId, behaviourNode.sentence.id]).toEqual([
      'BE8',
      'Belum cukup data: baru 0 dari 4 nilai inti yang diperlukan sudah cukup diamati. Perilaku kerja belum ikut dihitung, dan tidak dianggap nol.',
    ]);
    expect([predicate.ruleId, predicate.sentence.id]).toEqual([
      'PM5',
      'Hasil kerja: belum cukup data. Perilaku kerja: belum cukup data. Usulan baru ada setelah keduanya cukup data; penilai yang menetapkan predikat.',
    ]);
    expect(termsOf(nodes, 'score/predicate')).toHaveLength(2);
  });

  it('an indicator says what is expected of it, or that its attainment brings nothing yet', () => {
    const nodes = explain(LOW);
    expect(figures(at(nodes, 'score/results/ADM-03'))).toBe(
      'score/results/ADM-03 | INDICATOR | WR4 | 93.333333 | poin | -',
    );
    expect(says(nodes, 'score/results/ADM-03')).toBe(
      'Capaian ini belum menjadi sumbangan, karena cakupan data seluruh rencana belum cukup.',
    );
    expect(termsOf(nodes, 'score/results/ADM-03')).toHaveLength(3);
    expect(says(nodes, 'score/results/ADM-01')).toBe('Belum ada data; bobotnya tidak dihitung.');
    expect(termsOf(nodes, 'score/results/ADM-01')).toEqual(['bobot: 20 -']);
    expect(at(nodes, 'score/results/ADM-01/target').sentence).toEqual({
      id: 'Makin tinggi makin baik: batas bawah 60%, target 95%, target lebih 100%. Belum ada realisasi untuk dibandingkan.',
      en: 'Higher is better: floor 60%, target 95%, stretch 100%. There is no realisation to compare yet.',
    });
    expect(termsOf(nodes, 'score/results/ADM-01/target')).toHaveLength(3);
    expect(says(nodes, 'score/results/ADM-01/realisation')).toBe('Belum ada pengamatan untuk indikator ini.');
    const lower = explain([waiting([])]);
    expect(says(lower, 'score/results/ADM-03/target')).toMatch(
      /^Makin rendah makin baik: batas bawah 45 menit,/,
    );
    const hours = onTime('KMP-01', '5', null);
    const ranged = explain([{ ...hours, planned: { ...hours.planned, ceiling: amount('120.125') } }]);
    expect(says(ranged, 'score/results/KMP-01/target')).toBe(
      'Yang terbaik berada di dalam rentang: batas bawah 60%, target 95%, target lebih 100%, batas atas 120,125%. Belum ada realisasi untuk dibandingkan.',
    );
    expect(termsOf(ranged, 'score/results/KMP-01/target').at(-1)).toBe('batas atas: 120.125 %');
  });

  it('the work result stands alone while behaviour has too little data, which says what is missing', () => {
    const few = behaviour([['1', '0.5', '0.25'], ['1', '1'], [], ['1']], 2);
    const nodes = explain(NINETY_SIX, few);
    expect(figures(at(nodes, 'score'))).toBe('score | SCORE | NV2 | 96 | poin | -');
    expect(says(nodes, 'score')).toBe(
      'Perilaku kerja belum cukup data, jadi skor indikatif ini sementara dari hasil kerja saja: 96 poin.',
    );
    expect(termsOf(nodes, 'score')).toEqual(['hasil kerja: 96 poin']);
    expect(figures(at(nodes, 'score/results'))).toBe('score/results | WORK_RESULT | WR1 | 96 | poin | 96');
    expect(says(nodes, 'score/behaviour')).toContain('baru 1 dari 4 nilai inti');
    expect(says(nodes, 'score/behaviour/AKH-1')).toMatch(/ ≈ 108,57 poin\.$/);
    expect(below(nodes, 'score/behaviour').filter((line) => !line.includes('AKH-1'))).toEqual([
      'score/behaviour/AKH-2 | CORE_VALUE | BE5 | - | poin | -',
      'score/behaviour/AKH-2/b2 | OBSERVATION | BE5 | 0 | - | -',
      'score/behaviour/AKH-2/b1 | OBSERVATION | BE5 | 1 | - | -',
      'score/behaviour/AKH-3 | CORE_VALUE | BE5 | - | poin | -',
      'score/behaviour/AKH-4 | CORE_VALUE | BE5 | - | poin | -',
      'score/behaviour/AKH-4/b1 | OBSERVATION | BE5 | 1 | - | -',
    ]);
    const needs =
      'Nilai inti ini dihitung mulai 3 pengamatan oleh 2 pengamat; sebelum itu tidak dianggap nol.';
    expect(says(nodes, 'score/behaviour/AKH-2')).toBe(`Baru ada 2 pengamatan oleh 2 pengamat. ${needs}`);
    expect(says(nodes, 'score/behaviour/AKH-3')).toBe(`Belum ada pengamatan. ${needs}`);
    expect(at(nodes, 'score/behaviour/AKH-4').sentence.en).toBe(
      'Observed so far: 1 observation by 2 observers. This core value counts from 3 observations by 2 observers on; before that it is not taken for zero.',
    );
    expect(says(nodes, 'score/behaviour/AKH-2/b1')).toContain('Belum dihitung.');
    expect(termsOf(nodes, 'score/behaviour/AKH-2/b1')).toEqual(['bobot kebaruan: 1 -']);
    expect(says(nodes, 'score/predicate')).toContain(
      'Hasil kerja 96 poin: sesuai ekspektasi (mulai 90). Perilaku kerja: belum cukup data. Usulan baru ada',
    );
  });

  it('behaviour that is enough is told while the work result is not', () => {
    const nodes = explain(LOW, ENOUGH);
    expect(figures(at(nodes, 'score/behaviour'))).toBe(
      'score/behaviour | BEHAVIOUR | BE7 | 101.142857 | poin | -',
    );
    expect(says(nodes, 'score/predicate')).toMatch(
      /^Hasil kerja: belum cukup data\. Perilaku kerja 101,14 poin/,
    );
    expect(at(nodes, 'score').ruleId).toBe('WR4');
  });

  it('names what is missing, the first three', () => {
    const missing = ['A', 'B', 'C', 'D', 'E'].map((code) => onTime(code, '1', null));
    const nodes = (count: number) => explain([waiting([seen('o1', '17')]), ...missing.slice(0, count)]);
    expect(at(nodes(5), 'score/coverage').sentence).toEqual({
      id: 'Bobot yang ada datanya ÷ seluruh bobot rencana: 15 ÷ 20 = 75%. Cukup: diperlukan paling sedikit 60%. Belum ada data: Nama A, Nama B, Nama C dan 2 indikator lain.',
      en: 'Weight with data ÷ all planned weight: 15 ÷ 20 = 75%. This is enough: at least 60% is needed. No data yet: Name A, Name B, Name C and 2 more.',
    });
    expect(says(nodes(3), 'score/coverage')).toMatch(/Belum ada data: Nama A, Nama B, Nama C\.$/);
    expect(says(nodes(0), 'score/coverage')).toMatch(
      /15 ÷ 15 = 100%\. Cukup: diperlukan paling sedikit 60%\.$/,
    );
  });

  it('says that nothing was planned, measured or served', () => {
    const [unplanned, unmeasured, unserved] = [
      explain([]),
      explain([onTime('ADM-01', '5', null)]),
      explain(NINETY_SIX, ENOUGH, { served: 0 }),
    ];
    const sentences = {
      WR6: 'Belum ada indikator yang direncanakan untuk periode ini.',
      WR4: 'Belum ada data untuk satu pun indikator yang direncanakan.',
      LV3: 'Tidak ada hari bertugas dalam periode ini, jadi tidak ada yang dihitung.',
    };
    for (const [nodes, ruleId] of [
      [unplanned, 'WR6'],
      [unmeasured, 'WR4'],
      [unserved, 'LV3'],
    ] as const) {
      const told = ['score', 'score/results', 'score/coverage'].map((id) => at(nodes, id));
      expect(told.map((node) => node.ruleId)).toEqual([ruleId, ruleId, ruleId]);
      expect(told.map(({ sentence }) => sentence.id)).toEqual([
        `${sentences[ruleId]} Karena itu belum ada skor, dan itu bukan nilai nol.`,
        sentences[ruleId],
        sentences[ruleId],
      ]);
    }
    expect(at(unserved, 'score/behaviour')).toMatchObject({ ruleId: 'LV3', value: null });
    expect(unserved.flatMap(({ contribution }) => contribution ?? [])).toEqual([]);
    const path = 'score/results/ADM-03';
    expect(
      [path, `${path}/realisation`, `${path}/realisation/o1`].map((id) => at(unserved, id).ruleId),
    ).toEqual(['LV3', 'LV3', 'LV3']);
    expect(says(unserved, path)).toBe(sentences.LV3);
    expect(says(unserved, `${path}/realisation/o1`)).toMatch(/^Diamati: 17 menit\. Tidak dihitung\./);
    expect(termsOf(unserved, path)).toEqual(['bobot: 15 -']);
    expect(termsOf(unserved, `${path}/realisation`)).toEqual([]);
    expect(figures(at(unserved, 'score/behaviour/AKH-1'))).toBe(
      'score/behaviour/AKH-1 | CORE_VALUE | LV3 | - | poin | -',
    );
    expect(says(unserved, 'score/behaviour/AKH-1')).toBe(sentences.LV3);
    expect(at(unserved, 'score/behaviour/AKH-1/b1').ruleId).toBe('LV3');
  });
});

it('says on which side of an edge a number lies, however it is rounded', () => {
  const almost = { ...onTime('ADM-01', '1', '94.9999') };
  const nodes = explain([almost, onTime('ADM-02', '1', '98.7')], ENOUGH, {
    policy: { ...FIRST_POLICY, bands: { ...FIRST_POLICY.bands, above: amount('107.4') } },
  });
  expect(at(nodes, 'score/results').value).toBe(amount('107.399857'));
  expect(says(nodes, 'score/predicate')).toContain(
    'Hasil kerja 107,399857 poin: sesuai ekspektasi (mulai 90).',
  );
  const strict = { ...FIRST_POLICY, minimumCoverage: amount('0.666667') };
  const thirds = [onTime('ADM-01', '2', '95'), onTime('ADM-02', '1', null)];
  expect(says(explain(thirds, [], { policy: strict }), 'score/coverage')).toContain(
    '2 ÷ 3 ≈ 66,6667%. Cukup: diperlukan paling sedikit 66,6667%.',
  );
  const stricter = { ...strict, minimumCoverage: amount('0.66667'), shownPlaces: 1 };
  expect(says(explain(thirds, [], { policy: stricter }), 'score')).toContain(
    'cakupan data 66,6667%, diperlukan paling sedikit 66,667%.',
  );
});

it('names every proposal and every rating', () => {
  const result = { ABOVE: '100', MEETS: '95', BELOW: '81' };
  const levels = { ABOVE: ['1'], MEETS: ['0.5', '0', '0.5'], BELOW: ['0', '0', '1'] };
  const told = (of: keyof typeof result, by: keyof typeof levels) => {
    const one = levels[by].length === 1 ? ['1', '0', '0'] : levels[by];
    const nodes = explain([onTime('ADM-01', '1', result[of])], behaviour([one, one, one, one]));
    return says(nodes, 'score/predicate').replace(/ Ini usulan.*$/, '');
  };
  expect(told('ABOVE', 'ABOVE')).toBe(
    'Hasil kerja 120 poin: di atas ekspektasi (mulai 110). Perilaku kerja 120 poin: di atas ekspektasi (mulai 110). Keduanya bersama: Sangat Baik.',
  );
  expect(told('BELOW', 'BELOW')).toBe(
    'Hasil kerja 60 poin: di bawah ekspektasi (di bawah 90). Perilaku kerja 60 poin: di bawah ekspektasi (di bawah 90). Keduanya bersama: Sangat Kurang.',
  );
  expect(told('MEETS', 'MEETS')).toMatch(/bersama: Baik\.$/);
  expect(told('BELOW', 'MEETS')).toMatch(/bersama: Butuh Perbaikan\.$/);
  expect(told('ABOVE', 'BELOW')).toMatch(/bersama: Kurang\.$/);
});
