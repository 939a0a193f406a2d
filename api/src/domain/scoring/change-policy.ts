import type { PolicyInput } from './read-policy.js';

type Changes<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** Some numbers of a policy, at any depth; what is left out or null stays. Weight sets are given whole. */
export interface PolicyChanges extends Changes<
  Omit<PolicyInput, 'bands' | 'shares' | 'behaviour' | 'contest'>
> {
  readonly bands?: Changes<PolicyInput['bands']> | null | undefined;
  readonly shares?: Changes<PolicyInput['shares']> | null | undefined;
  readonly behaviour?: BehaviourChanges | null | undefined;
  readonly contest?: Changes<PolicyInput['contest']> | null | undefined;
}

interface BehaviourChanges extends Changes<Omit<PolicyInput['behaviour'], 'points'>> {
  readonly points?: Changes<PolicyInput['behaviour']['points']> | null | undefined;
}

/** The numbers of a policy with some of them changed. */
export function changePolicy(basis: PolicyInput, changes: PolicyChanges): PolicyInput {
  const { bands, shares, behaviour, contest, ...rest } = changes;
  const { points, ...ofBehaviour } = behaviour ?? {};
  return {
    ...over(basis, rest),
    bands: over(basis.bands, bands),
    shares: over(basis.shares, shares),
    behaviour: {
      ...over(basis.behaviour, ofBehaviour),
      points: over(basis.behaviour.points, points),
    },
    contest: over(basis.contest, contest),
  };
}

function over<T extends object>(basis: T, changes: Changes<T> | null | undefined): T {
  const said = Object.entries(changes ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return { ...basis, ...Object.fromEntries(said) };
}
