import { amount, formatAmount, ONE, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type Refused, type RefusalRow, type Sentence } from '../outcome.js';
import type { ScoringPolicy } from './policy.js';
import { POLICY_DECIMAL_REFUSALS, readPolicyDecimal } from './read-policy-decimal.js';
import { readWeightSets, WEIGHT_SET_REFUSALS, type WeightSetInput } from './read-weight-sets.js';

/** The numbers of a policy as people send and read them: as `ScoringPolicy` has them, every amount a canonical decimal. */
export interface PolicyInput {
  readonly attainmentMethod: ScoringPolicy['attainmentMethod'];
  readonly cap: string;
  readonly minimumCoverage: string;
  readonly bands: { readonly above: string; readonly meets: string; readonly decide: string };
  readonly shares: { readonly results: string; readonly behaviour: string };
  readonly behaviour: {
    readonly halfLifeDays: number;
    readonly minimumObservations: number;
    readonly minimumObservers: number;
    readonly minimumValues: number;
    readonly points: { readonly below: string; readonly meets: string; readonly above: string };
  };
  readonly minimumPeople: number;
  readonly contest: ScoringPolicy['contest'];
  readonly shownPlaces: number;
  readonly weightSets: readonly WeightSetInput[];
}

const HUNDRED = amount('100');
const HIGHEST_CAP = amount('200');

/** Why numbers are not taken for a policy. */
export const POLICY_REFUSALS = {
  ...POLICY_DECIMAL_REFUSALS,
  CAP_OUT_OF_RANGE: {
    when: 'The cap is below 100 or above 200.',
    field: 'cap',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Batas atas capaian di luar 100 sampai 200. PP 30/2019 memakai 120; tulis nilai di antaranya.',
      en: 'The cap lies outside 100 to 200. PP 30/2019 has 120; write a value between them.',
    },
  },
  COVERAGE_OUT_OF_RANGE: {
    when: 'The minimum coverage is below 0 or above 1.',
    field: 'minimumCoverage',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Cakupan minimum adalah bagian dari bobot, 0 sampai 1. Untuk 60% tulis 0.6.',
      en: 'The minimum coverage is a share of the weight, 0 to 1. For 60% write 0.6.',
    },
  },
  BANDS_ORDER: {
    when: 'The bands do not stand in the order cap ≥ above > meets > decide > 0.',
    field: 'bands',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Ambang harus urut: batas atas capaian ≥ di atas ekspektasi > sesuai ekspektasi > perlu keputusan > 0. Perbaiki urutannya.',
      en: 'The bands must stand in order: cap ≥ above > meets > decide > 0. Correct their order.',
    },
  },
  SHARES_NOT_100: {
    when: 'The shares of work result and behaviour do not add up to 100, the first is not above 0, or the second is below 0.',
    field: 'shares',
    mender: 'POLICY_OWNER',
    message: (results: Amount, behaviour: Amount): Sentence => {
      const given = [results, behaviour].map(formatAmount).join(' + ');
      return {
        id: `Porsi hasil kerja dan perilaku harus berjumlah 100, hasil kerja lebih dari 0; yang diterima ${given}. Tulis misalnya 70 dan 30.`,
        en: `The shares of work result and behaviour must add up to 100, that of the work result above 0; received ${given}. Write for example 70 and 30.`,
      };
    },
  },
  BEHAVIOUR_POINTS_ORDER: {
    when: 'The points of behaviour do not stand in the order 0 ≤ below < meets < above ≤ cap.',
    field: 'behaviour.points',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Poin perilaku harus urut: 0 ≤ di bawah < sesuai < di atas ekspektasi ≤ batas atas capaian. Perbaiki urutannya.',
      en: 'The points of behaviour must stand in order: 0 ≤ below < meets < above ≤ cap. Correct their order.',
    },
  },
  COUNT_OUT_OF_RANGE: {
    when: 'A count is not a whole number within its range, or more observers are asked for than observations.',
    field: null,
    mender: 'POLICY_OWNER',
    message: (from: number, to: number): Sentence => ({
      id: `Angka ini harus bulat, ${from} sampai ${to}. Perbaiki angkanya.`,
      en: `This must be a whole number, ${from} to ${to}. Correct it.`,
    }),
  },
  ...WEIGHT_SET_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type PolicyRefusalCode = keyof typeof POLICY_REFUSALS;

/**
 * Takes the numbers of a new policy version (rules PO in docs/SCORING.md). Of several troubles one is told: what is no
 * decimal first, then amounts, then counts, and at last the weight sets.
 */
export function readPolicy(version: string, input: PolicyInput): Outcome<ScoringPolicy, PolicyRefusalCode> {
  const { attainmentMethod, bands, shares, behaviour, minimumPeople, contest, shownPlaces } = input;
  const decimals = readDecimals({
    cap: input.cap,
    minimumCoverage: input.minimumCoverage,
    'bands.above': bands.above,
    'bands.meets': bands.meets,
    'bands.decide': bands.decide,
    'shares.results': shares.results,
    'shares.behaviour': shares.behaviour,
    'behaviour.points.below': behaviour.points.below,
    'behaviour.points.meets': behaviour.points.meets,
    'behaviour.points.above': behaviour.points.above,
  });
  if (!decimals.ok) return decimals;
  const read = decimals.value;
  const amounts = {
    cap: read.cap,
    minimumCoverage: read.minimumCoverage,
    bands: { above: read['bands.above'], meets: read['bands.meets'], decide: read['bands.decide'] },
    shares: { results: read['shares.results'], behaviour: read['shares.behaviour'] },
    points: {
      below: read['behaviour.points.below'],
      meets: read['behaviour.points.meets'],
      above: read['behaviour.points.above'],
    },
  };
  const trouble = troubleOfAmounts(amounts) ?? troubleOfCounts(input);
  if (trouble !== null) return trouble;
  const weightSets = readWeightSets(input.weightSets);
  if (!weightSets.ok) return weightSets;
  const { points, ...rest } = amounts;
  const { halfLifeDays, minimumObservations, minimumObservers, minimumValues } = behaviour;
  return ok({
    version,
    attainmentMethod,
    ...rest,
    behaviour: { halfLifeDays, minimumObservations, minimumObservers, minimumValues, points },
    minimumPeople,
    contest: { days: contest.days, calendar: contest.calendar },
    shownPlaces,
    weightSets: weightSets.value,
  });
}

/** The way back: `readPolicy` makes the same policy of it. */
export function writePolicy(policy: ScoringPolicy): PolicyInput {
  const { attainmentMethod, cap, minimumCoverage, bands, shares, behaviour } = policy;
  const { minimumPeople, contest, shownPlaces, weightSets } = policy;
  return {
    attainmentMethod,
    cap: formatAmount(cap),
    minimumCoverage: formatAmount(minimumCoverage),
    bands: {
      above: formatAmount(bands.above),
      meets: formatAmount(bands.meets),
      decide: formatAmount(bands.decide),
    },
    shares: { results: formatAmount(shares.results), behaviour: formatAmount(shares.behaviour) },
    behaviour: {
      ...behaviour,
      points: {
        below: formatAmount(behaviour.points.below),
        meets: formatAmount(behaviour.points.meets),
        above: formatAmount(behaviour.points.above),
      },
    },
    minimumPeople,
    contest,
    shownPlaces,
    weightSets: weightSets.map(({ role, weights }) => ({
      role,
      weights: weights.map(({ indicator, weight }) => ({ indicator, weight: formatAmount(weight) })),
    })),
  };
}

function readDecimals<Field extends string>(
  texts: Readonly<Record<Field, string>>,
): Outcome<Readonly<Record<Field, Amount>>, PolicyRefusalCode> {
  const read: Partial<Record<Field, Amount>> = {};
  for (const field of Object.keys(texts) as Field[]) {
    const decimal = readPolicyDecimal(field, texts[field]);
    if (!decimal.ok) return decimal;
    read[field] = decimal.value;
  }
  return ok(read as Record<Field, Amount>);
}

type Amounts = Pick<ScoringPolicy, 'cap' | 'minimumCoverage' | 'bands' | 'shares'> &
  Pick<ScoringPolicy['behaviour'], 'points'>;

function troubleOfAmounts(amounts: Amounts): Refused<PolicyRefusalCode> | null {
  const { cap, minimumCoverage, bands, shares, points } = amounts;
  const told = POLICY_REFUSALS;
  if (cap < HUNDRED || cap > HIGHEST_CAP) return refused('CAP_OUT_OF_RANGE', told.CAP_OUT_OF_RANGE);
  if (minimumCoverage < 0n || minimumCoverage > ONE) {
    return refused('COVERAGE_OUT_OF_RANGE', told.COVERAGE_OUT_OF_RANGE);
  }
  const { above, meets, decide } = bands;
  if (!(cap >= above && above > meets && meets > decide && decide > 0n)) {
    return refused('BANDS_ORDER', told.BANDS_ORDER);
  }
  const { results, behaviour } = shares;
  if (results + behaviour !== HUNDRED || results <= 0n || behaviour < 0n) {
    const row = told.SHARES_NOT_100;
    return refused('SHARES_NOT_100', { ...row, message: row.message(results, behaviour) });
  }
  const upwards = points.below >= 0n && points.below < points.meets && points.meets < points.above;
  if (!upwards || points.above > cap) {
    return refused('BEHAVIOUR_POINTS_ORDER', told.BEHAVIOUR_POINTS_ORDER);
  }
  return null;
}

function troubleOfCounts({ behaviour, minimumPeople, contest, shownPlaces }: PolicyInput) {
  // The observations come before the observers, whose range they end.
  const counts: readonly (readonly [field: string, count: number, from: number, to: number])[] = [
    ['behaviour.halfLifeDays', behaviour.halfLifeDays, 1, 3660],
    ['behaviour.minimumObservations', behaviour.minimumObservations, 1, 100],
    ['behaviour.minimumObservers', behaviour.minimumObservers, 1, behaviour.minimumObservations],
    ['behaviour.minimumValues', behaviour.minimumValues, 1, 7],
    ['minimumPeople', minimumPeople, 1, 100],
    ['contest.days', contest.days, 1, 90],
    ['shownPlaces', shownPlaces, 0, 6],
  ];
  const wrong = counts.find(([, count, from, to]) => !Number.isInteger(count) || count < from || count > to);
  if (wrong === undefined) return null;
  const [field, , from, to] = wrong;
  const row = POLICY_REFUSALS.COUNT_OUT_OF_RANGE;
  return refused('COUNT_OUT_OF_RANGE', { ...row, field, message: row.message(from, to) });
}
