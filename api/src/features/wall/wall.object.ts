import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { CommitmentOnBoard, Happening, UnitOnBoard } from '../../domain/facts.js';
import { isLate, type CommitmentState } from '../../domain/forum/commitment-clock.js';
import { Cursor, Decimal, Instant, LocalDate } from '../../platform/graphql/scalars.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { LIVE } from '../../platform/live/live-words.js';
import { PICTURE_REASONS, type PictureReason } from '../../platform/live/picture-reason.js';
import type { UnitKind } from '../employees/unit.entity.js';
import { UnitKindEnum } from '../employees/unit.object.js';
import { COMMITMENT_STATES } from '../forum/forum.enums.js';
import { Period } from '../indicators/indicator.object.js';
import { Region } from '../regions/region.object.js';
import { UnitFigures } from '../scores/score.object.js';

@ObjectType({ description: 'A unit as the wall draws it. It holds no data of any person.' })
export class WallUnit extends UnitFigures {
  @Field(() => ID, { description: 'The id of the unit.' })
  id!: string;

  @Field(() => String, { description: "The unit's own code." })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => UnitKindEnum, { description: 'What kind of office it is.' })
  kind!: UnitKind;

  @Field(() => ID, { nullable: true, description: 'The unit above; null for a root.' })
  parentId!: string | null;

  @Field(() => Int, { description: 'Place in the fixed office order.' })
  order!: number;
}

export function toWallUnit(unit: UnitOnBoard): WallUnit {
  const { changedAt, ...rest } = unit;
  return Object.assign(new WallUnit(), {
    ...rest,
    changedAt: changedAt === null ? null : new Date(changedAt),
  });
}

@ObjectType({ description: 'What just moved and why, in one sentence. It never names a person.' })
export class WallHappening {
  @Field(() => ID, {
    description: 'The cursor of the change: the same happening has the same id wherever it shows.',
  })
  id!: string;

  @Field(() => Instant, { description: 'When it was recorded.' })
  at!: Date;

  @Field(() => ID, { description: 'The unit that it is about.' })
  unitId!: string;

  @Field(() => String, { description: 'Name of the unit.' })
  unitName!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Points up or down; null where there was or is no value.',
  })
  delta!: string | null;

  @Field(() => String, { description: 'What moved and why, in Indonesian.' })
  sentence!: string;

  @Field(() => String, { description: 'The same in English.' })
  sentenceEn!: string;
}

export function toWallHappening(id: string, at: Date, happening: Happening): WallHappening {
  const { unitId, unitName, delta, sentence } = happening;
  return Object.assign(new WallHappening(), {
    id,
    at,
    unitId,
    unitName,
    delta,
    sentence: sentence.id,
    sentenceEn: sentence.en,
  });
}

@ObjectType({
  description: 'A promise made in a forum, as the wall draws it: the word of an office, of no person.',
})
export class WallCommitment {
  @Field(() => ID, { description: 'UUID of the promise.' })
  id!: string;

  @Field(() => ID, { description: 'The unit that owns it.' })
  unitId!: string;

  @Field(() => String, { description: 'Name of the unit that promises.' })
  unitName!: string;

  @Field(() => String, { description: 'What is promised; 1 to 1,000 characters.' })
  text!: string;

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

  @Field(() => Int, {
    description: 'Whom its lateness has been told: 0 nobody, 1 its unit, 2 also the unit above.',
  })
  escalated!: number;

  @Field(() => Boolean, {
    description: 'Whether it was taken out of the minutes: it is not to be shown any more.',
  })
  withdrawn!: boolean;

  @Field(() => Instant, { description: 'When it last moved.' })
  movedAt!: Date;
}

/** `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
export function toWallCommitment(promise: CommitmentOnBoard, today: string): WallCommitment {
  const { id, unitId, unitName, text, dueOn, state, settledOn, escalated, withdrawn, movedAt } = promise;
  return Object.assign(new WallCommitment(), {
    ...{ id, unitId, unitName, text, dueOn, state, settledOn, escalated, withdrawn },
    late: isLate({ state, dueOn, settledOn }, today),
    movedAt: new Date(movedAt),
  });
}

@ObjectType({
  description: 'The whole picture at one place of the stream; it replaces all that was known before.',
})
export class WallSnapshot {
  @Field(() => Cursor, { description: 'The place in the stream that this picture shows.' })
  cursor!: string;

  @Field(() => Instant, { description: 'When it was read.' })
  at!: Date;

  @Field(() => PICTURE_REASONS, { description: 'Why a picture and not changes.' })
  reason!: PictureReason;

  @Field(() => Boolean, {
    description: 'Whether the region holds invented data; a screen must say so wherever it shows them.',
  })
  demo!: boolean;

  @Field(() => Region, { description: 'The region whose wall it is.' })
  region!: Region;

  @Field(() => Period, {
    nullable: true,
    description: 'The period that the scores are about; null before the first.',
  })
  period!: Period | null;

  @Field(() => [WallUnit], { description: 'All units in office order.' })
  units!: WallUnit[];

  @Field(() => [WallHappening], { description: 'The latest happenings, newest first, at most 10.' })
  happenings!: WallHappening[];

  @Field(() => [WallCommitment], {
    description:
      'Promises made in forums: at most 100 that are open, the earliest last day first, and at most 100 that were settled within two weeks, the latest first.',
  })
  commitments!: WallCommitment[];
}

@ObjectType({ description: 'One commit that moved unit scores, or one step of a promise.' })
export class WallChange {
  @Field(() => Cursor, { description: LIVE.cursor })
  cursor!: string;

  @Field(() => Cursor, { description: LIVE.previous })
  previous!: string;

  @Field(() => Instant, { description: 'When it was recorded.' })
  at!: Date;

  @Field(() => [WallUnit], { description: 'The whole new state of each unit that moved.' })
  units!: WallUnit[];

  @Field(() => WallCommitment, {
    nullable: true,
    description: 'The whole new state of the promise that moved; null where it was a score.',
  })
  commitment!: WallCommitment | null;

  @Field(() => WallHappening, {
    nullable: true,
    description: 'Why; null where nothing happened in service, such as a new plan.',
  })
  happening!: WallHappening | null;
}

@ObjectType({
  description:
    'Nothing newer than `cursor` is known, and the database has just been asked. Comes each second.',
})
export class WallHeartbeat extends Heartbeat {}

/** What the wall's subscription gives. */
export const WallMessage = createUnionType({
  name: 'WallMessage',
  description:
    'A snapshot first, unless the cursor could be resumed; then each change in commit order, and heartbeats.',
  types: () => [WallSnapshot, WallChange, WallHeartbeat] as const,
});
