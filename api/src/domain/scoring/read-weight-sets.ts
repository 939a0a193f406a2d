import { amount, formatAmount, type Amount } from '../amount.js';
import { ok, refused, type Outcome, type RefusalRow, type Sentence } from '../outcome.js';
import type { WeightSet } from './policy.js';
import { POLICY_DECIMAL_REFUSALS, readPolicyDecimal } from './read-policy-decimal.js';

/** A weight set as people send it: each weight a canonical decimal. */
export interface WeightSetInput {
  readonly role: string;
  readonly weights: readonly { readonly indicator: string; readonly weight: string }[];
}

/** More than any region has: what is above was not written by a person. */
const MOST_SETS = 200;
const MOST_WEIGHTS = 60;

/** One to forty characters that can be read, with no space around them. */
const CODE = /^(?!\s)\P{C}{1,40}(?<!\s)$/u;

const WHOLE = amount('100');

/** Why weight sets are not taken. Those of the whole list come first, then those of each set in turn. */
export const WEIGHT_SET_REFUSALS = {
  TOO_MANY_WEIGHTS: {
    when: 'There are more than 200 weight sets, or more than 60 weights in one of them.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: {
      id: `Bobot terlalu banyak: paling banyak ${MOST_SETS} peran, masing-masing ${MOST_WEIGHTS} indikator. Gabungkan peran yang bobotnya sama.`,
      en: `Too many weights: at most ${MOST_SETS} roles with ${MOST_WEIGHTS} indicators each. Join the roles that have the same weights.`,
    },
  },
  CODE_UNREADABLE: {
    when: 'The code of a role or of an indicator is empty, longer than 40 characters, has space around it or characters that cannot be seen.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Ada kode peran atau indikator yang kosong, lebih dari 40 karakter, atau memuat spasi di tepi. Salin kodenya dari daftar.',
      en: 'The code of a role or of an indicator is empty, longer than 40 characters or has space around it. Copy it from the list.',
    },
  },
  ROLE_TWICE: {
    when: 'Two weight sets are for the same role.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: (role: string): Sentence => ({
      id: `Peran ${role} punya dua himpunan bobot. Sisakan satu.`,
      en: `The role ${role} has two weight sets. Keep one of them.`,
    }),
  },
  INDICATOR_TWICE: {
    when: 'A weight set names the same indicator twice.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: (role: string, indicator: string): Sentence => ({
      id: `Indikator ${indicator} muncul dua kali pada peran ${role}. Sisakan satu dengan bobot yang dimaksud.`,
      en: `The indicator ${indicator} stands twice under the role ${role}. Keep one of them, with the weight that is meant.`,
    }),
  },
  WEIGHT_NOT_POSITIVE: {
    when: 'A weight is zero or less.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: (role: string, indicator: string): Sentence => ({
      id: `Bobot ${indicator} pada peran ${role} harus lebih dari 0. Bila tidak dinilai, hapus indikatornya dari peran itu.`,
      en: `The weight of ${indicator} under the role ${role} must be above 0. If it does not count, take the indicator out of the role.`,
    }),
  },
  WEIGHTS_NOT_100: {
    when: 'The weights of a set do not add up to 100.',
    field: 'weightSets',
    mender: 'POLICY_OWNER',
    message: (role: string, sum: Amount): Sentence => ({
      id: `Bobot peran ${role} berjumlah ${formatAmount(sum)}, seharusnya 100. Sesuaikan bobotnya.`,
      en: `The weights of the role ${role} add up to ${formatAmount(sum)}, not 100. Adjust them.`,
    }),
  },
  ...POLICY_DECIMAL_REFUSALS,
} as const satisfies Record<string, RefusalRow>;

export type WeightSetRefusalCode = keyof typeof WEIGHT_SET_REFUSALS;

/** Takes the weight sets of a policy: each role once, each indicator once in it, weights above zero with the sum 100. */
export function readWeightSets(
  inputs: readonly WeightSetInput[],
): Outcome<readonly WeightSet[], WeightSetRefusalCode> {
  const told = WEIGHT_SET_REFUSALS;
  if (inputs.length > MOST_SETS || inputs.some(({ weights }) => weights.length > MOST_WEIGHTS)) {
    return refused('TOO_MANY_WEIGHTS', told.TOO_MANY_WEIGHTS);
  }
  const roles = inputs.map(({ role }) => role);
  const indicators = inputs.flatMap(({ weights }) => weights.map(({ indicator }) => indicator));
  if (![...roles, ...indicators].every((code) => CODE.test(code))) {
    return refused('CODE_UNREADABLE', told.CODE_UNREADABLE);
  }
  const role = firstTwice(roles);
  if (role !== undefined) {
    const row = told.ROLE_TWICE;
    return refused('ROLE_TWICE', { ...row, field: `weightSets.${role}`, message: row.message(role) });
  }
  const sets: WeightSet[] = [];
  for (const input of inputs) {
    const set = readWeightSet(input);
    if (!set.ok) return set;
    sets.push(set.value);
  }
  return ok(sets);
}

function readWeightSet({ role, weights }: WeightSetInput): Outcome<WeightSet, WeightSetRefusalCode> {
  const told = WEIGHT_SET_REFUSALS;
  const fieldOf = (indicator: string) => `weightSets.${role}.${indicator}`;
  const twice = firstTwice(weights.map(({ indicator }) => indicator));
  if (twice !== undefined) {
    const row = told.INDICATOR_TWICE;
    return refused('INDICATOR_TWICE', { ...row, field: fieldOf(twice), message: row.message(role, twice) });
  }
  const read: WeightSet['weights'][number][] = [];
  for (const { indicator, weight } of weights) {
    const decimal = readPolicyDecimal(fieldOf(indicator), weight);
    if (!decimal.ok) return decimal;
    if (decimal.value <= 0n) {
      const row = told.WEIGHT_NOT_POSITIVE;
      const message = row.message(role, indicator);
      return refused('WEIGHT_NOT_POSITIVE', { ...row, field: fieldOf(indicator), message });
    }
    read.push({ indicator, weight: decimal.value });
  }
  const sum = read.reduce((all, { weight }) => all + weight, 0n);
  if (sum !== WHOLE) {
    const row = told.WEIGHTS_NOT_100;
    return refused('WEIGHTS_NOT_100', {
      ...row,
      field: `weightSets.${role}`,
      message: row.message(role, sum),
    });
  }
  return ok({ role, weights: read });
}

function firstTwice(codes: readonly string[]): string | undefined {
  return codes.find((code, i) => codes.indexOf(code) < i);
}
