import type { PolicyNumbersFragment, PolicyNumbersInput } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { readDecimal, readWhole, writeDecimal } from './decimal-text.js';
import { FIELD_GROUPS, POLICY_FIELDS, type PolicyField } from './policy-fields.js';
import type { Told } from './use-command.js';

/** One weight as it is typed. */
export interface TypedWeight {
  /** Tells it from the others of its table while both its texts change; no two are the same. */
  readonly row: number;
  readonly indicator: string;
  readonly weight: string;
}

/** The weights of a role as they are typed. */
export interface TypedWeights {
  /** Tells it from the other tables. */
  readonly row: number;
  readonly role: string;
  readonly weights: readonly TypedWeight[];
}

/** A copy of a policy as it is typed. */
export interface TypedPolicy {
  /** By the path of the field. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly weightSets: readonly TypedWeights[];
  /** What changes and why. */
  readonly note: string;
}

/** A copy of this policy, ready to be changed. */
export function typedCopy(policy: PolicyNumbersFragment, language: Language): TypedPolicy {
  return {
    numbers: Object.fromEntries(
      POLICY_FIELDS.map(({ path, kind, read }) => [
        path,
        kind === 'DECIMAL' ? writeDecimal(read(policy), language) : read(policy),
      ]),
    ),
    weightSets: policy.weightSets.map(({ role, weights }, row) => ({
      row,
      role,
      weights: weights.map(({ indicator, weight }, row) => ({
        row,
        indicator,
        weight: writeDecimal(weight, language),
      })),
    })),
    note: '',
  };
}

/** A role that is not in the tables yet. */
export function newRole(sets: readonly TypedWeights[]): TypedWeights {
  return { row: nextRow(sets), role: '', weights: [newWeight([])] };
}

/** An indicator that is not in the table yet. */
export function newWeight(weights: readonly TypedWeight[]): TypedWeight {
  return { row: nextRow(weights), indicator: '', weight: '' };
}

/** The numbers that were changed, as the contract takes them; or what cannot even be sent. */
export function readChanges(typed: TypedPolicy, policy: PolicyNumbersFragment): PolicyNumbersInput | Told {
  const changes: Record<string, unknown> = {};
  for (const { path, kind, read } of POLICY_FIELDS) {
    const value = readField(typed.numbers[path] ?? '', kind);
    if (value === null) return notWhole(path);
    if (String(value) !== read(policy)) set(changes, path.split('.'), value);
  }
  const weightSets = typed.weightSets.map(({ role, weights }) => ({
    role: role.trim(),
    weights: weights.map(({ indicator, weight }) => ({
      indicator: indicator.trim(),
      weight: readDecimal(weight),
    })),
  }));
  const before = policy.weightSets.map(({ role, weights }) => ({
    role,
    weights: weights.map(({ indicator, weight }) => ({ indicator, weight })),
  }));
  if (JSON.stringify(weightSets) !== JSON.stringify(before)) changes['weightSets'] = weightSets;
  return changes; // POLICY_FIELDS has the paths of the contract
}

/** Whether it is said beside a field or a group of this form; else it is said above the button. */
export function hasPlace({ field }: Told, { weightSets }: TypedPolicy): boolean {
  return (
    field !== null &&
    [
      'note',
      'weightSets',
      ...POLICY_FIELDS.map(({ path }) => path),
      ...FIELD_GROUPS.flatMap(({ paths }) => paths),
      ...weightSets.flatMap(({ role, weights }) => [
        weightPath(role),
        ...weights.map(({ indicator }) => weightPath(role, indicator)),
      ]),
    ].includes(field)
  );
}

/** Where a refusal of a role's weights, or of one of them, points. */
export function weightPath(role: string, indicator?: string): string {
  return ['weightSets', role.trim(), ...(indicator === undefined ? [] : [indicator.trim()])].join('.');
}

function readField(text: string, kind: PolicyField['kind']): string | number | null {
  if (kind === 'WHOLE') return readWhole(text);
  return kind === 'DECIMAL' ? readDecimal(text) : text;
}

function notWhole(field: string): Told {
  return {
    field,
    message: 'Tulis bilangan bulat, tanpa koma dan tanpa satuan, misalnya 14.',
    messageEn: 'Write a whole number, without a decimal mark and without a unit, for example 14.',
  };
}

function set(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first] = value;
  else set((into[first] ??= {}) as Record<string, unknown>, rest, value);
}

function nextRow(rows: readonly { readonly row: number }[]): number {
  return Math.max(-1, ...rows.map(({ row }) => row)) + 1;
}
