import { Field, InputType, Int } from 'type-graphql';
import type { PolicyChanges } from '../../domain/scoring/change-policy.js';
import type { ScoringPolicy } from '../../domain/scoring/policy.js';
import type { PolicyInput } from '../../domain/scoring/read-policy.js';
import { Decimal, LocalDate, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { ATTAINMENT_METHODS, CONTEST_CALENDARS } from './policy.object.js';

const LEFT_OUT = 'What is left out stays as in the policy that the draft is based on.';

@InputType({ description: `Lower edges in points; cap ≥ above > meets > decide > 0. ${LEFT_OUT}` })
class PolicyBandsInput {
  @Field(() => Decimal, { nullable: true, description: 'From here on: above expectations.' })
  above?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'From here on: meets expectations.' })
  meets?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below: a unit needs its leaders' decision." })
  decide?: string | null;
}

@InputType({ description: `Shares in per cent; the sum must be 100. ${LEFT_OUT}` })
class PolicySharesInput {
  @Field(() => Decimal, { nullable: true, description: 'Of the work result; above 0.' })
  results?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Of behaviour; 0 or more.' })
  behaviour?: string | null;
}

@InputType({
  description: `Points of an observation of behaviour; 0 ≤ below < meets < above ≤ cap. ${LEFT_OUT}`,
})
class PolicyPointsInput {
  @Field(() => Decimal, { nullable: true, description: 'Below expectations (−1).' })
  below?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Meets expectations (0).' })
  meets?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Above expectations (1).' })
  above?: string | null;
}

@InputType({ description: `How behaviour is read from its observations. ${LEFT_OUT}` })
class PolicyBehaviourInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Days after which an observation weighs half, 1 to 3660.',
  })
  halfLifeDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Observations that a core value needs, 1 to 100.' })
  minimumObservations?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Different observers that they come from; at most that number.',
  })
  minimumObservers?: number | null;

  @Field(() => Int, { nullable: true, description: 'Core values that must count, 1 to 7.' })
  minimumValues?: number | null;

  @Field(() => PolicyPointsInput, { nullable: true, description: 'What an observation is worth.' })
  points?: PolicyPointsInput | null;
}

@InputType({ description: `How long an observation can be contested. ${LEFT_OUT}` })
class PolicyContestInput {
  @Field(() => Int, { nullable: true, description: 'The number of days, 1 to 90.' })
  days?: number | null;

  @Field(() => CONTEST_CALENDARS, { nullable: true, description: 'Which days count.' })
  calendar?: ScoringPolicy['contest']['calendar'] | null;
}

@InputType({ description: 'What one indicator weighs in a role.' })
class PolicyWeightInput {
  @Field(() => String, { description: 'Code of an indicator of results of the region, e.g. "ADM-03".' })
  indicator!: string;

  @Field(() => Decimal, { description: 'In per cent, above 0.' })
  weight!: string;
}

@InputType({ description: 'The weights of a role.' })
class PolicyWeightSetInput {
  @Field(() => String, { description: 'The role, as targets name it, e.g. "LOKET"; once in a policy.' })
  role!: string;

  @Field(() => [PolicyWeightInput], { description: '1 to 60, each indicator once; they must sum to 100.' })
  weights!: PolicyWeightInput[];
}

@InputType({ description: `Some numbers of a scoring policy. ${LEFT_OUT}` })
export class PolicyNumbersInput implements PolicyChanges {
  @Field(() => ATTAINMENT_METHODS, { nullable: true, description: 'How realised values become attainment.' })
  attainmentMethod?: PolicyInput['attainmentMethod'] | null;

  @Field(() => Decimal, { nullable: true, description: 'The most that an attainment can be, 100 to 200.' })
  cap?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Share of the planned weight that must have data, 0 to 1.',
  })
  minimumCoverage?: string | null;

  @Field(() => PolicyBandsInput, { nullable: true, description: 'Where ratings and states begin.' })
  bands?: PolicyBandsInput | null;

  @Field(() => PolicySharesInput, { nullable: true, description: 'How both parts make the number shown.' })
  shares?: PolicySharesInput | null;

  @Field(() => PolicyBehaviourInput, { nullable: true, description: 'How behaviour is read.' })
  behaviour?: PolicyBehaviourInput | null;

  @Field(() => Int, { nullable: true, description: 'People with a value that a unit needs, 1 to 100.' })
  minimumPeople?: number | null;

  @Field(() => PolicyContestInput, {
    nullable: true,
    description: 'How long an observation can be contested.',
  })
  contest?: PolicyContestInput | null;

  @Field(() => Int, { nullable: true, description: 'Decimal places that people are shown, 0 to 6.' })
  shownPlaces?: number | null;

  @Field(() => [PolicyWeightSetInput], {
    nullable: true,
    description:
      'All weight sets, at most 200: those of the other policy go; empty: the weights of the targets hold.',
  })
  weightSets?: PolicyWeightSetInput[] | null;
}

@InputType({ description: 'A copy of a policy with some numbers changed.' })
export class DraftPolicyInput {
  @Field(() => RegionCode, { description: 'The region that the policy is for.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each draft, and kept over every retry.' })
  key!: string;

  @Field(() => String, { description: 'The version that is copied, in whatever state it is.' })
  basedOn!: string;

  @Field(() => String, {
    description: 'What changes and why, for everybody who is scored; 10 to 2,000 characters.',
  })
  note!: string;

  @Field(() => PolicyNumbersInput, { description: 'The numbers that change; at least one.' })
  numbers!: PolicyNumbersInput;
}

@InputType({ description: 'A draft that is to hold from a day on.' })
export class SignPolicyInput {
  @Field(() => RegionCode, { description: 'The region of the policy.' })
  region!: string;

  @Field(() => Uuid, {
    description: 'Made by the client, once for each signature, and kept over every retry.',
  })
  key!: string;

  @Field(() => String, { description: 'The version of the draft.' })
  version!: string;

  @Field(() => LocalDate, {
    description:
      'It holds for periods that begin on this day or later. Not before that of a policy signed already, at most two years ahead, and none of those periods may be closed.',
  })
  effectiveFrom!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the signature rests on, such as the number of a decree; at most 2,000 characters.',
  })
  note?: string | null;
}

@InputType({ description: 'A draft that nobody will sign.' })
export class DropPolicyInput {
  @Field(() => RegionCode, { description: 'The region of the policy.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each, and kept over every retry.' })
  key!: string;

  @Field(() => String, { description: 'The version of the draft.' })
  version!: string;
}
