import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import type { HasObservations } from '../observations/observation.store.js';
import { closeSurveyWave } from './close-survey-wave.js';
import { FeedbackSummary } from './feedback-summary.object.js';
import type { HasFeedback } from './feedback.store.js';
import {
  CloseSurveyWaveInput,
  CloseSurveyWaveResult,
  SurveyWave,
  SurveyWaveClosed,
  SurveyWaveRefused,
  toSurveyWave,
} from './survey-wave.object.js';
import type { HasSurveyWaves } from './survey-wave.store.js';

type Stores = HasFeedback & HasSurveyWaves & HasEmployees & HasIndicators & HasObservations & HasClock;
type Ask = Context<Stores>;

/** What becomes of feedback at the end of a quarter. */
@Resolver(() => FeedbackSummary)
export class SurveyWaveResolver {
  @Mutation(() => CloseSurveyWaveResult, {
    description:
      "Closes the survey wave of a unit's quarter: the satisfaction index is logged as SKM-01 of the head of the unit, once, with the reckoning as its note. The score that it moves follows at once.",
  })
  async closeSurveyWave(
    @Arg('input', () => CloseSurveyWaveInput, { description: 'Which wave, and who heads the unit.' })
    input: CloseSurveyWaveInput,
    @Ctx() context: Ask,
  ): Promise<typeof CloseSurveyWaveResult> {
    const { region: regionCode, key, unit: unitId, quarter, head: headId } = input;
    const command = { unitId, quarter, headId };
    const done = await context.unitOfWork.run(
      { verb: 'closeSurveyWave', actor: context.actor, regionCode, key, input: command },
      (tx) => closeSurveyWave(tx, context.actor, command),
    );
    if (!done.ok) return commandRefusal(SurveyWaveRefused, done.refusal);
    const wave = await context.read(regionCode).surveyWaves.get(unitId, quarter);
    return Object.assign(new SurveyWaveClosed(), {
      wave: toSurveyWave(wave!),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }

  @FieldResolver(() => SurveyWave, {
    nullable: true,
    description:
      'The survey wave of the period, once it is closed; what comes later moves the figures and not it.',
  })
  async wave(
    @Root() { regionCode, unitId, quarter }: FeedbackSummary,
    @Ctx() context: Ask,
  ): Promise<SurveyWave | null> {
    const wave = await context.read(regionCode).surveyWaves.get(unitId, quarter);
    return wave && toSurveyWave(wave);
  }
}
