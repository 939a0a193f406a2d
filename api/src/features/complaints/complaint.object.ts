import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import type { ComplaintNaming } from '../../domain/complaint/accept-complainant.js';
import type { ComplaintChannel } from '../../domain/complaint/accept-complaint.js';
import { isOverdue, type ComplaintClass } from '../../domain/complaint/complaint-clock.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant, LocalDate } from '../../platform/graphql/scalars.js';
import {
  COMPLAINT_CHANNELS,
  COMPLAINT_CLASSES,
  COMPLAINT_NAMINGS,
  COMPLAINT_STATES,
  type ComplaintState,
} from './complaint.enums.js';
import type { ComplaintRow } from './complaint.entity.js';

/** How a complaint stands, as everybody may know it who may know of it. */
@ObjectType()
abstract class ComplaintStanding {
  @Field(() => COMPLAINT_CLASSES, { description: 'What is wanted.' })
  class!: ComplaintClass;

  @Field(() => Instant, { description: 'When it was filed.' })
  filedAt!: Date;

  @Field(() => LocalDate, {
    description:
      'The last day, in Asia/Jakarta, on which the citizen should hear from the office for the first time: 3 working days.',
  })
  respondBy!: string;

  @Field(() => LocalDate, {
    description: 'The last day for the answer, in Asia/Jakarta: working days by class.',
  })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether nobody has answered and the last day is over.' })
  overdue!: boolean;

  @Field(() => COMPLAINT_STATES, { description: 'How far it has come.' })
  state!: ComplaintState;

  @Field(() => String, {
    nullable: true,
    description: 'What the citizen is told; null while nobody has answered, or once erased.',
  })
  answer!: string | null;
}

/** `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
function standing(row: ComplaintRow, today: string): ComplaintStanding {
  const { filedAt, respondBy, dueOn } = row;
  const isAnswered = row.answeredAt != null;
  return {
    ...{ class: row.class, filedAt, respondBy, dueOn, overdue: isOverdue(dueOn, today, isAnswered) },
    ...{ state: isAnswered ? 'ANSWERED' : 'RECEIVED', answer: row.answer ?? null },
  };
}

@ObjectType({ description: 'A complaint as the office has it. Who complains is not in it.' })
export class Complaint extends ComplaintStanding {
  @Field(() => ID, { description: 'UUID; later complaints have greater ids.' })
  id!: string;

  @Field(() => COMPLAINT_CHANNELS, { description: 'The way by which it came.' })
  channel!: ComplaintChannel;

  @Field(() => String, {
    nullable: true,
    description: 'What happened, in the words of the citizen, 20 to 2,000 characters; null once erased.',
  })
  text!: string | null;

  @Field(() => COMPLAINT_NAMINGS, { description: 'Whether it is to be known who complains.' })
  naming!: ComplaintNaming;

  @Field(() => Instant, { nullable: true, description: 'When it was answered; null while it is open.' })
  answeredAt!: Date | null;

  regionCode!: string;
  unitId!: string;
}

/** `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
export function toComplaint(row: ComplaintRow, today: string): Complaint {
  const { id, channel, naming, regionCode, unitId } = row;
  return Object.assign(new Complaint(), {
    ...{ id, channel, naming, regionCode, unitId },
    ...standing(row, today),
    text: row.text ?? null,
    answeredAt: row.answeredAt ?? null,
  });
}

@ObjectType({
  description: 'A complaint as whoever has its code may follow it: neither what it says nor who complains.',
})
export class TrackedComplaint extends ComplaintStanding {
  @Field(() => String, { description: 'The name of the unit that it is about.' })
  unitName!: string;

  @Field(() => Boolean, { description: 'Whether a name is kept, which whoever has the code can erase.' })
  nameKept!: boolean;
}

/** `today` is 'YYYY-MM-DD' in Asia/Jakarta. */
export function toTrackedComplaint(
  row: ComplaintRow,
  beside: { readonly unitName: string; readonly nameKept: boolean; readonly today: string },
): TrackedComplaint {
  const { unitName, nameKept, today } = beside;
  return Object.assign(new TrackedComplaint(), { unitName, nameKept, ...standing(row, today) });
}

@ObjectType({ description: 'A unit that a complaint can be about, as everybody may know it.' })
export class ComplaintOffice {
  @Field(() => ID, { description: 'UUID of the unit.' })
  id!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;
}

@ObjectType({ description: 'The complaint is taken; its clocks run.' })
export class ComplaintFiled {
  @Field(() => TrackedComplaint, { description: 'The complaint as its code shows it.' })
  complaint!: TrackedComplaint;

  @Field(() => String, {
    description:
      'The code by which the complaint is followed: eight consonants, such as "BCDF-GHJK". It is shown here alone, and again only to who sends the same key with the same words.',
  })
  trackingCode!: string;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'The answer is recorded; whoever has the code reads it.' })
export class ComplaintRecorded {
  @Field(() => Complaint, { description: 'The complaint as it is recorded now.' })
  complaint!: Complaint;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'Who complains. That it was asked for, by whom and why, is in the audit chain.' })
export class ComplainantOpened {
  @Field(() => String, { description: 'The name that the complainant left.' })
  name!: string;

  @Field(() => String, { description: 'A telephone number, an e-mail address, a street.' })
  contact!: string;

  @Field(() => Boolean, {
    description: 'Whether this key had been used before; it is told in the chain again.',
  })
  replayed!: boolean;
}

@ObjectType({ description: 'The name is gone for good; the complaint stays.' })
export class ComplainantErased {
  @Field(() => TrackedComplaint, { description: 'The complaint as its code shows it.' })
  complaint!: TrackedComplaint;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been used before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes of a filing: COMPLAINT_TOO_MANY, COMPLAINT_TEXT_MISSING, COMPLAINT_UNIT_UNKNOWN, ' +
    'COMPLAINT_CHANNEL_OF_OFFICE, COMPLAINANT_UNWANTED, COMPLAINANT_MISSING, COMPLAINANT_NAME_LENGTH, ' +
    'COMPLAINANT_CONTACT_LENGTH, COMPLAINANT_UNREADABLE; of an answer: COMPLAINT_ANSWERED, COMPLAINT_ANSWER_MISSING; of ' +
    'opening a name: COMPLAINT_ANONYMOUS, OPENING_REASON_LENGTH, COMPLAINANT_GONE; of the latter two: COMPLAINT_UNKNOWN; ' +
    'of erasing it: TRACKING_CODE_TOO_OFTEN, TRACKING_CODE_UNKNOWN, COMPLAINT_ANONYMOUS, COMPLAINANT_GONE; of all words: ' +
    'NOTE_TOO_LONG, NOTE_UNREADABLE.',
})
export class ComplaintRefused extends Refusal {}

export const FileComplaintResult = createUnionType({
  name: 'FileComplaintResult',
  description: 'The three ways in which filing a complaint ends.',
  types: () => [ComplaintFiled, ComplaintRefused, IdempotencyConflict] as const,
});

export const AnswerComplaintResult = createUnionType({
  name: 'AnswerComplaintResult',
  description: 'The three ways in which answering a complaint ends.',
  types: () => [ComplaintRecorded, ComplaintRefused, IdempotencyConflict] as const,
});

export const OpenComplainantResult = createUnionType({
  name: 'OpenComplainantResult',
  description: 'The three ways in which asking for the name ends.',
  types: () => [ComplainantOpened, ComplaintRefused, IdempotencyConflict] as const,
});

export const EraseComplainantResult = createUnionType({
  name: 'EraseComplainantResult',
  description: 'The three ways in which erasing a name ends.',
  types: () => [ComplainantErased, ComplaintRefused, IdempotencyConflict] as const,
});
