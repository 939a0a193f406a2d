import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CommitmentOnBoard } from '../../domain/facts.js';
import { isLate, type CommitmentState } from '../../domain/forum/commitment-clock.js';
import type { ForumKind, OutcomeKind } from '../../domain/forum/entry.js';
import type { ForumPhase } from '../../domain/forum/session-phase.js';
import { Instant, LocalDate } from '../../platform/graphql/scalars.js';
import { COMMITMENT_STATES, FORUM_KINDS, FORUM_PHASE, OUTCOME_KINDS } from './forum.enums.js';
import { CommitmentStep } from './forum.object.js';

@ObjectType({
  description: 'A unit of the region, to choose whose forums and promises to see, as everybody may know it.',
})
export class PublicForumUnit {
  @Field(() => ID, { description: 'UUID of the unit.' })
  id!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;
}

@ObjectType({
  description: 'How a unit, with those below it, stands to what it promised. It is about no person.',
})
export class PublicPromises {
  @Field(() => Int, { description: 'Promises that are under way and not late.' })
  open!: number;

  @Field(() => Int, { description: 'Promises that are not done and whose last day is over.' })
  late!: number;

  @Field(() => Int, { description: 'Promises that were done in time.' })
  keptInTime!: number;

  @Field(() => Int, { description: 'Promises that were done after their last day.' })
  keptLate!: number;

  @Field(() => Int, { description: 'Promises that the office said plainly it cannot keep.' })
  cannot!: number;
}

@ObjectType({ description: 'What was said or agreed in a session, as everybody may read it.' })
export class PublicOutcome {
  @Field(() => ID, { description: 'UUID of the outcome.' })
  id!: string;

  @Field(() => OUTCOME_KINDS, { description: 'What kind of thing was said or agreed.' })
  kind!: OutcomeKind;

  @Field(() => String, { description: 'The words as they stand in the minutes.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it came in after the minutes were signed.' })
  amended!: boolean;
}

@ObjectType({ description: 'A picture that everybody may see.' })
export class PublicForumPhoto {
  @Field(() => ID, { description: 'UUID of the picture.' })
  id!: string;

  @Field(() => String, { description: 'Where the JPEG is, on this server.' })
  address!: string;

  @Field(() => Int, { description: 'How wide it is, pixels, 1 to 1,600.' })
  width!: number;

  @Field(() => Int, { description: 'How high it is, pixels, 1 to 1,600.' })
  height!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The words of the outcome that it belongs to, once everybody may read them; null: before, or the whole session.',
  })
  about!: string | null;
}

@ObjectType({ description: 'A session of a forum as everybody may know it.' })
export class PublicForumSession {
  @Field(() => ID, { description: 'UUID of the session.' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => FORUM_KINDS, { description: 'What kind of forum it belongs to.' })
  kind!: ForumKind;

  @Field(() => String, { description: 'The unit that invites.' })
  unitName!: string;

  @Field(() => LocalDate, { description: 'The day, in Asia/Jakarta.' })
  heldOn!: string;

  @Field(() => String, { description: 'When it begins, HH:MM in Asia/Jakarta.' })
  startsAt!: string;

  @Field(() => String, { description: 'Where it is held.' })
  place!: string;

  @Field(() => FORUM_PHASE, { description: 'How far it has come.' })
  phase!: ForumPhase;

  @Field(() => Int, { description: 'How many people came.' })
  attended!: number;

  @Field(() => [PublicOutcome], {
    description:
      'What was said or agreed, once its minutes are shared or read back; none before. At most 200.',
  })
  outcomes!: PublicOutcome[];

  @Field(() => [PublicForumPhoto], {
    description: 'Its pictures that everybody may see: those who are seen in them have agreed. At most 100.',
  })
  photos!: PublicForumPhoto[];
}

@ObjectType({ description: 'A promise as everybody may follow it.' })
export class PublicCommitment {
  @Field(() => ID, { description: 'UUID of the promise.' })
  id!: string;

  @Field(() => String, { description: 'What is promised.' })
  text!: string;

  @Field(() => String, { description: 'The unit that owns it.' })
  ownerUnitName!: string;

  @Field(() => String, { nullable: true, description: 'The post that sees to it; null: none in particular.' })
  ownerRole!: string | null;

  @Field(() => LocalDate, { description: 'The day on which it was promised.' })
  promisedOn!: string;

  @Field(() => LocalDate, { description: 'The last day for it.' })
  dueOn!: string;

  @Field(() => COMMITMENT_STATES, { description: 'How far it has come.' })
  state!: CommitmentState;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was done or given up; null before.',
  })
  settledOn!: string | null;

  @Field(() => Boolean, { description: 'Whether its last day was over before it was done.' })
  late!: boolean;

  @Field(() => Instant, { description: 'When it last moved.' })
  movedAt!: Date;

  @Field(() => [CommitmentStep], { description: 'What happened to it, in its order.' })
  steps!: CommitmentStep[];
}

/** `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
export function toPublicCommitment(
  promise: CommitmentOnBoard,
  steps: readonly CommitmentStep[],
  today: string,
): PublicCommitment {
  const { id, text, unitName, ownerRole, promisedOn, dueOn, state, settledOn, movedAt } = promise;
  return Object.assign(new PublicCommitment(), {
    ...{ id, text, ownerUnitName: unitName, ownerRole, promisedOn, dueOn, state, settledOn },
    late: isLate({ state, dueOn, settledOn }, today),
    movedAt: new Date(movedAt),
    steps: [...steps],
  });
}

@ObjectType({ description: 'What somebody said in a forum, as whoever has its code may follow it.' })
export class TrackedOutcome {
  @Field(() => OUTCOME_KINDS, { description: 'What kind of thing was said or agreed.' })
  kind!: OutcomeKind;

  @Field(() => String, { description: 'The words, as they were written down.' })
  text!: string;

  @Field(() => String, { description: 'The unit that invited.' })
  unitName!: string;

  @Field(() => String, { description: 'What the session was called.' })
  sessionTitle!: string;

  @Field(() => LocalDate, { description: 'The day of its session, in Asia/Jakarta.' })
  heldOn!: string;

  @Field(() => Boolean, { description: 'Whether it was taken out of the minutes.' })
  withdrawn!: boolean;

  @Field(() => [PublicCommitment], {
    description: 'What was promised for it: the promise itself, or those that answer it.',
  })
  commitments!: PublicCommitment[];

  @Field(() => Instant, {
    description:
      'When anything of it last moved: a device that remembers the last one sees that there is news.',
  })
  movedAt!: Date;
}
