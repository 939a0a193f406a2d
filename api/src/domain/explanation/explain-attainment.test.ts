import fc from 'fast-check';
import { amount, type Amount } from '../amount.js';
import { attainment, type TargetPoints } from '../scoring/attainment.js';
import { FIRST_POLICY, type ScoringPolicy } from '../scoring/policy.js';
import { explainAttainment } from './explain-attainment.js';

function points(floor: string, target: string, stretch: string, ceiling: string | null = null): TargetPoints {
  return {
    floor: amount(floor),
    target: amount(target),
    stretch: amount(stretch),
    ceiling: ceiling === null ? null : amount(ceiling),
  };
}

const WAITING = points('45', '15', '8');
const ON_TIME = points('60', '95', '100');
const HOURS = points('0', '20', '24', '48');
const RATIO: ScoringPolicy = { ...FIRST_POLICY, attainmentMethod: 'RATIO' };

/** Rule and sentence; 'poin' and the opening 'Realisasi' left out. */
function told(realised: string, of: TargetPoints, policy = FIRST_POLICY, unit = 'menit'): string {
  const { ruleId, sentence } = explainAttainment(amount(realised), of, unit, policy);
  expect(sentence.id).toMatch(/^Realisasi .+ poin[^:]*\.$/);
  return `${ruleId} ${sentence.id.replace('Realisasi ', '').replace(/ poin(?=[;.])/, '')}`;
}

it('tells an attainment by the points of the target', () => {
  expect(explainAttainment(amount('17'), WAITING, 'menit', FIRST_POLICY)).toEqual({
    ruleId: 'AT2',
    sentence: {
      id: 'Realisasi 17 menit antara batas bawah 45 dan target 15: 100 × (45 − 17) ÷ (45 − 15) ≈ 93,33 poin.',
      en: 'The realisation of 17 menit is between the floor 45 and the target 15: 100 × (45 − 17) ÷ (45 − 15) ≈ 93.33 points.',
    },
  });
  expect(['600', '45', '30', '15', '11.5', '8', '1'].map((realised) => told(realised, WAITING))).toEqual([
    'AT4 600 menit belum mencapai batas bawah 45: 0.',
    'AT1 45 menit tepat di batas bawah: 0.',
    'AT2 30 menit antara batas bawah 45 dan target 15: 100 × (45 − 30) ÷ (45 − 15) = 50.',
    'AT1 15 menit tepat pada target: 100.',
    'AT2 11,5 menit antara target 15 dan target lebih 8: 100 + 20 × (15 − 11,5) ÷ (15 − 8) = 110.',
    'AT1 8 menit tepat pada target lebih: 120.',
    'AT4 1 menit melampaui target lebih 8: 120.',
  ]);
});

it('turns the differences round where higher is better', () => {
  expect(
    ['50', '60', '81', '95', '99', '100', '101'].map((at) => told(at, ON_TIME, FIRST_POLICY, '%')),
  ).toEqual([
    'AT4 50% belum mencapai batas bawah 60: 0.',
    'AT1 60% tepat di batas bawah: 0.',
    'AT2 81% antara batas bawah 60 dan target 95: 100 × (81 − 60) ÷ (95 − 60) = 60.',
    'AT1 95% tepat pada target: 100.',
    'AT2 99% antara target 95 dan target lebih 100: 100 + 20 × (99 − 95) ÷ (100 − 95) = 116.',
    'AT1 100% tepat pada target lebih: 120.',
    'AT4 101% melampaui target lebih 100: 120.',
  ]);
});

it('tells that a stretch equal to the target ends at 100', () => {
  const answered = points('80', '100', '100');
  expect(['100', '130'].map((at) => told(at, answered))).toEqual([
    'AT1 100 menit tepat pada target: 100.',
    'AT6 130 menit melampaui target 100, yang sekaligus hasil tertinggi: 100.',
  ]);
});

it('tells where the cap holds an attainment back', () => {
  const strict: ScoringPolicy = { ...FIRST_POLICY, cap: amount('110') };
  expect(['11.5', '9.75', '8', '1'].map((at) => told(at, WAITING, strict))).toEqual([
    'AT2 11,5 menit antara target 15 dan target lebih 8: 100 + 20 × (15 − 11,5) ÷ (15 − 8) = 110.',
    'AT4 9,75 menit antara target 15 dan target lebih 8: 100 + 20 × (15 − 9,75) ÷ (15 − 8) = 115; capaian tidak pernah di atas 110.',
    'AT4 8 menit tepat pada target lebih: 120; capaian tidak pernah di atas 110.',
    'AT4 1 menit melampaui target lebih 8: 120; capaian tidak pernah di atas 110.',
  ]);
  expect(explainAttainment(amount('8'), WAITING, 'menit', strict).sentence.en).toBe(
    'The realisation of 8 menit is exactly at the stretch: 120 points; attainment is never above 110.',
  );
});

it('tells an attainment by the ratio', () => {
  expect(['17', '40', '5'].map((at) => told(at, WAITING, RATIO))).toEqual([
    'AT8 17 menit terhadap target 15, makin rendah makin baik: 100 × (2 − 17 ÷ 15) ≈ 86,67.',
    'AT4 40 menit terhadap target 15, makin rendah makin baik: 100 × (2 − 40 ÷ 15) ≈ −66,67; capaian tidak pernah di bawah 0.',
    'AT4 5 menit terhadap target 15, makin rendah makin baik: 100 × (2 − 5 ÷ 15) ≈ 166,67; capaian tidak pernah di atas 120.',
  ]);
  const permits = points('0', '20', '24');
  expect(['18', '24', '25', '-1'].map((at) => told(at, permits, RATIO, 'izin'))).toEqual([
    'AT8 18 izin terhadap target 20: 100 × 18 ÷ 20 = 90.',
    'AT8 24 izin terhadap target 20: 100 × 24 ÷ 20 = 120.',
    'AT4 25 izin terhadap target 20: 100 × 25 ÷ 20 = 125; capaian tidak pernah di atas 120.',
    'AT4 −1 izin terhadap target 20: 100 × (−1) ÷ 20 = −5; capaian tidak pernah di bawah 0.',
  ]);
  expect(explainAttainment(amount('40'), WAITING, 'menit', RATIO).sentence.en).toBe(
    'The realisation of 40 menit against the target 15, lower is better: 100 × (2 − 40 ÷ 15) ≈ −66.67 points; attainment is never below 0.',
  );
});

it('tells that nothing is divided by a target of zero', () => {
  const mistakes = points('5', '0', '0');
  const growth = points('-5', '0', '5');
  const about = 'kasus terhadap target 0, yang tidak dapat menjadi pembagi';
  expect(['-1', '0', '1'].map((at) => told(at, mistakes, RATIO, 'kasus'))).toEqual([
    `AT9 −1 ${about}: 120.`,
    `AT9 0 ${about}: 120.`,
    `AT9 1 ${about}: 0.`,
  ]);
  expect(['-1', '0', '1'].map((at) => told(at, growth, RATIO, 'kasus'))).toEqual([
    `AT9 −1 ${about}: 0.`,
    `AT9 0 ${about}: 100.`,
    `AT9 1 ${about}: 120.`,
  ]);
  expect(told('0.5', mistakes, FIRST_POLICY, 'kasus')).toMatch(
    /^AT2 .*100 × \(5 − 0,5\) ÷ \(5 − 0\) = 90\.$/,
  );
});

it('reads a target below zero by its points whatever the method', () => {
  const balance = points('-10', '-2', '0');
  expect(told('-6', balance, RATIO)).toBe(
    'AT2 −6 menit antara batas bawah −10 dan target −2: 100 × ((−6) − (−10)) ÷ ((−2) − (−10)) = 50.',
  );
});

it('tells an attainment beside a range', () => {
  const outside = 'di luar batas bawah 0 dan batas atas 48';
  const inside = 'di dalam rentang target 20 sampai 24';
  const at = ['-1', '0', '10', '20', '22', '24', '30', '48', '60'];
  const expected = [
    `AT12 −1 JP ${outside}: 0.`,
    `AT12 0 JP ${outside}: 0.`,
    'AT12 10 JP antara batas bawah 0 dan target 20: 100 × (10 − 0) ÷ (20 − 0) = 50.',
    `AT12 20 JP ${inside}: 100.`,
    `AT12 22 JP ${inside}: 100.`,
    `AT12 24 JP ${inside}: 100.`,
    'AT12 30 JP antara ujung rentang 24 dan batas atas 48: 100 × (48 − 30) ÷ (48 − 24) = 75.',
    `AT12 48 JP ${outside}: 0.`,
    `AT12 60 JP ${outside}: 0.`,
  ];
  expect(at.map((realised) => told(realised, HOURS, FIRST_POLICY, 'JP'))).toEqual(expected);
  expect(at.map((realised) => told(realised, HOURS, RATIO, 'JP'))).toEqual(expected);
});

it('shows the points as they were agreed, and the realisation on its side of each', () => {
  expect(told('14.996', WAITING)).toContain('14,996 menit antara target 15 dan target lebih 8');
  expect(told('15.004', WAITING)).toContain('15,004 menit antara batas bawah 45 dan target 15');
  expect(told('47.999', HOURS)).toContain('47,999 menit antara ujung rentang 24 dan batas atas 48');
  const survey = points('2.6', '3.53', '4');
  const coarse: ScoringPolicy = { ...FIRST_POLICY, shownPlaces: 1 };
  expect(told('3.123456', survey, coarse, 'indeks')).toBe(
    'AT2 3,123456 indeks antara batas bawah 2,6 dan target 3,53: 100 × (3,123456 − 2,6) ÷ (3,53 − 2,6) ≈ 56,285591.',
  );
  expect(told('17.25', WAITING, coarse)).toContain('17,3 menit antara');
  expect(told('17.25', points('0', '10', '20', '40.25'), coarse)).toContain('17,25 menit di dalam');
  // Beyond the cap by less than is shown.
  expect(told('24.0004', points('0', '20', '24'), RATIO)).toMatch(
    /= 120,002; capaian tidak pernah di atas 120\.$/,
  );
  const cap: ScoringPolicy = { ...RATIO, cap: amount('110.5'), shownPlaces: 0 };
  expect(told('24', points('0', '20', '24'), cap)).toMatch(/= 120; capaian tidak pernah di atas 110,5\.$/);
});

const values = fc.oneof(
  fc.bigInt({ min: -100_000_000n, max: 100_000_000n }),
  fc.integer({ min: -20, max: 20 }).map((whole) => amount(String(whole))),
);
const gaps = fc.oneof(fc.bigInt({ min: 1n, max: 50_000_000n }), fc.constant(amount('5')));
const anyPoints = fc
  .tuple(fc.boolean(), values, gaps, fc.oneof(gaps, fc.constant(0n)), fc.option(gaps))
  .map(([isHigher, floor, gap, extra, more]): TargetPoints => {
    const sign = isHigher ? 1n : -1n;
    const [target, stretch] = [floor + sign * gap, floor + sign * (gap + extra)];
    return { floor, target, stretch, ceiling: isHigher && more !== null ? stretch + more : null };
  });

function read(indonesian: string): Amount {
  return amount(indonesian.replaceAll('.', '').replace(',', '.').replace('−', '-'));
}

it('tells exactly the attainment that is computed', () => {
  const policies = fc
    .record({
      attainmentMethod: fc.constantFrom('POINTS', 'RATIO'),
      cap: fc.constantFrom('100', '110', '120', '150').map(amount),
    })
    .map((given): ScoringPolicy => ({ ...FIRST_POLICY, ...given, shownPlaces: 6 }));
  const realisations = fc.oneof(values, fc.constantFrom('floor', 'target', 'stretch', 'ceiling'));
  fc.assert(
    fc.property(anyPoints, realisations, policies, (of, at, policy) => {
      const realised = typeof at === 'bigint' ? at : (of[at] ?? of.floor);
      const { id } = explainAttainment(realised, of, 'menit', policy).sentence;
      const reached = read(/([−\d.,]+) poin/.exec(id)![1]!);
      const held = /(?:di atas|di bawah) ([\d.,]+)\.$/.exec(id)?.[1];
      expect(held === undefined ? reached : read(held)).toBe(
        attainment(realised, of, policy.attainmentMethod, policy.cap),
      );
    }),
    { numRuns: 2000 },
  );
});
