import { amount, formatAmount, ONE } from '../amount.js';
import { FIRST_POLICY, type ScoringPolicy } from '../scoring/policy.js';
import { addTallies, EMPTY_TALLY, type UnitTally } from '../scoring/roll-up-unit.js';
import { explainUnit } from './explain-unit.js';
import type { ExplanationNode } from './explanation-node.js';
import type { UnitIndicator } from './unit-to-explain.js';

/** So many people with the same value, 30 days each; without a value they have the coverage alone. */
function people(count: number, value: string | null, coverage = '1', days = 30): UnitTally {
  const total = BigInt(count * days);
  const tally = {
    ...EMPTY_TALLY,
    headcount: count,
    days: count * days,
    coverageTotal: total * amount(coverage),
  };
  return value === null
    ? tally
    : { ...tally, scored: count, scoredDays: count * days, scoreTotal: total * amount(value) };
}

const indicator = (code: string, people: number, mean: string | null, share = '0.15'): UnitIndicator => ({
  code,
  name: { id: `Nama ${code}`, en: `Name ${code}` },
  measureUnit: 'menit',
  people,
  meanAttainment: mean === null ? null : amount(mean),
  weightShare: amount(share),
});

function explain(
  own: UnitTally,
  below: Readonly<Record<string, UnitTally>> = {},
  {
    policy = FIRST_POLICY,
    total,
    indicators = [],
  }: { policy?: ScoringPolicy; total?: UnitTally; indicators?: readonly UnitIndicator[] } = {},
): ExplanationNode[] {
  const children = Object.entries(below).map(([id, tally]) => ({ id, name: `Unit ${id}`, tally }));
  return explainUnit({
    unit: { id: 'u', name: 'Kalijudan' },
    policy,
    own,
    children,
    total: total ?? [own, ...children.map(({ tally }) => tally)].reduce(addTallies, EMPTY_TALLY),
    indicators,
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

it('tells a unit by its groups, its coverage and its indicators', () => {
  const nodes = explain(
    people(3, '100'),
    { b: people(6, '90'), a: addTallies(people(3, '110'), people(1, null, '0.4')) },
    { indicators: [indicator('ADM-03', 8, '112.345678'), indicator('ADM-01', 5, null)] },
  );
  expect(nodes.map(figures)).toEqual([
    'score | SCORE | UR7 | 97.5 | poin | -',
    'score/people | PEOPLE | UR7 | 100 | poin | 25',
    'score/units/b | UNIT | UR7 | 90 | poin | 45',
    'score/units/a | UNIT | UR7 | 110 | poin | 27.5',
    'score/coverage | COVERAGE | UR2 | 0.953846 | - | -',
    'score/indicators/ADM-01 | INDICATOR | EX4 | - | poin | -',
    'score/indicators/ADM-03 | INDICATOR | EX8 | 112.345678 | poin | -',
  ]);
  expect(at(nodes, 'score')).toMatchObject({
    parentId: null,
    name: { id: 'Skor Kalijudan', en: 'Score of Kalijudan' },
    sentence: {
      id: 'Nilai tiap pegawai × hari tugasnya, dijumlahkan, ÷ seluruh hari tugas mereka: 35.100 ÷ 360 = 97,5 poin.',
      en: "Each person's value × the days served, added up, ÷ all these days: 35,100 ÷ 360 = 97.5 points.",
    },
  });
  expect(at(nodes, 'score/units/b').sentence).toEqual({
    id: 'Nilai × hari tugas di sini ÷ seluruh hari tugas: 90 × 180 ÷ 360 = 45 poin.',
    en: 'Value × days served here ÷ all days served: 90 × 180 ÷ 360 = 45 points.',
  });
  expect(says(nodes, 'score/coverage')).toBe(
    'Rata-rata cakupan data semua pegawai menurut hari tugasnya: 372 ÷ 390 ≈ 95,38%. Diperlukan paling sedikit 60%.',
  );
  expect([at(nodes, 'score/people').name.id, at(nodes, 'score/units/a').name]).toEqual([
    'Pegawai langsung di unit ini',
    { id: 'Unit a', en: 'Unit a' },
  ]);
  expect(
    ['score', 'score/units/b', 'score/coverage', 'score/indicators/ADM-03'].map((id) => termsOf(nodes, id)),
  ).toEqual([
    ['jumlah nilai × hari tugas: 35100 -', 'hari tugas: 360 -'],
    ['nilai: 90 poin', 'hari tugas di sini: 180 -', 'seluruh hari tugas: 360 -'],
    ['jumlah cakupan × hari tugas: 372 -', 'hari tugas: 390 -', 'paling sedikit: 0.6 -'],
    ['pegawai yang ada datanya: 8 -', 'bagian dari seluruh bobot: 0.15 -'],
  ]);
});

it('weighs groups by their days and shares the last millionth out', () => {
  const nodes = explain(people(3, '100', '1', 10), { a: people(3, '50', '1', 20) });
  expect(nodes.slice(0, 3).map(figures)).toEqual([
    'score | SCORE | UR7 | 66.666667 | poin | -',
    'score/people | PEOPLE | UR7 | 100 | poin | 33.333334',
    'score/units/a | UNIT | UR7 | 50 | poin | 33.333333',
  ]);
});

describe('EX5 a unit is explained without persons', () => {
  it('EX5 a unit is explained without persons', () => {
    const nodes = explain(people(2, '80'), { a: people(10, '90'), b: people(4, '110') });
    expect(nodes.slice(0, 5).map(figures)).toEqual([
      'score | SCORE | UR7 | 93.75 | poin | -',
      'score/people | PEOPLE | EX5 | - | poin | -',
      'score/units/a | UNIT | UR7 | 90 | poin | 56.25',
      'score/units/b | UNIT | EX5 | - | poin | -',
      'score/together | PEOPLE | UR7 | 100 | poin | 37.5',
    ]);
    expect(says(nodes, 'score/people')).toBe(
      'Kurang dari 3 pegawai di sini punya nilai; supaya nilai perorangan tidak terbaca, hitungannya digabung.',
    );
    expect(says(nodes, 'score/units/b')).toBe(
      'Hitungannya digabung dengan kelompok kecil, supaya nilai kelompok itu tidak terbaca dari sisanya.',
    );
    expect(at(nodes, 'score/together')).toMatchObject({
      name: { id: 'Kelompok yang digabung', en: 'Groups told together' },
      sentence: {
        id: 'Gabungan dari Pegawai langsung di unit ini, Unit b. Nilai × hari tugas di sini ÷ seluruh hari tugas: 100 × 180 ÷ 480 = 37,5 poin.',
        en: 'Made of People directly in this unit, Unit b. Value × days served here ÷ all days served: 100 × 180 ÷ 480 = 37.5 points.',
      },
    });
    expect([termsOf(nodes, 'score/people'), termsOf(nodes, 'score/units/b')]).toEqual([[], []]);
  });

  it('a group that is just large enough is hidden for the sake of a small one, not for its own', () => {
    const nodes = explain(people(2, '80'), { a: people(3, '90') });
    expect(nodes.slice(1, 4).map(({ contribution }) => text(contribution))).toEqual(['-', '-', '86']);
    expect(says(nodes, 'score/units/a')).toMatch(/^Hitungannya digabung dengan kelompok kecil/);
  });

  it('several small groups are told as one', () => {
    const nodes = explain(people(1, '80'), { a: people(3, '90'), b: people(2, '110') });
    expect(nodes.slice(0, 5).map(figures)).toEqual([
      'score | SCORE | UR7 | 95 | poin | -',
      'score/people | PEOPLE | EX5 | - | poin | -',
      'score/units/a | UNIT | UR7 | 90 | poin | 45',
      'score/units/b | UNIT | EX5 | - | poin | -',
      'score/together | PEOPLE | UR7 | 100 | poin | 50',
    ]);
  });

  it('somebody who moved between two small groups is one person', () => {
    // Two people in a, one of them moved to b: two different people, whom only c can hide.
    const total = {
      ...addTallies(addTallies(people(2, '80'), people(1, '80')), people(5, '90')),
      headcount: 7,
      scored: 7,
    };
    const nodes = explain(
      EMPTY_TALLY,
      { a: people(2, '80'), b: people(1, '80'), c: people(5, '90') },
      { total },
    );
    expect(nodes.map(({ id }) => id)).toEqual([
      'score',
      'score/units/a',
      'score/units/b',
      'score/units/c',
      'score/together',
      'score/coverage',
    ]);
    expect(nodes.slice(1, 5).map(({ contribution }) => text(contribution))).toEqual(['-', '-', '-', '86.25']);
  });

  it('a unit with too few people tells nothing of its groups', () => {
    const nodes = explain(
      people(1, '80'),
      { a: people(1, '100') },
      { indicators: [indicator('ADM-01', 4, '90')] },
    );
    expect(nodes.map(figures)).toEqual([
      'score | SCORE | UR8 | - | poin | -',
      'score/people | PEOPLE | UR8 | - | poin | -',
      'score/units/a | UNIT | UR8 | - | poin | -',
      'score/coverage | COVERAGE | UR2 | 1 | - | -',
      'score/indicators/ADM-01 | INDICATOR | EX5 | - | poin | -',
    ]);
    expect(at(nodes, 'score').sentence).toEqual({
      id: 'Baru 2 pegawai yang punya nilai. Nilai unit ditampilkan mulai 3 pegawai, supaya nilai perorangan tidak terbaca.',
      en: "Only 2 people with a value so far. A unit's value is shown from 3 people on, so that nobody's own can be read from it.",
    });
    expect(says(nodes, 'score/units/a')).toBe(
      '1 dari 1 pegawai sudah punya nilai. Bagian ini ditampilkan setelah unit ini punya nilai.',
    );
    expect(says(nodes, 'score/indicators/ADM-01')).toBe(
      'Rata-ratanya ditampilkan setelah unit ini punya nilai.',
    );
    expect([termsOf(nodes, 'score'), termsOf(nodes, 'score/people')]).toEqual([[], []]);
  });

  it('the mean of an indicator is that of enough people', () => {
    const nodes = (count: number, mean: string | null) =>
      explain(people(5, '90'), {}, { indicators: [indicator('ADM-01', count, mean)] });
    const path = 'score/indicators/ADM-01';
    expect(figures(at(nodes(2, '90'), path))).toBe(`${path} | INDICATOR | EX5 | - | poin | -`);
    expect(says(nodes(2, '90'), path)).toBe(
      'Rata-ratanya ditampilkan mulai 3 pegawai yang ada datanya, supaya capaian perorangan tidak terbaca.',
    );
    expect(at(nodes(3, '90'), path).value).toBe(amount('90'));
    expect(says(nodes(0, null), path)).toBe('Belum ada data; tidak dihitung sebagai nol.');
  });

  it('takes only the groups that make up the unit', () => {
    const [own, a] = [people(3, '100'), people(3, '90')];
    const total = addTallies(own, a);
    expect(() => explain(own, { a }, { total: { ...total, headcount: 4, scored: 4 } })).not.toThrow();
    for (const wrong of [
      { days: total.days + 1 },
      { scoredDays: total.scoredDays - 1 },
      { scoreTotal: total.scoreTotal + 1n },
      { coverageTotal: total.coverageTotal - 1n },
    ]) {
      expect(() => explain(own, { a }, { total: { ...total, ...wrong } })).toThrow(RangeError);
    }
  });
});

it('says kindly why a unit has no value', () => {
  const low = explain(
    people(3, '100'),
    { a: people(5, null, '0.2') },
    { indicators: [indicator('ADM-01', 3, '90')] },
  );
  expect(low.map(figures)).toEqual([
    'score | SCORE | UR3 | - | poin | -',
    'score/people | PEOPLE | UR3 | - | poin | -',
    'score/units/a | UNIT | UR3 | - | poin | -',
    'score/coverage | COVERAGE | UR2 | 0.5 | - | -',
    'score/indicators/ADM-01 | INDICATOR | EX5 | - | poin | -',
  ]);
  expect(says(low, 'score')).toBe('Belum cukup data: cakupan data 50%, diperlukan paling sedikit 60%.');
  expect(says(low, 'score/units/a')).toMatch(/^0 dari 5 pegawai sudah punya nilai\./);
  const unscored = explain(people(4, null, '0.9'));
  expect(at(unscored, 'score').sentence).toEqual({
    id: 'Belum ada yang punya nilai di antara 4 pegawai unit ini; itu bukan nilai nol.',
    en: 'None of the 4 people of this unit has a value yet, which is not a value of zero.',
  });
  const empty = explain(EMPTY_TALLY, { a: EMPTY_TALLY });
  expect(empty.map(({ id }) => id)).toEqual(['score', 'score/units/a', 'score/coverage']);
  expect(says(empty, 'score')).toBe('Belum ada pegawai yang dihitung di unit ini pada periode ini.');
  expect(says(empty, 'score/coverage')).toBe(
    'Rata-rata cakupan data semua pegawai menurut hari tugasnya: 0%. Diperlukan paling sedikit 60%.',
  );
});

it('a part with too little data has no value of its own and still counts', () => {
  const nodes = explain(people(6, '100'), {
    a: addTallies(people(3, '90'), people(4, null, '0.1')),
    b: people(2, null, '0.9'),
  });
  expect(nodes.slice(0, 4).map(figures)).toEqual([
    'score | SCORE | UR7 | 96.666667 | poin | -',
    'score/people | PEOPLE | UR7 | 100 | poin | 66.666667',
    'score/units/a | UNIT | UR3 | - | poin | 30',
    'score/units/b | UNIT | UR2 | - | poin | -',
  ]);
  expect(says(nodes, 'score/units/a')).toBe(
    'Belum cukup data: cakupan data 48,57%, diperlukan paling sedikit 60%. Jadi bagian ini belum punya nilai sendiri, tetapi nilai pegawainya sudah ikut dihitung: 8.100 ÷ 270 = 30 poin.',
  );
  expect(termsOf(nodes, 'score/units/a')).toEqual([
    'jumlah nilai × hari tugas: 8100 -',
    'hari tugas di sini: 90 -',
    'seluruh hari tugas: 270 -',
  ]);
  expect(says(nodes, 'score/units/b')).toBe(
    'Belum ada pegawai di sini yang punya nilai; tidak dihitung sebagai nol.',
  );
});

it('EX8 indicators tell where a unit is strong and where it needs help', () => {
  const path = 'score/indicators/ADM-01';
  const told = (mean: string) =>
    says(explain(people(5, '90'), {}, { indicators: [indicator('ADM-01', 8, mean, '0.123456')] }), path);
  expect(told('112')).toBe(
    'Rata-rata capaian 8 pegawai 112 poin: kekuatan unit ini. Bobotnya 12,35% dari seluruh bobot.',
  );
  const stand = (mean: string) => /(\S+) poin: (.+)\. Bobot/.exec(told(mean))!.slice(1, 3).join(' ');
  expect(['110', '109.999999', '90', '89.999', '70', '69.996', '0'].map(stand)).toEqual([
    '110 kekuatan unit ini',
    '109,999999 sesuai target',
    '90 sesuai target',
    '89,999 perlu pendampingan',
    '70 perlu pendampingan',
    '69,996 perlu keputusan tentang bantuan apa yang diberikan',
    '0 perlu keputusan tentang bantuan apa yang diberikan',
  ]);
  expect(
    explain(people(5, '90'), {}, { indicators: [indicator('ADM-01', 8, '75')] }).at(-1)!.sentence.en,
  ).toBe('The mean attainment of 8 people is 75 points: needs support. It has 15% of all weight.');
});

it('shows as many places as the policy asks for', () => {
  const policy = { ...FIRST_POLICY, shownPlaces: 0 };
  const nodes = explain(
    people(6, '95.4'),
    {},
    { policy, indicators: [indicator('ADM-01', 8, '95.6', '0.155')] },
  );
  expect(says(nodes, 'score/people')).toContain('95 × 180 ÷ 180 ≈ 95 poin');
  expect(says(nodes, 'score/indicators/ADM-01')).toContain('96 poin: sesuai target. Bobotnya 16%');
  expect(at(nodes, 'score').value).toBe(954n * (ONE / 10n));
});
