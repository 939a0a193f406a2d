import { Field, ID, InputType, Int } from 'type-graphql';
import type { CommitmentState } from '../../domain/forum/commitment-clock.js';
import type { AttendanceGroup, ForumKind, OutcomeKind } from '../../domain/forum/entry.js';
import type { SignerRole } from '../../domain/forum/session-phase.js';
import { Instant, LocalDate, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import {
  ATTENDANCE_GROUP,
  COMMITMENT_STATES,
  FORUM_KINDS,
  OUTCOME_KINDS,
  SIGNER_ROLES,
} from './forum.enums.js';

const KEY = 'Made by the client, once for each step, and kept over every retry.';
const DUE = 'The last day for it, after the day of the session and at most a year later; or `workingDays`.';
const WORKING_DAYS = 'Working days after the day of the session, 1 to 250; or `dueOn`.';

@InputType({ description: 'A forum that is to meet again and again.' })
export class PlanForumSeriesInput {
  @Field(() => RegionCode, { description: 'The region of the unit.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The unit that invites.' })
  unit!: string;

  @Field(() => FORUM_KINDS, { description: 'What kind of forum it is.' })
  kind!: ForumKind;

  @Field(() => String, { description: 'What people call it; 3 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'Where it usually meets; 3 to 120 characters.' })
  place!: string;

  @Field(() => Int, { defaultValue: 0, description: 'How many have to come, 0 to 5,000; 0: no matter.' })
  quorum!: number;
}

@InputType({ description: 'One point of a session.' })
export class ForumAgendaItemInput {
  @Field(() => String, { description: 'What it is about; 3 to 120 characters.' })
  title!: string;

  @Field(() => Int, { description: 'How long it is to take, 1 to 240 minutes.' })
  minutes!: number;
}

@InputType({ description: 'A session as it is planned.' })
export class PlanForumSessionInput {
  @Field(() => RegionCode, { description: 'The region of the forum.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the forum that it is a session of.' })
  series!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The session that is planned otherwise, as long as nobody has opened it; left out: a new one.',
  })
  session?: string | null;

  @Field(() => String, { description: 'What it is called; 3 to 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'Where it is held; 3 to 120 characters.' })
  place!: string;

  @Field(() => LocalDate, {
    description: 'The day, in Asia/Jakarta; everything said in it belongs to that day.',
  })
  heldOn!: string;

  @Field(() => String, { description: 'When it is to begin, HH:MM in Asia/Jakarta.' })
  startsAt!: string;

  @Field(() => Int, { defaultValue: 0, description: 'How many have to come, 0 to 5,000; 0: no matter.' })
  quorum!: number;

  @Field(() => [Uuid], {
    defaultValue: [],
    description: 'Units that are to be there beside the one that invites.',
  })
  concerned!: string[];

  @Field(() => [ForumAgendaItemInput], {
    description:
      'Its points in order, at most 30. Looking back at what was promised comes before them by itself.',
  })
  agenda!: ForumAgendaItemInput[];
}

@InputType({ description: 'A session whose draft everybody may read.' })
export class ShareMinutesInput {
  @Field(() => RegionCode, { description: 'The region of the session.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The session; it is closed.' })
  session!: string;
}

@InputType({ description: 'People who came, or left again.' })
export class ForumAttendInput {
  @Field(() => ATTENDANCE_GROUP, { description: 'The group that was counted.' })
  group!: AttendanceGroup;

  @Field(() => Int, { description: 'How many more, 1 to 500, or fewer, −1 to −500.' })
  change!: number;
}

@InputType({ description: 'What was said or agreed.' })
export class ForumOutcomeInput {
  @Field(() => OUTCOME_KINDS, { description: 'What kind of thing was said or agreed.' })
  kind!: OutcomeKind;

  @Field(() => String, {
    description: 'The words; 1 to 1,000 characters. No name of a citizen belongs in it.',
  })
  text!: string;

  @Field(() => Uuid, { nullable: true, description: 'The agenda item that it belongs to.' })
  item?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The unit that it is about.' })
  unit?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The indicator that it is about.' })
  indicator?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The complaint that it is about.' })
  complaint?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'The outcome of the same session that it answers, such as the issue that a promise is made for.',
  })
  answers?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'By which its asker follows it: 12 letters of BCDFGHJKLMNPQRSTVWXZ, made at random by the device. Only a keyed hash of it is kept.',
  })
  trackingCode?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The unit that promises; needed for a COMMITMENT, and for it alone.',
  })
  ownerUnit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The post that sees to it, no name; at most 80 characters.',
  })
  ownerRole?: string | null;

  @Field(() => LocalDate, { nullable: true, description: DUE })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: WORKING_DAYS })
  workingDays?: number | null;
}

@InputType({ description: 'What was written down, otherwise. What is left out stays as it is.' })
export class ForumRevisionInput {
  @Field(() => ID, { description: 'UUID of the outcome that is revised.' })
  outcome!: string;

  @Field(() => Int, {
    description: 'The revision that was on the screen. Where somebody else was first, both texts stay.',
  })
  basedOn!: number;

  @Field(() => String, { nullable: true, description: 'The words; 1 to 1,000 characters.' })
  text?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The unit that it is about.' })
  unit?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The unit that promises.' })
  ownerUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'The post that sees to it; at most 80 characters.' })
  ownerRole?: string | null;

  @Field(() => LocalDate, { nullable: true, description: DUE })
  dueOn?: string | null;

  @Field(() => Int, { nullable: true, description: WORKING_DAYS })
  workingDays?: number | null;
}

@InputType({ description: 'What is taken out of the minutes.' })
export class ForumWithdrawalInput {
  @Field(() => ID, { description: 'UUID of the outcome that is withdrawn.' })
  outcome!: string;

  @Field(() => String, { description: 'Why; 3 to 500 characters.' })
  why!: string;
}

@InputType({ description: 'How far a promise of this forum has come, as it was asked in the hall.' })
export class ForumReportInput {
  @Field(() => ID, { description: 'UUID of the promise that is reported on.' })
  commitment!: string;

  @Field(() => COMMITMENT_STATES, { description: 'STARTED, DONE or CANNOT.' })
  state!: CommitmentState;

  @Field(() => String, {
    defaultValue: '',
    description: 'What citizens read of it, at most 500 characters; at least 10 where it is CANNOT.',
  })
  note!: string;
}

@InputType({ description: 'An outcome as it was on the screen.' })
export class ForumCoveredInput {
  @Field(() => ID, { description: 'UUID of an outcome that was on the screen.' })
  outcome!: string;

  @Field(() => Int, { description: 'Which of its revisions was on the screen; 1 or more.' })
  revision!: number;
}

@InputType({ description: 'A signature under what was read out.' })
export class ForumSignatureInput {
  @Field(() => SIGNER_ROLES, { description: 'On whose behalf it is signed.' })
  role!: SignerRole;

  @Field(() => String, { description: 'The name; 2 to 120 characters.' })
  name!: string;

  @Field(() => [[Int]], {
    description:
      'What was drawn: strokes of x, y, x, y, … on a field of 0 to 1,000 each way; at most 200 strokes of at most 200 numbers, 8,000 in all. A longer line is sent as several strokes; a longer list is BAD_INPUT for the whole request.',
  })
  strokes!: number[][];

  @Field(() => [ForumCoveredInput], { description: 'What was on the screen.' })
  covers!: ForumCoveredInput[];
}

@InputType({ description: 'One entry of a session: exactly one part from `open` on.' })
export class ForumEntryInput {
  @Field(() => Uuid, { description: 'Made by the device, once for each entry, and kept over every retry.' })
  id!: string;

  @Field(() => Int, {
    description: 'Counts on the device, so that what it made in one moment stays in order.',
  })
  seq!: number;

  @Field(() => Instant, { description: 'When it was made, by the clock of the device.' })
  takenAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is added after the minutes were signed; 10 to 500 characters.',
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The session begins.' })
  open?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The session is over.' })
  close?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The minutes were read out.' })
  readBack?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'This agenda item begins.' })
  startItem?: string | null;

  @Field(() => ID, { nullable: true, description: 'This agenda item is over.' })
  endItem?: string | null;

  @Field(() => ForumAttendInput, { nullable: true, description: 'People came, or left again.' })
  attend?: ForumAttendInput | null;

  @Field(() => ForumOutcomeInput, { nullable: true, description: 'Something was said or agreed.' })
  outcome?: ForumOutcomeInput | null;

  @Field(() => ForumRevisionInput, { nullable: true, description: 'It is to be written otherwise.' })
  revise?: ForumRevisionInput | null;

  @Field(() => ForumWithdrawalInput, { nullable: true, description: 'It is to be taken out.' })
  withdraw?: ForumWithdrawalInput | null;

  @Field(() => ForumReportInput, { nullable: true, description: 'How far an earlier promise has come.' })
  report?: ForumReportInput | null;

  @Field(() => ForumSignatureInput, { nullable: true, description: 'Somebody signs.' })
  sign?: ForumSignatureInput | null;
}

@InputType({ description: 'What a device has written down, in the order in which it was.' })
export class LogForumEntriesInput {
  @Field(() => RegionCode, { description: 'The region of the session.' })
  region!: string;

  @Field(() => Uuid, { description: 'UUID of the session that the entries belong to.' })
  session!: string;

  @Field(() => Uuid, { description: 'The device, by an id that it made for itself.' })
  device!: string;

  @Field(() => Instant, { description: 'What its clock shows now; a clock that is off is corrected by it.' })
  deviceNow!: Date;

  @Field(() => [ForumEntryInput], {
    description: '1 to 50, oldest first; another number: BAD_INPUT. Each is taken or refused for itself.',
  })
  entries!: ForumEntryInput[];
}

@InputType({ description: 'How far a promise of one’s own unit has come.' })
export class ReportCommitmentInput {
  @Field(() => RegionCode, { description: 'The region of the promise.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the promise.' })
  commitment!: string;

  @Field(() => COMMITMENT_STATES, { description: 'STARTED, DONE or CANNOT.' })
  state!: CommitmentState;

  @Field(() => String, {
    defaultValue: '',
    description: 'What citizens read of it, at most 500 characters; at least 10 where it is CANNOT.',
  })
  note!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      'A picture that shows it, brought before by PUT /forum/photos/<id>?commitment=<promise>; null: none.',
  })
  photo?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True: those who are seen in the picture have agreed, or nobody is, and everybody may see it. It can be hidden again by publishForumPhoto.',
  })
  photoPublic!: boolean;
}
