import type { Fact, FactOf } from '../domain/facts.js';
import { followLeavers } from '../features/accounts/follow-leavers.js';
import { noteRights } from '../features/accounts/note-rights.js';
import { observeCommitment, observeForumHeld } from '../features/forum/observe-forum.js';
import {
  measureCorrected,
  measureImported,
  measureLogged,
} from '../features/observations/measure-observations.js';
import { placeAgain, placeReopened } from '../features/scores/place-again.js';
import { recomputeUnderPolicy } from '../features/scores/recompute-under-policy.js';
import { recomputeMeasured, recomputePlanned } from '../features/scores/recompute-scores.js';
import { rollUpUnits } from '../features/scores/roll-up-units.js';
import type { Stores } from './stores.js';

type Reaction<K extends Fact['kind']> = (tx: Stores, facts: readonly FactOf<K>[]) => Promise<readonly Fact[]>;

/**
 * Cause and effect between rooms, all of it, inside one transaction. "What moves a score?" is answered by reading
 * this table. Its order is the order of causation: a reaction gives facts of later rows only.
 */
export const reactions = {
  AccountChanged: [noteRights],
  DeviceChanged: [noteRights],
  ServiceTokenChanged: [noteRights],
  WebhookChanged: [],
  UnitsChanged: [noteRights],
  IndicatorsChanged: [],
  PeriodsOpened: [],
  PeriodChanged: [noteRights, placeReopened],
  ContestOpened: [],
  ContestRuled: [],
  PredicateConfirmed: [],
  ReportingLinesChanged: [noteRights],
  DataCorrectionRequested: [],
  DataCorrectionAnswered: [],
  ComplaintFiled: [],
  ComplaintAnswered: [],
  ForumPlanned: [],
  ForumEntryTaken: [],
  ForumScanned: [],
  ForumHeld: [observeForumHeld],
  CommitmentChanged: [observeCommitment],
  CounterChanged: [],
  FeedbackLeft: [],
  FeedbackReviewed: [],
  SurveyWaveClosed: [],
  EmployeeChanged: [followLeavers, noteRights, placeAgain],
  ServiceChanged: [placeAgain],
  PolicySigned: [recomputeUnderPolicy],
  PlanChanged: [recomputePlanned],
  ObservationLogged: [measureLogged],
  ObservationCorrected: [measureCorrected],
  ObservationsImported: [measureImported],
  MeasurementChanged: [recomputeMeasured],
  EmployeeScoreChanged: [rollUpUnits],
  UnitScoresChanged: [],
} satisfies { [K in Fact['kind']]: readonly Reaction<K>[] };

const order = Object.keys(reactions) as Fact['kind'][];

/** Follows the facts to their effects and gives all of them, the first ones included, causes before effects. */
export async function react(tx: Stores, facts: readonly Fact[]): Promise<readonly Fact[]> {
  const all = [...facts];
  for (const [place, kind] of order.entries()) {
    const causes = all.filter((fact) => fact.kind === kind);
    if (causes.length === 0) continue;
    for (const reaction of reactions[kind] as readonly Reaction<Fact['kind']>[]) {
      const effects = await reaction(tx, causes);
      const backwards = effects.find((effect) => order.indexOf(effect.kind) <= place);
      if (backwards !== undefined)
        throw new Error(`${kind} cannot cause ${backwards.kind}: it is the earlier row`);
      all.push(...effects);
    }
  }
  return all;
}
