import { Field, InputType } from 'type-graphql';
import type { ComplaintNaming } from '../../domain/complaint/accept-complainant.js';
import type { ComplaintChannel } from '../../domain/complaint/accept-complaint.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-clock.js';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { COMPLAINT_CHANNELS, COMPLAINT_CLASSES, COMPLAINT_NAMINGS } from './complaint.enums.js';

const KEY = 'Made by the client, once for each step, and kept over every retry.';

@InputType({
  description: 'Who complains, and how an answer reaches them. It is sealed apart from the complaint.',
})
export class ComplainantInput {
  @Field(() => String, { description: 'The name; 2 to 120 characters.' })
  name!: string;

  @Field(() => String, {
    description: 'A telephone number, an e-mail address, a street; 5 to 120 characters.',
  })
  contact!: string;
}

@InputType({ description: 'A complaint of a citizen.' })
export class FileComplaintInput {
  @Field(() => RegionCode, { description: 'The region of the unit.' })
  region!: string;

  @Field(() => Uuid, {
    description:
      'Made by the client, once for each complaint, at random, and kept over every retry: the same key is told the same tracking code.',
  })
  key!: string;

  @Field(() => Uuid, { description: 'The unit that it is about (complaintOffices).' })
  unit!: string;

  @Field(() => COMPLAINT_CLASSES, { description: 'What is wanted.' })
  class!: ComplaintClass;

  @Field(() => COMPLAINT_CHANNELS, {
    defaultValue: 'WEB',
    description: 'The way by which it came; any other than WEB is for facilitators of the unit.',
  })
  channel!: ComplaintChannel;

  @Field(() => String, {
    description:
      'What happened, where and when; 20 to 2,000 characters. The office reads it: no name belongs in it.',
  })
  text!: string;

  @Field(() => COMPLAINT_NAMINGS, { description: 'Whether it is to be known who complains.' })
  naming!: ComplaintNaming;

  @Field(() => ComplainantInput, {
    nullable: true,
    description: 'Who complains; needed unless it is ANONYMOUS, and refused where it is.',
  })
  complainant?: ComplainantInput | null;
}

@InputType({ description: 'What came of a complaint.' })
export class AnswerComplaintInput {
  @Field(() => RegionCode, { description: 'The region of the complaint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The complaint; nobody has answered it.' })
  id!: string;

  @Field(() => String, {
    description: 'What was done, or why nothing was, for the citizen to read; 10 to 2,000 characters.',
  })
  answer!: string;
}

@InputType({ description: 'A name that somebody has to know.' })
export class OpenComplainantInput {
  @Field(() => RegionCode, { description: 'The region of the complaint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the complaint.' })
  id!: string;

  @Field(() => String, {
    description: 'What the name has to be known for; 10 to 500 characters. Auditors read it.',
  })
  reason!: string;
}

@InputType({ description: 'A name that is to be kept no longer, by the code of the complaint.' })
export class EraseComplainantInput {
  @Field(() => RegionCode, { description: 'The region of the complaint.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => String, {
    description: 'The code that was shown when it was filed; case, spaces and dashes do not matter.',
  })
  code!: string;
}
