import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type {
  DraftRefusalCode,
  DropRefusalCode,
  SignatureRefusalCode,
} from '../../domain/scoring/accept-policy.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import type { Done } from '../../platform/unit-of-work.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { draftPolicy } from './draft-policy.js';
import { dropPolicy } from './drop-policy.js';
import { DraftPolicyInput, DropPolicyInput, SignPolicyInput } from './policy.input.js';
import { PolicyRecorded, PolicyRefused, PolicyResult, ScoringPolicy, toPolicy } from './policy.object.js';
import type { HasPolicies } from './policy.store.js';
import { signPolicy } from './sign-policy.js';

type Ask = Context<HasPolicies & HasIndicators & HasClock>;
type Recorded = Done<{ version: string }, DraftRefusalCode | SignatureRefusalCode | DropRefusalCode>;

/** More drafts than anybody weighs against each other. */
const POLICIES = 200;

@Resolver(() => ScoringPolicy)
export class PolicyResolver {
  @Mutation(() => PolicyResult, {
    description: 'Keeps a copy of a policy with some numbers changed, as the next version of the year.',
  })
  async draftPolicy(
    @Arg('input', () => DraftPolicyInput, { description: 'What is drafted, and the key of this wish.' })
    input: DraftPolicyInput,
    @Ctx() context: Ask,
  ): Promise<typeof PolicyResult> {
    const { region: regionCode, key, basedOn, numbers: changes, note } = input;
    const command = { basedOn, changes, note };
    const done = await context.unitOfWork.run(
      { verb: 'draftPolicy', actor: context.actor, regionCode, key, input: command },
      (tx) => draftPolicy(tx, context.actor, command),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => PolicyResult, {
    description:
      'Puts a draft in force from a day on, for good. Open periods that begin on that day or later are computed again at once.',
  })
  async signPolicy(
    @Arg('input', () => SignPolicyInput, {
      description: 'The draft, the day from which it holds, and the key of this wish.',
    })
    input: SignPolicyInput,
    @Ctx() context: Ask,
  ): Promise<typeof PolicyResult> {
    const { region: regionCode, key, version, effectiveFrom, note = null } = input;
    const command = { version, effectiveFrom, note };
    const done = await context.unitOfWork.run(
      { verb: 'signPolicy', actor: context.actor, regionCode, key, input: command },
      (tx) => signPolicy(tx, context.actor, command),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => PolicyResult, { description: 'Gives a draft up. It stays in the record.' })
  async dropPolicy(
    @Arg('input', () => DropPolicyInput, { description: 'Which draft to drop, and the key of this wish.' })
    input: DropPolicyInput,
    @Ctx() context: Ask,
  ): Promise<typeof PolicyResult> {
    const { region: regionCode, key, version } = input;
    const command = { version };
    const done = await context.unitOfWork.run(
      { verb: 'dropPolicy', actor: context.actor, regionCode, key, input: command },
      (tx) => dropPolicy(tx, command),
    );
    return answer(context, regionCode, done);
  }

  @Query(() => [ScoringPolicy], {
    description: `The scoring policies of a region, drafts among them, newest first, at most ${POLICIES}.`,
  })
  async policies(@InRegion() region: string, @Ctx() context: Ask): Promise<ScoringPolicy[]> {
    return (await context.read(region).policies.page(POLICIES)).map(toPolicy);
  }

  @Query(() => ScoringPolicy, {
    nullable: true,
    description: 'One scoring policy; null where the region has none of this version.',
  })
  async policy(
    @InRegion() region: string,
    @Arg('version', () => String, { description: 'e.g. "2026-1".' }) version: string,
    @Ctx() context: Ask,
  ): Promise<ScoringPolicy | null> {
    const row = await context.read(region).policies.get(version);
    return row === null ? null : toPolicy(row);
  }
}

async function answer(context: Ask, regionCode: string, done: Recorded): Promise<typeof PolicyResult> {
  if (!done.ok) return commandRefusal(PolicyRefused, done.refusal);
  const row = await context.read(regionCode).policies.get(done.value.version);
  return Object.assign(new PolicyRecorded(), {
    policy: toPolicy(row!),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
