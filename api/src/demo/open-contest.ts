import type { Pantau } from '../app/compose.js';
import type { Stores } from '../app/stores.js';
import { contestObservation } from '../features/contests/contest-observation.js';
import { ALL_OBSERVATIONS } from '../features/observations/observation.store.js';
import { DEMO } from './demo-actor.js';
import { stableKey } from './stable-key.js';
import { CONTESTED } from './stories.js';

/** More than one person's readings of one indicator in the days of the demo. */
const READINGS = 100;

/**
 * Has the officer object to the observation of `CONTESTED`, once, so that what an upheld objection would do can be
 * seen. Whatever somebody did with observation or objection since stays.
 */
export async function openContest(
  unitOfWork: Pantau['unitOfWork'],
  { employees, indicators, observations, regionCode }: Stores,
): Promise<void> {
  const [employee] = await employees.byNips([CONTESTED.nip]);
  const [indicator] = await indicators.byCodes([CONTESTED.indicator]);
  if (employee === undefined || indicator === undefined) return;
  const filter = { ...ALL_OBSERVATIONS, employeeIds: [employee.id], indicatorIds: [indicator.id] };
  const readings = await observations.page(filter, 'RECORDED_DESC', null, READINGS);
  const observation = readings.find(({ note }) => note === CONTESTED.note);
  if (observation === undefined) return;
  const { reason, evidence } = CONTESTED;
  const input = { observationId: observation.id, employeeId: employee.id, reason, evidence };
  await unitOfWork.run(
    { verb: 'contestObservation', actor: DEMO, regionCode, key: stableKey('contest'), input },
    (tx) => contestObservation(tx, DEMO, input),
  );
}
