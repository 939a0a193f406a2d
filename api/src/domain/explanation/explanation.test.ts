import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { amount, ONE, type Amount } from '../amount.js';
import type { CoreValue } from '../people/berakhlak.js';
import { FIRST_POLICY, type ScoringPolicy } from '../scoring/policy.js';
import { addTallies, EMPTY_TALLY, tallyDifference, type UnitTally } from '../scoring/roll-up-unit.js';
import { scoreEmployee, type Plan } from '../scoring/score-employee.js';
import { explainScore } from './explain-score.js';
import { explainUnit } from './explain-unit.js';
import type { ExplanationNode } from './explanation-node.js';
import type { CountedObservations, ListedObservation, ScoreToExplain } from './score-to-explain.js';
import type { UnitToExplain } from './unit-to-explain.js';

const sum = (all: readonly Amount[]) => all.reduce((a, b) => a + b, 0n);
const times = (runs: number) => ({ numRuns: runs });

const policies = fc
  .record({
    attainmentMethod: fc.constantFrom('POINTS', 'RATIO'),
    cap: fc.constantFrom('100', '120', '150').map(amount),
    minimumCoverage: fc.constantFrom('0', '0.6', '1').map(amount),
    results: fc.constantFrom('70', '60', '100', '33.333333').map(amount),
    points: fc.constantFrom(['60', '100', '120'], ['0', '10', '100'], ['50', '99.999999', '100']),
    minimumObservations: fc.integer({ min: 1, max: 3 }),
    minimumValues: fc.integer({ min: 1, max: 3 }),
    minimumPeople: fc.integer({ min: 1, max: 4 }),
    shownPlaces: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ results, points, minimumObservations, minimumValues, ...rest }): ScoringPolicy => {
    const [below, meets, above] = points.map(amount) as [Amount, Amount, Amount];
    return {
      ...FIRST_POLICY,
      ...rest,
      shares: { results, behaviour: amount('100') - results },
      behaviour: {
        ...FIRST_POLICY.behaviour,
        minimumObservations,
        minimumObservers: 1,
        minimumValues,
        points: { below, meets, above },
      },
    };
  });

const values = fc.oneof(
  fc.bigInt({ min: -20_000_000n, max: 150_000_000n }),
  fc.integer({ min: 0, max: 120 }).map((whole) => BigInt(whole) * ONE),
);
const levels = fc.constantFrom(-ONE, 0n, ONE);
const weights = fc.oneof(fc.bigInt({ min: 1n, max: ONE }), fc.constantFrom(amount('0.5'), 1n));

const observation = (value: fc.Arbitrary<Amount>, weight: fc.Arbitrary<Amount | null>) =>
  fc.record({
    value,
    weight,
    minute: fc.integer({ min: 0, max: 59 }),
    note: fc.option(fc.constantFrom('Antre panjang', 'Ramah kepada lansia')),
    source: fc.option(fc.constantFrom('loket.csv', 'akun penilai')),
    supersedes: fc.boolean(),
    contested: fc.boolean(),
  });

/** All observations of one target, newest first, and how many of them are listed. */
const observed = (value: fc.Arbitrary<Amount>, weight: fc.Arbitrary<Amount | null>) =>
  fc
    .record({
      all: fc.array(observation(value, weight), { maxLength: 7 }),
      listed: fc.nat({ max: 7 }),
    })
    .map(({ all, listed }) => ({
      listed,
      all: all
        .map(({ minute, ...rest }, i): ListedObservation => {
          const observedOn = `2026-11-12 08:${String(minute).padStart(2, '0')}`;
          return { ...rest, id: `o${i}`, observedOn, recordedOn: '2026-11-13 10:00' };
        })
        .sort((a, b) => (`${a.observedOn} ${a.id}` < `${b.observedOn} ${b.id}` ? 1 : -1)),
    }));

type Observed = typeof observed extends (...args: never[]) => fc.Arbitrary<infer T> ? T : never;

const weighted = ({ value, weight }: ListedObservation) => ((weight ?? 0n) * value) / ONE;

function countedOf({ all, listed }: Observed): CountedObservations {
  const [shown, rest] = [all.slice(0, listed), all.slice(listed)];
  const isWeighed = rest.some(({ weight }) => weight !== null);
  return {
    shown,
    others: {
      count: rest.length,
      total: sum(rest.map(({ value }) => value)),
      weightTotal: isWeighed ? sum(rest.map(({ weight }) => weight ?? 0n)) : null,
      weightedTotal: isWeighed ? sum(rest.map(weighted)) : null,
    },
  };
}

const targets = fc
  .record({
    floor: values,
    gap: fc.bigInt({ min: 1n, max: 60_000_000n }),
    extra: fc.bigInt({ min: 0n, max: 20_000_000n }),
    beyond: fc.option(fc.bigInt({ min: 1n, max: 20_000_000n })),
    isHigher: fc.boolean(),
  })
  .map(({ floor, gap, extra, beyond, isHigher }) => {
    const sign = isHigher ? 1n : -1n;
    const stretch = floor + sign * (gap + extra);
    return {
      floor,
      target: floor + sign * gap,
      stretch,
      ceiling: isHigher && beyond ? stretch + beyond : null,
    };
  });

const scores = fc
  .record({
    policy: policies,
    indicators: fc.array(
      fc.record({
        target: targets,
        weight: fc.oneof(fc.bigInt({ min: 1n, max: 20_000_000n }), fc.constant(amount('10'))),
        aggregation: fc.constantFrom('MEAN', 'SUM', 'LATEST'),
        observed: observed(values, fc.constant(null)),
      }),
      { maxLength: 5 },
    ),
    behaviours: fc.array(observed(levels, weights), { maxLength: 5 }),
    ofDays: fc.integer({ min: 1, max: 92 }),
    away: fc.oneof(fc.constant(0), fc.nat({ max: 92 })),
  })
  .map(({ policy, indicators, behaviours, ofDays, away }): ScoreToExplain => {
    const plan: Plan = {
      indicators: indicators.map(({ target, weight, aggregation, observed: { all } }, i) => ({
        ...target,
        indicatorId: `i${i}`,
        weight,
        aggregation,
        measurement:
          all.length === 0
            ? null
            : { count: all.length, total: sum(all.map(({ value }) => value)), latestValue: all[0]!.value },
      })),
      behaviours: behaviours.map(({ all }, i) => ({
        indicatorId: `b${i}`,
        coreValue: `VALUE_${i}` as CoreValue,
        measurement:
          all.length === 0
            ? null
            : {
                count: all.length,
                observers: 1,
                weightTotal: sum(all.map(({ weight }) => weight!)),
                weightedTotal: sum(all.map(weighted)),
              },
      })),
      service: { served: Math.max(0, ofDays - away), ofDays },
    };
    const counted = [
      ...indicators.map(({ observed: one }, i) => [`i${i}`, countedOf(one)] as const),
      ...behaviours.map((one, i) => [`b${i}`, countedOf(one)] as const),
    ];
    return {
      score: scoreEmployee(plan, policy),
      plan,
      policy,
      indicators: new Map(
        counted.map(([id], i) => [
          id,
          // Codes run against the order of the plan.
          {
            code: `C-${9 - (i % 10)}${id}`,
            name: { id: `Indikator ${id}`, en: `Indicator ${id}` },
            measureUnit: 'menit',
            direction: 'HIGHER',
          },
        ]),
      ),
      observations: new Map(counted.filter(([, { shown, others }]) => shown.length + others.count > 0)),
    };
  });

/** People with their days in some of the groups of a unit: 0 is the unit itself. */
const people = fc.array(
  fc.record({
    value: fc.option(fc.bigInt({ min: 0n, max: amount('120') }), { freq: 5 }),
    coverage: fc.oneof(fc.bigInt({ min: 0n, max: ONE }), fc.constant(ONE)),
    days: fc.dictionary(fc.constantFrom('0', '1', '2', '3'), fc.integer({ min: 1, max: 92 }), {
      minKeys: 1,
      maxKeys: 2,
    }),
  }),
  { maxLength: 12 },
);
type People = typeof people extends fc.Arbitrary<infer T> ? T : never;

function tallyOf(all: People, groups: readonly string[]): UnitTally {
  return all
    .map(({ value, coverage, days }) => {
      const here = groups.reduce((total, group) => total + (days[group] ?? 0), 0);
      return tallyDifference(null, here === 0 ? null : { value, coverage, days: here });
    })
    .reduce(addTallies, EMPTY_TALLY);
}

const units = fc
  .record({
    policy: policies,
    all: people,
    indicators: fc.array(
      fc.record({
        people: fc.nat({ max: 6 }),
        mean: fc.bigInt({ min: 0n, max: amount('120') }),
        weightShare: fc.bigInt({ min: 0n, max: ONE }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ policy, all, indicators }): UnitToExplain & { readonly all: People } => ({
    all,
    unit: { id: 'u', name: 'Kalijudan' },
    policy,
    own: tallyOf(all, ['0']),
    children: ['1', '2', '3'].map((group) => ({
      id: group,
      name: `Unit ${group}`,
      tally: tallyOf(all, [group]),
    })),
    total: tallyOf(all, ['0', '1', '2', '3']),
    indicators: indicators.map(({ people: count, mean, weightShare }, i) => ({
      code: `C-${9 - i}`,
      name: { id: `Indikator ${i}`, en: `Indicator ${i}` },
      measureUnit: 'menit',
      people: count,
      meanAttainment: count === 0 ? null : mean,
      weightShare,
    })),
  }));

const ofScores = scores.map((input) => ({ policy: input.policy, nodes: explainScore(input) }));
const ofUnits = units.map((input) => ({ policy: input.policy, nodes: explainUnit(input) }));
type Explained = typeof ofScores extends fc.Arbitrary<infer T> ? T : never;

/** Of many explanations, of scores and of units, what `wrong` finds in them is nothing. */
function expectNothing(wrong: (explained: Explained) => readonly unknown[]): void {
  for (const explanations of [ofScores, ofUnits]) {
    fc.assert(
      fc.property(explanations, (explained) => expect(wrong(explained)).toEqual([])),
      times(200),
    );
  }
}

function childrenOf(nodes: readonly ExplanationNode[], parent: ExplanationNode): ExplanationNode[] {
  return nodes.filter(({ parentId }) => parentId === parent.id);
}

/** Made of parts: where there is a value, there are contributions. */
const WHOLES = new Set(['SCORE', 'WORK_RESULT', 'BEHAVIOUR', 'REALISATION', 'CORE_VALUE']);

it('EX1 the parts that are shown add up exactly to the whole', () => {
  expectNothing(({ nodes }) =>
    nodes.filter((parent) => {
      const parts = childrenOf(nodes, parent).flatMap(({ contribution }) => contribution ?? []);
      const isWhole = parent.value !== null && WHOLES.has(parent.kind);
      return isWhole ? parts.length === 0 || sum(parts) !== parent.value : parts.length > 0;
    }),
  );
});

describe('EX2 every node stands in one tree and names the rule it follows', () => {
  it('EX2 every node stands in one tree and names the rule it follows', () => {
    const document = readFileSync(join(import.meta.dirname, '../../../docs/SCORING.md'), 'utf8');
    const rules = new Set([...document.matchAll(/^### (\S+)/gm)].map((match) => match[1]));
    expectNothing(({ nodes }) => nodes.map(({ ruleId }) => ruleId).filter((ruleId) => !rules.has(ruleId)));
  });

  it('is depth first from one root, every id once and below its parent', () => {
    expectNothing(({ nodes }) => {
      const path: string[] = [];
      const seen = new Set<string>();
      return nodes.filter(({ id, parentId }, i) => {
        while (path.length > 0 && path.at(-1) !== parentId) path.pop();
        const isPlaced = i === 0 ? parentId === null : path.length > 0 && id.startsWith(`${parentId}/`);
        const isNew = !seen.has(id);
        path.push(id);
        seen.add(id);
        return !isPlaced || !isNew;
      });
    });
  });

  it('says something whole of every node in both languages', () => {
    expectNothing(({ nodes }) =>
      nodes
        .flatMap(({ name, sentence, terms }) => [name, sentence, ...terms.map((term) => term.name)])
        .flatMap(({ id, en }) => [id, en])
        .filter((text) => !/^\S(?:.*\S)?$/.test(text) || /NaN|undefined|null|\[object|[{}]|\s{2}/.test(text)),
    );
  });
});

it('the order in which a plan and its observations come decides nothing', () => {
  fc.assert(
    fc.property(scores, (input) => {
      const { plan, policy } = input;
      const turned: Plan = {
        ...plan,
        indicators: plan.indicators.toReversed(),
        behaviours: plan.behaviours.toReversed(),
      };
      const observations = new Map(
        [...input.observations].map(([id, { shown, others }]) => [id, { shown: shown.toReversed(), others }]),
      );
      const score = scoreEmployee(turned, policy);
      expect(explainScore({ ...input, plan: turned, score, observations })).toEqual(explainScore(input));
    }),
    times(200),
  );
});

/** A fraction of whole numbers: over, under. */
type Fraction = readonly [bigint, bigint];

/** Works out what a sentence says, from its Indonesian text alone. */
function workOut(text: string): Fraction {
  const tokens = text.match(/[\d.,]+%?|[()+−×÷]/g)!;
  let at = 0;
  const product = (): Fraction => {
    let [over, under] = atom();
    while (tokens[at] === '×' || tokens[at] === '÷') {
      const isTimes = tokens[at++] === '×';
      const [o, u] = atom();
      [over, under] = isTimes ? [over * o, under * u] : [over * u, under * o];
    }
    return [over, under];
  };
  const total = (): Fraction => {
    let [over, under] = product();
    while (tokens[at] === '+' || tokens[at] === '−') {
      const sign = tokens[at++] === '+' ? 1n : -1n;
      const [o, u] = product();
      [over, under] = [over * u + sign * o * under, under * u];
    }
    return [over, under];
  };
  const atom = (): Fraction => {
    const token = tokens[at++]!;
    if (token === '−') {
      const [over, under] = atom();
      return [-over, under];
    }
    if (token === '(') {
      const inside = total();
      at++;
      return inside;
    }
    const number = amount(token.replace('%', '').replaceAll('.', '').replace(',', '.'));
    return [number, token.endsWith('%') ? 100n * ONE : ONE];
  };
  const result = total();
  expect(at).toBe(tokens.length);
  return result;
}

const CALCULATION = /([(\d][\d.,%()+−×÷ ]*) ([=≈]) (−?[\d.,]+%?)/g;

it('EX6 arithmetic is told with the numbers that were computed with', () => {
  const seen = new Set<string>();
  expectNothing(({ policy, nodes }) =>
    nodes.filter(({ kind, sentence }) => {
      if (kind === 'EVIDENCE') return false;
      if (signsIn(sentence.en) !== signsIn(sentence.id)) return true;
      return [...sentence.id.matchAll(CALCULATION)].some(([, from = '', sign = '', to = '']) => {
        seen.add(kind);
        const [[a, b], [c, d]] = [workOut(from), workOut(to)];
        const off = a * d - b * c;
        if (sign === '=') return off !== 0n;
        // Nothing is rounded for display there, so that only what the computing rounded is off: the number that is
        // told and the share in it, each by less than a millionth.
        return policy.shownPlaces === 6 && (off === 0n || size(off) * ONE >= 2n * size(b * d));
      });
    }),
  );
  expect([...seen].sort()).toEqual([
    'BEHAVIOUR',
    'CORE_VALUE',
    'COVERAGE',
    'INDICATOR',
    'OBSERVATION',
    'OTHER_OBSERVATIONS',
    'PEOPLE',
    'REALISATION',
    'SCORE',
    'TARGET',
    'UNIT',
    'WORK_RESULT',
  ]);
});

const signsIn = (text: string) => text.replace(/[^=≈]/g, '');
const size = (n: bigint) => (n < 0n ? -n : n);

it('what is told of a unit is told of enough people, alone or together', () => {
  const GROUPS = { 'score/people': '0', 'score/units/1': '1', 'score/units/2': '2', 'score/units/3': '3' };
  fc.assert(
    fc.property(units, ({ all, ...input }) => {
      const nodes = explainUnit(input);
      const { minimumPeople } = input.policy;
      const scoredIn = (groups: readonly string[]) =>
        all.filter(({ value, days }) => value !== null && groups.some((group) => days[group] !== undefined))
          .length;
      const telling = nodes.filter(({ value, contribution }) => value !== null || contribution !== null);
      const told = telling.map(({ id }) => id);
      if (nodes[0]!.value === null) return expect(told).toEqual(['score/coverage']);

      const [alone, others] = [true, false].map((isTold) =>
        Object.entries(GROUPS).flatMap(([id, group]) => (told.includes(id) === isTold ? [group] : [])),
      ) as [string[], string[]];
      expect(alone.filter((group) => scoredIn([group]) < minimumPeople)).toEqual([]);
      const hidden = others.filter((group) => scoredIn([group]) > 0);
      expect(told.includes('score/together')).toBe(hidden.length > 0);
      // What is left of the whole without those told alone is of several groups and enough different people.
      if (hidden.length === 0) return;
      expect([hidden.length >= 2, scoredIn(hidden) >= minimumPeople]).toEqual([true, true]);
    }),
    times(500),
  );
});
