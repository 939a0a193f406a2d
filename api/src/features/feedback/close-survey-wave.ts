import { readPeriod } from '../../domain/calendar.js';
import { acceptWave, INDEX_INDICATOR, type WaveRefusalCode } from '../../domain/feedback/close-wave.js';
import type { FeedbackTally } from '../../domain/feedback/summarise-feedback.js';
import type { ObservationRefusalCode } from '../../domain/observation/accept-observation.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasIndicators } from '../indicators/indicator.store.js';
import { logObservation } from '../observations/log-observation.js';
import type { HasObservations } from '../observations/observation.store.js';
import type { HasFeedback } from './feedback.store.js';
import type { HasSurveyWaves } from './survey-wave.store.js';

/** The survey wave of a quarter, and who heads the unit whose service it is about. */
export interface CloseSurveyWave {
  readonly unitId: string;
  /** Code of the quarter, e.g. "2026-Q4". */
  readonly quarter: string;
  /** The employee whose plan the index counts in. A person says who it is: a survey points at nobody by itself. */
  readonly headId: string;
}

type Needs = HasFeedback & HasSurveyWaves & HasEmployees & HasIndicators & HasObservations & HasClock;
const NOTHING: FeedbackTally = { counted: 0, waiting: 0, leftOut: new Map(), answers: [] };

/** Closes a wave: its index becomes one observation of the unit's head, with the reckoning as its note. */
export async function closeSurveyWave(
  tx: Needs,
  actor: Actor,
  { unitId, quarter, headId }: CloseSurveyWave,
): Promise<Verdict<{ observationId: string }, WaveRefusalCode | ObservationRefusalCode>> {
  const read = readPeriod(quarter);
  const period = read.ok ? read.value : null;
  const wave = await tx.surveyWaves.hold(unitId, quarter);
  const tally = period === null ? NOTHING : await tx.feedback.tally(unitId, period.startsOn, period.endsOn);
  const [[head], [indicator]] = await Promise.all([
    tx.employees.byIds([headId]),
    tx.indicators.byCodes([INDEX_INDICATOR]),
  ]);
  const accepted = acceptWave({
    ...{ period, closed: wave !== null, tally, now: tx.now },
    ...{ indicatorKnown: indicator !== undefined, headInUnit: head?.unitId === unitId },
  });
  if (!accepted.ok) return accepted;
  const { value, observedAt, note } = accepted.value;
  const logged = await logObservation(tx, actor, {
    ...{ employeeId: headId, indicatorId: indicator!.id, value, observedAt, note: note.id },
    ...{ observerId: null, behaviour: null },
  });
  if (!logged.ok) return logged;
  const { observationId } = logged.value;
  await tx.surveyWaves.add({
    ...{ unitId, periodCode: quarter, indexValue: value, counted: tally.counted, observationId },
    ...{ closedAt: tx.now, closedBy: actor.id },
  });
  return did({ observationId }, [
    { kind: 'SurveyWaveClosed', unitId, periodCode: quarter, observationId, index: value },
    ...logged.facts,
  ]);
}
