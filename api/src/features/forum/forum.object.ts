import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { CommitmentOnBoard, ForumOutcomeState, ForumSessionState } from '../../domain/facts.js';
import { isLate, type CommitmentState } from '../../domain/forum/commitment-clock.js';
import {
  attended,
  ATTENDANCE_GROUPS,
  noneBelowNone,
  type AgendaItem as Item,
  type Attendance,
  type AttendanceGroup,
  type ForumKind,
  type OutcomeKind,
} from '../../domain/forum/entry.js';
import { hasCome, type ForumPhase, type SignerRole } from '../../domain/forum/session-phase.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant, LocalDate } from '../../platform/graphql/scalars.js';
import { Heartbeat } from '../../platform/live/heartbeat.object.js';
import { Update } from '../../platform/live/update.object.js';
import type { CommitmentStepKind, CommitmentStepRow } from './commitment.entity.js';
import {
  ATTENDANCE_GROUP,
  COMMITMENT_STATES,
  ENTRY_STATES,
  FORUM_KINDS,
  FORUM_PHASE,
  OUTCOME_KINDS,
  SIGNER_ROLES,
  STEP_KINDS,
  type EntryState,
} from './forum.enums.js';
import type { ForumPhotoRow } from './photo.entity.js';
import { CommitmentPhoto, toCommitmentPhoto } from './photos/commitment-photo.object.js';
import type { ForumSeriesRow } from './series.entity.js';

@ObjectType({ description: 'A forum that meets again and again.' })
export class ForumSeries {
  @Field(() => ID, { description: 'UUID; later ones have greater ids.' })
  id!: string;

  @Field(() => FORUM_KINDS, { description: 'What kind of forum it is.' })
  kind!: ForumKind;

  @Field(() => String, { description: 'What people call it; 3 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'Where it usually meets; 3 to 120 characters.' })
  place!: string;

  @Field(() => Int, { description: 'How many have to come, 0 to 5,000; 0: no matter.' })
  quorum!: number;

  unitId!: string;
  regionCode!: string;
}

export function toForumSeries(row: ForumSeriesRow): ForumSeries {
  const { id, kind, name, place, quorum, unitId, regionCode } = row;
  return Object.assign(new ForumSeries(), { id, kind, name, place, quorum, unitId, regionCode });
}

@ObjectType({ description: 'One point of a session.' })
export class ForumAgendaItem {
  @Field(() => ID, { description: 'UUID of the agenda item.' })
  id!: string;

  @Field(() => Boolean, {
    description: 'Whether it looks back at what was promised before: true for the first item alone.',
  })
  looksBack!: boolean;

  @Field(() => String, { description: 'What it is about; 3 to 120 characters.' })
  title!: string;

  @Field(() => Int, { description: 'How long it is planned to take, 1 to 240 minutes.' })
  minutes!: number;

  @Field(() => Instant, { nullable: true, description: 'When it began; null before.' })
  startedAt!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When it ended; null before.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'How many of a group came.' })
export class ForumAttendance {
  @Field(() => ATTENDANCE_GROUP, { description: 'The group that was counted.' })
  group!: AttendanceGroup;

  @Field(() => Int, { description: 'Number of people of this group; 0 or more.' })
  count!: number;
}

@ObjectType({
  description:
    'One meeting of a forum. It belongs to the day that it is planned for: no clock of a device moves anything of it.',
})
export class ForumSession {
  @Field(() => ID, { description: 'UUID of the session.' })
  id!: string;

  @Field(() => String, { description: 'What it is called; 3 to 120 characters.' })
  title!: string;

  @Field(() => String, { description: 'Where it is held; 3 to 120 characters.' })
  place!: string;

  @Field(() => LocalDate, { description: 'The day, in Asia/Jakarta.' })
  heldOn!: string;

  @Field(() => String, { description: 'When it is to begin, HH:MM in Asia/Jakarta.' })
  startsAt!: string;

  @Field(() => Int, { description: 'How many have to come, 0 to 5,000; 0: no matter.' })
  quorum!: number;

  @Field(() => FORUM_PHASE, { description: 'How far it has come.' })
  phase!: ForumPhase;

  @Field(() => Instant, { nullable: true, description: 'When it was opened; null before.' })
  openedAt!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When it was closed; null before.' })
  closedAt!: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the draft of its minutes was shared with everybody; null where it was not.',
  })
  sharedAt!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When its minutes were read out; null before.' })
  readBackAt!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When enough had signed; null before.' })
  signedAt!: Date | null;

  @Field(() => [ForumAgendaItem], {
    description: 'Its points in order, at most 31; the first looks back at what was promised before.',
  })
  agenda!: ForumAgendaItem[];

  @Field(() => [ForumAttendance], { description: 'How many came, for each group.' })
  attendance!: ForumAttendance[];

  @Field(() => Int, { description: 'How many people came: men and women.' })
  attended!: number;

  @Field(() => Int, {
    description:
      'How many scanned the code in the hall. It stands beside `attended` and is never added to it: who scans is counted by hand too.',
  })
  scanned!: number;

  @Field(() => [ForumAttendance], {
    description:
      'How many of those who scanned named each group; nothing before the session is closed, so that nobody can tell by the moment what somebody chose.',
  })
  scannedGroups!: ForumAttendance[];

  seriesId!: string;
  unitId!: string;
  concerned!: readonly string[];
  regionCode!: string;
}

export function toForumSession(state: ForumSessionState, regionCode: string): ForumSession {
  const { agenda, attendance, scanned = 0, scannedGroups = {}, ...moments } = state;
  const { openedAt, closedAt, sharedAt, readBackAt, signedAt, ...rest } = moments;
  return Object.assign(new ForumSession(), {
    ...rest,
    regionCode,
    openedAt: toDate(openedAt),
    closedAt: toDate(closedAt),
    sharedAt: toDate(sharedAt),
    readBackAt: toDate(readBackAt),
    signedAt: toDate(signedAt),
    agenda: agenda.map(toAgendaItem),
    attendance: toAttendance(attendance),
    attended: attended(attendance),
    scanned,
    scannedGroups: hasCome(state.phase, 'CLOSED') ? toAttendance(scannedGroups) : [],
  });
}

function toAttendance(attendance: Attendance): ForumAttendance[] {
  const counts = noneBelowNone(attendance);
  return ATTENDANCE_GROUPS.map((group) =>
    Object.assign(new ForumAttendance(), { group, count: counts[group] ?? 0 }),
  );
}

function toAgendaItem({ id, kind, title, minutes, startedAt, endedAt }: Item): ForumAgendaItem {
  return Object.assign(new ForumAgendaItem(), {
    ...{ id, title, minutes, looksBack: kind === 'COMMITMENTS' },
    ...{ startedAt: toDate(startedAt), endedAt: toDate(endedAt) },
  });
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

@ObjectType({
  description: 'What somebody else wrote in its place at the same time; a person has yet to choose.',
})
export class ForumAlternative {
  @Field(() => ID, { description: 'UUID of the entry.' })
  id!: string;

  @Field(() => String, { description: 'The words of this other version.' })
  text!: string;

  @Field(() => Instant, { description: 'When they were written, on the day of the session.' })
  takenAt!: Date;
}

@ObjectType({ description: 'What was said or agreed in a session.' })
export class ForumOutcome {
  @Field(() => ID, { description: 'UUID, made by the device; a commitment has the same.' })
  id!: string;

  @Field(() => OUTCOME_KINDS, { description: 'What kind of thing was said or agreed.' })
  kind!: OutcomeKind;

  @Field(() => String, {
    description: 'The words; 1 to 1,000 characters. No name of a citizen belongs in it.',
  })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'The agenda item that it belongs to; null: none.' })
  itemId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit that it is about; null: none in particular.' })
  unitId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The indicator that it is about; null: none.' })
  indicatorId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The complaint that it is about; null: none.' })
  complaintId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'What of the same session it answers, as a promise does an issue: whoever follows that by its code sees this too.',
  })
  answersId!: string | null;

  @Field(() => Int, {
    description: 'How often it was written, from 1; a change names the one that it stands on.',
  })
  revision!: number;

  @Field(() => Boolean, {
    description:
      'Whether two changed it at the same time: `alternatives` has what is not shown, until one is chosen.',
  })
  disputed!: boolean;

  @Field(() => [ForumAlternative], {
    description: 'What else was written in its place; nothing is overwritten.',
  })
  alternatives!: ForumAlternative[];

  @Field(() => Boolean, { description: 'Whether it was taken out of the minutes.' })
  withdrawn!: boolean;

  @Field(() => Boolean, { description: 'Whether it came in after the minutes were signed.' })
  amended!: boolean;

  @Field(() => Instant, { description: 'When it was written, on the day of the session.' })
  takenAt!: Date;

  regionCode!: string;
}

export function toForumOutcome(state: ForumOutcomeState, regionCode: string): ForumOutcome {
  const { sessionId: _, alternatives, amends, takenAt, ...rest } = state;
  return Object.assign(new ForumOutcome(), {
    ...rest,
    regionCode,
    amended: amends,
    disputed: alternatives.length > 0,
    alternatives: alternatives.map((one) =>
      Object.assign(new ForumAlternative(), { ...one, takenAt: new Date(one.takenAt) }),
    ),
    takenAt: new Date(takenAt),
  });
}

@ObjectType({ description: 'One step in the life of a promise.' })
export class CommitmentStep {
  @Field(() => STEP_KINDS, { description: 'What happened.' })
  kind!: CommitmentStepKind;

  @Field(() => COMMITMENT_STATES, { description: 'How far it had come then.' })
  state!: CommitmentState;

  @Field(() => String, {
    nullable: true,
    description: 'What was told, for citizens to read, at most 500 characters; null: nothing.',
  })
  note!: string | null;

  @Field(() => LocalDate, { description: 'Its last day then.' })
  dueOn!: string;

  @Field(() => Instant, { description: 'When this happened.' })
  at!: Date;

  @Field(() => CommitmentPhoto, {
    nullable: true,
    description:
      'A picture that shows it; null: none, none any more, or none for whoever asks: what is not public is for those who prepare or check minutes of the unit that invited or that promised.',
  })
  photo!: CommitmentPhoto | null;
}

/** `photo` is null also where whoever asks may not see it. */
export function toCommitmentStep(
  { kind, state, note, dueOn, at }: CommitmentStepRow,
  photo: ForumPhotoRow | null,
): CommitmentStep {
  return Object.assign(new CommitmentStep(), {
    ...{ kind, state, note: note ?? null, dueOn, at },
    photo: photo && toCommitmentPhoto(photo),
  });
}

@ObjectType({
  description: 'A promise that a unit made in a forum. It is public: no name of a citizen belongs in it.',
})
export class Commitment {
  @Field(() => ID, { description: 'UUID; that of the outcome.' })
  id!: string;

  @Field(() => String, { description: 'What is promised; 1 to 1,000 characters.' })
  text!: string;

  @Field(() => ID, { description: 'The unit that owns it.' })
  ownerUnitId!: string;

  @Field(() => String, { description: 'Name of the unit that promises.' })
  ownerUnitName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The post that sees to it, no name; null: none in particular.',
  })
  ownerRole!: string | null;

  @Field(() => ID, { description: 'The session in which it was promised.' })
  sessionId!: string;

  @Field(() => LocalDate, { description: 'The day of that session.' })
  promisedOn!: string;

  @Field(() => LocalDate, { description: 'The last day for it, a working day.' })
  dueOn!: string;

  @Field(() => COMMITMENT_STATES, { description: 'How far it has come.' })
  state!: CommitmentState;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was done or given up; null before.',
  })
  settledOn!: string | null;

  @Field(() => Boolean, {
    description: 'Whether its last day was over before it was done; what was given up is not late.',
  })
  late!: boolean;

  @Field(() => Int, {
    description: 'Whom its lateness has been told: 0 nobody, 1 its unit, 2 also the unit above.',
  })
  escalated!: number;

  @Field(() => Instant, { description: 'When it last moved.' })
  movedAt!: Date;

  regionCode!: string;
}

/** `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
export function toCommitment(row: CommitmentOnBoard, regionCode: string, today: string): Commitment {
  const { id, text, unitId, unitName, ownerRole, sessionId, promisedOn, dueOn, state, settledOn, escalated } =
    row;
  return Object.assign(new Commitment(), {
    ...{ id, text, ownerUnitId: unitId, ownerUnitName: unitName, ownerRole, sessionId, promisedOn, dueOn },
    ...{ state, settledOn, escalated, regionCode },
    late: isLate({ state, dueOn, settledOn }, today),
    movedAt: new Date(row.movedAt),
  });
}

@ObjectType({
  description: 'A signature under minutes. Whoever prepares or checks them sees it, nobody else.',
})
export class ForumSignature {
  @Field(() => SIGNER_ROLES, { nullable: true, description: 'For whom; null once its time is over.' })
  role!: SignerRole | null;

  @Field(() => String, { nullable: true, description: 'The name; null once its time is over.' })
  name!: string | null;

  @Field(() => [[Int]], {
    description:
      'What was drawn: strokes of x, y, x, y, … on a field of 1,000 steps each way; none once its time is over.',
  })
  strokes!: number[][];

  @Field(() => Instant, { description: 'When it was signed.' })
  signedAt!: Date;

  @Field(() => Int, { description: 'How many outcomes were on the screen when it was signed.' })
  covered!: number;

  unitId!: string;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes of an entry: ENTRY_UNREADABLE, ENTRY_OF_ANOTHER, SESSION_NOT_OPEN, SESSION_OPEN, ' +
    'SESSION_CLOSED, SESSION_NOT_CLOSED, SESSION_READ_BACK, SESSION_NOT_READ_BACK, SESSION_SIGNED, SESSION_FULL, ' +
    'ATTENDANCE_CHANGE, IDEMPOTENCY_CONFLICT; of an outcome: OUTCOME_TEXT_MISSING, OUTCOME_TEXT_LENGTH, ' +
    'OUTCOME_ITEM_UNKNOWN, OUTCOME_LINK_UNKNOWN, COMMITMENT_OWNER_MISSING, COMMITMENT_ROLE_LENGTH, COMMITMENT_ONLY, ' +
    'DUE_MISSING, DUE_IN_PAST, DUE_TOO_FAR, TRACKING_CODE_UNREADABLE, TRACKING_CODE_TAKEN; of a change: OUTCOME_UNKNOWN, ' +
    'OUTCOME_WITHDRAWN, OUTCOME_REVISION_UNKNOWN, COMMITMENT_SETTLED, WITHDRAWAL_REASON; of a report: ' +
    'COMMITMENT_UNKNOWN, REPORT_STATE, REPORT_NOTE_MISSING, REPORT_NOTE_LENGTH, REPORT_PHOTO_UNKNOWN; of a signature: SIGNER_NAME_LENGTH, ' +
    'SIGNATURE_EMPTY, SIGNATURE_UNREADABLE; of a plan: FORUM_UNKNOWN, FORUM_UNIT_UNKNOWN, FORUM_NAME_LENGTH, ' +
    'FORUM_NUMBERS, FORUM_BEGUN; of a picture: PHOTO_UNKNOWN; of all words: NOTE_TOO_LONG, NOTE_UNREADABLE.',
})
export class ForumRefused extends Refusal {}

@ObjectType({ description: 'What became of one entry.' })
export class ForumEntryResult {
  @Field(() => ID, { description: 'The id that the device gave to the entry.' })
  id!: string;

  @Field(() => ENTRY_STATES, { description: 'How taking it ended.' })
  state!: EntryState;

  @Field(() => Boolean, { description: 'Whether it had been taken before: one effect, one answer.' })
  replayed!: boolean;

  @Field(() => ForumRefused, { nullable: true, description: 'Why it was not taken; null where it was.' })
  refusal!: ForumRefused | null;
}

@ObjectType({ description: 'What became of each entry, in the order in which they were sent.' })
export class ForumEntriesLogged {
  @Field(() => [ForumEntryResult], { description: 'One for each entry.' })
  results!: ForumEntryResult[];

  @Field(() => Instant, { description: 'What the clock of the server shows, for devices to set theirs by.' })
  serverNow!: Date;

  @Field(() => Cursor, {
    nullable: true,
    description: 'The place in the change stream from which on all of them show; null where none was taken.',
  })
  cursor!: string | null;
}

@ObjectType({ description: 'A forum is founded, or planned otherwise.' })
export class ForumSeriesPlanned {
  @Field(() => ForumSeries, { description: 'The forum as it is now.' })
  series!: ForumSeries;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'A session is planned, or went a step on.' })
export class ForumSessionRecorded {
  @Field(() => ForumSession, { description: 'The session as it is now.' })
  session!: ForumSession;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'How far a promise has come is recorded; citizens read it.' })
export class CommitmentRecorded {
  @Field(() => Commitment, { description: 'The promise as it is now.' })
  commitment!: Commitment;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

export const PlanForumSeriesResult = createUnionType({
  name: 'PlanForumSeriesResult',
  description: 'The three ways in which founding a forum ends.',
  types: () => [ForumSeriesPlanned, ForumRefused, IdempotencyConflict] as const,
});

export const ForumSessionResult = createUnionType({
  name: 'ForumSessionResult',
  description: 'The three ways in which planning a session, or sharing its minutes, ends.',
  types: () => [ForumSessionRecorded, ForumRefused, IdempotencyConflict] as const,
});

export const ReportCommitmentResult = createUnionType({
  name: 'ReportCommitmentResult',
  description: 'The three ways in which reporting on a promise ends.',
  types: () => [CommitmentRecorded, ForumRefused, IdempotencyConflict] as const,
});

@ObjectType({ description: 'How a session stands now, and what changed.' })
export class ForumSessionUpdate extends Update {
  @Field(() => ForumSession, { description: 'The session as it is now.' })
  session!: ForumSession;

  @Field(() => [ForumOutcome], {
    description:
      'What was said or agreed: all of it where everything is told anew, else what the change touched.',
  })
  outcomes!: ForumOutcome[];

  @Field(() => [Commitment], {
    description:
      'Promises, those of before and those of this session: all where everything is told anew, else what the change touched.',
  })
  commitments!: Commitment[];
}

@ObjectType({ description: 'Somebody in the hall scanned its code. Nothing else of the session changed.' })
export class ForumScanUpdate extends Update {
  @Field(() => Int, { description: 'How many have by now.' })
  scanned!: number;
}

/** What the subscription of a session gives. */
export const ForumSessionMessage = createUnionType({
  name: 'ForumSessionMessage',
  description:
    'The whole session first, unless the cursor could be resumed; then each change in commit order, and heartbeats.',
  types: () => [ForumSessionUpdate, ForumScanUpdate, Heartbeat] as const,
});
