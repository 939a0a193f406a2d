import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { HallState } from '../../domain/forum/accept-scan.js';
import type { AttendanceGroup } from '../../domain/forum/entry.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { LocalDate, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { ATTENDANCE_GROUP, HALL_STATES } from './forum.enums.js';

@ObjectType({ description: 'A session as whoever has scanned the code in its hall may know it.' })
export class ForumHall {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'Where it is held.' })
  place!: string;

  @Field(() => String, { description: 'The unit that invites.' })
  unitName!: string;

  @Field(() => LocalDate, { description: 'The day, in Asia/Jakarta.' })
  heldOn!: string;

  @Field(() => HALL_STATES, { description: 'Whether people are counted by their scans now.' })
  state!: HallState;
}

@ObjectType({ description: 'What the QR code in the hall of a session holds, for those who hold it.' })
export class ForumHallCode {
  @Field(() => String, {
    description:
      'Behind "/hadir#", the region, a dot, the id of the session without dashes and a dot: 12 consonants in groups of four. It is meant for the screen in the hall; it opens nothing but being counted there.',
  })
  code!: string;

  @Field(() => ID, { description: 'UUID of the unit that invites.' })
  unitId!: string;
}

@InputType({ description: 'Somebody in the hall who scanned its code.' })
export class AttendForumInput {
  @Field(() => RegionCode, { description: 'The region of the session.' })
  region!: string;

  @Field(() => Uuid, {
    description:
      'Made by the page, kept over its retries: the same key counts once. Nothing else tells scans apart.',
  })
  key!: string;

  @Field(() => Uuid, { description: 'The session, as the QR code names it.' })
  session!: string;

  @Field(() => String, {
    description: 'What the QR code holds; case, spaces and dashes do not matter.',
  })
  code!: string;

  @Field(() => [ATTENDANCE_GROUP], { description: 'To which groups they belong, one at least.' })
  groups!: AttendanceGroup[];
}

@ObjectType({ description: 'One more is counted.' })
export class ForumAttended {
  @Field(() => Boolean, { description: 'Whether this key had been counted before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'Nobody was counted. Codes: HALL_UNKNOWN, HALL_NOT_BEGUN, HALL_CLOSED, HALL_GROUP_MISSING, HALL_TOO_MANY, HALL_FULL.',
})
export class ForumAttendRefused extends Refusal {}

export const AttendForumResult = createUnionType({
  name: 'AttendForumResult',
  description: 'The three ways in which being counted ends.',
  types: () => [ForumAttended, ForumAttendRefused, IdempotencyConflict] as const,
});
