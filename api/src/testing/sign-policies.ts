import { randomUUID } from 'node:crypto';
import { openStores } from '../app/stores.js';
import type { PolicyChanges } from '../domain/scoring/change-policy.js';
import { draftPolicy } from '../features/policies/draft-policy.js';
import { dropPolicy } from '../features/policies/drop-policy.js';
import { signPolicy, type SignPolicy } from '../features/policies/sign-policy.js';
import { COMMAND_LINE } from '../platform/auth/actor.js';
import { NOON, REGION, type SmallOffice } from './small-office.js';

type Office = Pick<SmallOffice, 'unitOfWork'>;

/** What became of a policy: its version, or the refusal. */
export interface PolicyAnswer {
  readonly version?: string;
  readonly code?: string;
  readonly field?: string | null;
}

const command = <V extends string>(verb: V, input: object) => ({
  ...{ verb, actor: COMMAND_LINE, regionCode: REGION, key: randomUUID(), input },
});

/** Drafts a copy of a policy, the first one unless another is named. */
export async function draft(
  { unitOfWork }: Office,
  changes: PolicyChanges,
  { basedOn = '2026-1', note = 'Dicoba dahulu.' } = {},
): Promise<PolicyAnswer> {
  const input = { basedOn, changes, note };
  const done = await unitOfWork.run(command('draftPolicy', input), (tx) =>
    draftPolicy(tx, COMMAND_LINE, input),
  );
  return done.ok ? done.value : done.refusal;
}

/** Signs a draft. */
export async function sign(
  { unitOfWork }: Office,
  version: string,
  effectiveFrom: string,
  note: SignPolicy['note'] = null,
): Promise<PolicyAnswer> {
  const input = { version, effectiveFrom, note };
  const done = await unitOfWork.run(command('signPolicy', input), (tx) =>
    signPolicy(tx, COMMAND_LINE, input),
  );
  return done.ok ? done.value : done.refusal;
}

/** Gives a draft up. */
export async function drop({ unitOfWork }: Office, version: string): Promise<PolicyAnswer> {
  const done = await unitOfWork.run(command('dropPolicy', { version }), (tx) => dropPolicy(tx, { version }));
  return done.ok ? done.value : done.refusal;
}

/** Drafts and signs at once; gives the version. */
export async function signedWith(
  pantau: Office,
  changes: PolicyChanges,
  effectiveFrom: string,
  basedOn = '2026-1',
): Promise<string> {
  const { version, code } = await draft(pantau, changes, { basedOn });
  if (version === undefined) throw new Error(code);
  const signed = await sign(pantau, version, effectiveFrom);
  if (signed.version === undefined) throw new Error(signed.code);
  return version;
}

/** The version that holds for each of these periods. */
export async function versionsOf(
  pantau: Pick<SmallOffice, 'orm'>,
  ...periodCodes: string[]
): Promise<Record<string, string>> {
  const policies = await openStores(pantau.orm.em.fork(), REGION, NOON).policies.ofPeriods(periodCodes);
  return Object.fromEntries([...policies].map(([code, { version }]) => [code, version]));
}
