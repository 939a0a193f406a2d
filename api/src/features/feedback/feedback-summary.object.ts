import { Field, ID, Int, ObjectType } from 'type-graphql';
import { formatAmount } from '../../domain/amount.js';
import type { PeriodSpan } from '../../domain/calendar.js';
import { waveClosesFrom } from '../../domain/feedback/close-wave.js';
import type { LeaveOutReason } from '../../domain/feedback/feedback-standing.js';
import {
  FEWEST_ANSWERS,
  summariseFeedback,
  type FeedbackTally,
} from '../../domain/feedback/summarise-feedback.js';
import type { ServiceGrade, SurveyElement } from '../../domain/survey/satisfaction-index.js';
import { Decimal, LocalDate } from '../../platform/graphql/scalars.js';
import { SERVICE_GRADES, SURVEY_ELEMENTS } from '../surveys/satisfaction-index.object.js';
import { LEAVE_OUT_REASONS } from './feedback.enums.js';

@ObjectType({ description: 'What citizens think of one element of a unit’s service.' })
export class FeedbackElement {
  @Field(() => SURVEY_ELEMENTS, {
    description: 'The element of service that was rated (unsur, Permenpan-RB 14/2017).',
  })
  element!: SurveyElement;

  @Field(() => Int, { description: 'How many rated it, of those that count.' })
  answers!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: `Nilai rata-rata (NRR), 1 to 4, at six places; null where fewer than ${FEWEST_ANSWERS} rated it.`,
  })
  mean!: string | null;
}

@ObjectType({ description: 'How much feedback was left out for one reason.' })
export class FeedbackLeftOut {
  @Field(() => LEAVE_OUT_REASONS, { description: 'Why it is left out.' })
  reason!: LeaveOutReason;

  @Field(() => Int, { description: 'How many pieces of feedback; 1 or more.' })
  count!: number;
}

@ObjectType({
  description:
    'What citizens thought of the service at the counters of one unit in one period, and what of it is not in the figures. It is about a service, never about one person.',
})
export class FeedbackSummary {
  @Field(() => ID, { description: 'UUID of the unit.' })
  unitId!: string;

  @Field(() => String, { description: 'Code of the period, e.g. "2026-Q4".' })
  quarter!: string;

  @Field(() => Int, { description: 'Feedback that counts.' })
  counted!: number;

  @Field(() => Int, { description: 'Feedback that waits for a facilitator to look; it does not count yet.' })
  waiting!: number;

  @Field(() => [FeedbackLeftOut], { description: 'Feedback that a facilitator left out, by reason.' })
  leftOut!: FeedbackLeftOut[];

  @Field(() => [FeedbackElement], { description: 'The nine elements, U1 first.' })
  elements!: FeedbackElement[];

  @Field(() => Decimal, {
    nullable: true,
    description: `Indeks kepuasan masyarakat by the SI rules of SCORING.md (PermenPANRB 14/2017), 25 to 100 at two decimals; null where one of the nine elements has fewer than ${FEWEST_ANSWERS} answers.`,
  })
  index!: string | null;

  @Field(() => SERVICE_GRADES, { nullable: true, description: 'What the index means; null without one.' })
  grade!: ServiceGrade | null;

  @Field(() => String, { description: 'How the figures came to be and what is not in them, in Indonesian.' })
  sentence!: string;

  @Field(() => String, { description: 'The same in English.' })
  sentenceEn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'From which day on the survey wave of the period may be closed; null where it is no quarter.',
  })
  waveClosesFrom!: string | null;

  regionCode!: string;
}

export function toFeedbackSummary(
  regionCode: string,
  unitId: string,
  period: PeriodSpan,
  tally: FeedbackTally,
): FeedbackSummary {
  const { elements, index, sentence } = summariseFeedback(tally);
  return Object.assign(new FeedbackSummary(), {
    ...{ regionCode, unitId, quarter: period.code, counted: tally.counted, waiting: tally.waiting },
    leftOut: [...tally.leftOut]
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => Object.assign(new FeedbackLeftOut(), { reason, count })),
    elements: elements.map(({ element, answers, mean }) =>
      Object.assign(new FeedbackElement(), {
        ...{ element, answers, mean: mean === null ? null : formatAmount(mean) },
      }),
    ),
    index: index === null ? null : formatAmount(index.index),
    grade: index?.grade ?? null,
    waveClosesFrom: period.kind === 'QUARTER' ? waveClosesFrom(period.endsOn) : null,
    sentence: sentence.id,
    sentenceEn: sentence.en,
  });
}
