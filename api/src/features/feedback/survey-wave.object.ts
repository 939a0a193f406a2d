import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { amount, formatAmount } from '../../domain/amount.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Decimal, Instant, RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import type { SurveyWaveRow } from './survey-wave.entity.js';

@InputType({ description: 'The survey wave of a quarter that is over, or nearly.' })
export class CloseSurveyWaveInput {
  @Field(() => RegionCode, { description: 'The region of the unit.' })
  region!: string;

  @Field(() => Uuid, { description: 'Made by the client, once for each step, and kept over every retry.' })
  key!: string;

  @Field(() => Uuid, { description: 'The unit; its own counters count, not those of the units below it.' })
  unit!: string;

  @Field(() => String, {
    description: 'Code of the quarter, e.g. "2026-Q4"; from seven days before its end on, and once.',
  })
  quarter!: string;

  @Field(() => Uuid, {
    description:
      'The employee who heads the unit and has SKM-01 in their plan. A survey points at nobody by itself: a person says who it is.',
  })
  head!: string;
}

@ObjectType({ description: 'A survey wave that was closed: what the index was then.' })
export class SurveyWave {
  @Field(() => Decimal, { description: 'The index that was logged as SKM-01, 25 to 100 at two decimals.' })
  index!: string;

  @Field(() => Int, { description: 'How much feedback it was made of.' })
  counted!: number;

  @Field(() => Instant, { description: 'When it was closed.' })
  closedAt!: Date;

  @Field(() => ID, {
    description: 'The observation that it led to; whoever may see it finds the reckoning there.',
  })
  observationId!: string;
}

export function toSurveyWave({ indexValue, counted, closedAt, observationId }: SurveyWaveRow): SurveyWave {
  const index = formatAmount(amount(indexValue));
  return Object.assign(new SurveyWave(), { index, counted, closedAt, observationId });
}

@ObjectType({ description: 'The wave is closed, and its index is an observation of the head of the unit.' })
export class SurveyWaveClosed {
  @Field(() => SurveyWave, { description: 'The wave as it is recorded now.' })
  wave!: SurveyWave;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: WAVE_QUARTER_UNKNOWN, WAVE_TOO_EARLY, WAVE_CLOSED, WAVE_FEEDBACK_WAITING, ' +
    'WAVE_INDEX_MISSING, WAVE_INDICATOR_MISSING, WAVE_HEAD_ELSEWHERE, and those of logObservation.',
})
export class SurveyWaveRefused extends Refusal {}

export const CloseSurveyWaveResult = createUnionType({
  name: 'CloseSurveyWaveResult',
  description: 'The three ways in which closing a survey wave ends.',
  types: () => [SurveyWaveClosed, SurveyWaveRefused, IdempotencyConflict] as const,
});
