import { Field, InputType, Int } from 'type-graphql';
import type { FeedbackDecision, LeaveOutReason } from '../../domain/feedback/feedback-standing.js';
import type { SurveyElement } from '../../domain/survey/satisfaction-index.js';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { SURVEY_ELEMENTS } from '../surveys/satisfaction-index.object.js';
import { FEEDBACK_DECISIONS, LEAVE_OUT_REASONS } from './feedback.enums.js';

const KEY = 'Made by the client, once for each step, and kept over every retry.';

@InputType({ description: 'What somebody thinks of one element of the service.' })
export class ElementRatingInput {
  @Field(() => SURVEY_ELEMENTS, { description: 'The element; each at most once.' })
  element!: SurveyElement;

  @Field(() => Int, { description: '1 (not good), 2 (not so good), 3 (good) or 4 (very good).' })
  rating!: number;
}

@InputType({ description: 'What a citizen thinks of the service at a counter.' })
export class LeaveFeedbackInput {
  @Field(() => RegionCode, { description: 'The region of the counter.' })
  region!: string;

  @Field(() => Uuid, {
    description: 'Made by the client, once for each feedback, at random, and kept over every retry.',
  })
  key!: string;

  @Field(() => String, {
    description: 'The code of the counter, which its QR code holds; case, spaces and dashes do not matter.',
  })
  code!: string;

  @Field(() => [ElementRatingInput], {
    description: 'One rating at least; elements that somebody has no opinion on are left out.',
  })
  ratings!: ElementRatingInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'What could be better, at most 1,000 characters. The office reads it, and it is shown to nobody else: no name belongs in it.',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A telephone number or an e-mail address for an answer, 5 to 120 characters. It is sealed apart from the feedback.',
  })
  contact?: string | null;
}

@InputType({ description: 'A contact that is to be kept no longer, by the code of the feedback.' })
export class EraseFeedbackContactInput {
  @Field(() => RegionCode, { description: 'The region of the feedback.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => String, {
    description: 'The code that was shown when it was left; case, spaces and dashes do not matter.',
  })
  code!: string;
}

@InputType({ description: 'Whether feedback that waits is to count.' })
export class ReviewFeedbackInput {
  @Field(() => RegionCode, { description: 'The region of the feedback.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The feedback; nobody has decided about it.' })
  id!: string;

  @Field(() => FEEDBACK_DECISIONS, { description: 'Whether it counts. It cannot be changed any more.' })
  decision!: FeedbackDecision;

  @Field(() => LEAVE_OUT_REASONS, {
    nullable: true,
    description: 'Why it is left out; needed there, and refused where it counts.',
  })
  reason?: LeaveOutReason | null;
}

@InputType({ description: 'A contact that somebody has to know.' })
export class OpenFeedbackContactInput {
  @Field(() => RegionCode, { description: 'The region of the feedback.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the feedback.' })
  id!: string;

  @Field(() => String, {
    description: 'What the contact has to be known for; 10 to 500 characters. Auditors read it.',
  })
  reason!: string;
}

@InputType({ description: 'A counter at which citizens may say what they think.' })
export class MakeCounterInput {
  @Field(() => RegionCode, { description: 'The region of the unit.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The unit whose service is given there; it has at most 100 counters.' })
  unit!: string;

  @Field(() => String, {
    description: 'What citizens know it by, such as "Loket 2"; 1 to 120 characters.',
  })
  name!: string;
}

@InputType({ description: 'What of a counter is to be another; what is left out stays as it is.' })
export class ChangeCounterInput {
  @Field(() => RegionCode, { description: 'The region of the counter.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the counter.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What citizens know it by; 1 to 120 characters.' })
  name?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it takes feedback.' })
  open?: boolean | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether it is given a new code, because the old one went round. Sheets that were printed before are then good for nothing.',
  })
  renewCode!: boolean;
}
