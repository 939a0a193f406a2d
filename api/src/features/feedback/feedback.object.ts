import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import {
  standingOf,
  type FeedbackStanding,
  type LeaveOutReason,
} from '../../domain/feedback/feedback-standing.js';
import type { SurveyElement } from '../../domain/survey/satisfaction-index.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, LocalDate } from '../../platform/graphql/scalars.js';
import { SURVEY_ELEMENTS } from '../surveys/satisfaction-index.object.js';
import type { FeedbackRow } from './feedback.entity.js';
import { FEEDBACK_STANDINGS, LEAVE_OUT_REASONS } from './feedback.enums.js';
import { ratingsOf } from './feedback.store.js';

@ObjectType({ description: 'What somebody thinks of one element of the service.' })
export class ElementRating {
  @Field(() => SURVEY_ELEMENTS, {
    description: 'The element of service that is rated (unsur, Permenpan-RB 14/2017).',
  })
  element!: SurveyElement;

  @Field(() => Int, { description: '1 (not good) to 4 (very good).' })
  rating!: number;
}

@ObjectType({
  description:
    'What a citizen thinks of the service at a counter. Who it is, and when on that day, is not in it.',
})
export class Feedback {
  @Field(() => ID, { description: 'UUID; ids are in no order.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The day in Asia/Jakarta on which it was left.' })
  leftOn!: string;

  @Field(() => [ElementRating], {
    nullable: true,
    description:
      'The ratings, U1 first; null while it waits: whoever decides whether it counts is not to know what that does to the figures.',
  })
  ratings!: ElementRating[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What could be better, in the words of the citizen; null where nothing was written, or once erased.',
  })
  text!: string | null;

  @Field(() => FEEDBACK_STANDINGS, { description: 'Whether it is in the figures.' })
  standing!: FeedbackStanding;

  @Field(() => LEAVE_OUT_REASONS, { nullable: true, description: 'Why it was left out; else null.' })
  leftOutBecause!: LeaveOutReason | null;

  @Field(() => Boolean, { description: 'Whether a contact was left, sealed apart.' })
  contactLeft!: boolean;

  regionCode!: string;
  unitId!: string;
  counterId!: string;
}

export function toFeedback(row: FeedbackRow): Feedback {
  const { id, leftOn, regionCode, unitId, counterId } = row;
  const standing = standingOf(row.taken, row.decision ?? null);
  return Object.assign(new Feedback(), {
    ...{ id, leftOn, regionCode, unitId, counterId, standing },
    ratings:
      standing === 'WAITING' ? null : ratingsOf(row).map((one) => Object.assign(new ElementRating(), one)),
    text: row.text ?? null,
    leftOutBecause: row.decisionReason ?? null,
    contactLeft: (row.erasureHash ?? null) !== null,
  });
}

@ObjectType({ description: 'The feedback is taken, with thanks.' })
export class FeedbackLeft {
  @Field(() => String, {
    nullable: true,
    description:
      'Where a contact was left, the code by which it is erased: eight consonants, such as "BCDF-GHJK"; else null. It is shown here alone, and again only to who sends the same key with the same words.',
  })
  erasureCode!: string | null;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({ description: 'What was decided is recorded.' })
export class FeedbackRecorded {
  @Field(() => Feedback, { description: 'The feedback as it is recorded now.' })
  feedback!: Feedback;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  description:
    'How to reach whoever left feedback. That it was asked for, by whom and why, is in the audit chain.',
})
export class FeedbackContactOpened {
  @Field(() => String, { description: 'A telephone number, an e-mail address.' })
  contact!: string;

  @Field(() => Boolean, {
    description: 'Whether this key had been used before; it is told in the chain again.',
  })
  replayed!: boolean;
}

@ObjectType({ description: 'The contact is gone for good; the feedback stays.' })
export class FeedbackContactErased {
  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been used before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes of leaving feedback: FEEDBACK_TOO_MANY, FEEDBACK_COUNTER_UNKNOWN, FEEDBACK_COUNTER_CLOSED, ' +
    'FEEDBACK_RATING_MISSING, FEEDBACK_RATING_TWICE, FEEDBACK_RATING_OUT_OF_RANGE, FEEDBACK_TEXT_LENGTH, ' +
    'FEEDBACK_CONTACT_LENGTH, FEEDBACK_CONTACT_UNREADABLE; of a decision: FEEDBACK_NOT_WAITING, REVIEW_REASON_MISSING, ' +
    'REVIEW_REASON_UNWANTED; of opening a contact: FEEDBACK_WITHOUT_CONTACT, OPENING_REASON_LENGTH, ' +
    'FEEDBACK_CONTACT_GONE, NOTE_TOO_LONG; of the latter two: FEEDBACK_UNKNOWN; of erasing it: TRACKING_CODE_TOO_OFTEN, ' +
    'FEEDBACK_CODE_UNKNOWN, FEEDBACK_CONTACT_GONE; of all words: NOTE_UNREADABLE.',
})
export class FeedbackRefused extends Refusal {}

export const LeaveFeedbackResult = createUnionType({
  name: 'LeaveFeedbackResult',
  description: 'The three ways in which leaving feedback ends.',
  types: () => [FeedbackLeft, FeedbackRefused, IdempotencyConflict] as const,
});

export const ReviewFeedbackResult = createUnionType({
  name: 'ReviewFeedbackResult',
  description: 'The three ways in which a decision about feedback ends.',
  types: () => [FeedbackRecorded, FeedbackRefused, IdempotencyConflict] as const,
});

export const OpenFeedbackContactResult = createUnionType({
  name: 'OpenFeedbackContactResult',
  description: 'The three ways in which asking for the contact ends.',
  types: () => [FeedbackContactOpened, FeedbackRefused, IdempotencyConflict] as const,
});

export const EraseFeedbackContactResult = createUnionType({
  name: 'EraseFeedbackContactResult',
  description: 'The three ways in which erasing a contact ends.',
  types: () => [FeedbackContactErased, FeedbackRefused, IdempotencyConflict] as const,
});
