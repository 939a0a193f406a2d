import type { Pantau } from '../app/compose.js';
import type { Stores } from '../app/stores.js';
import { localDate } from '../domain/calendar.js';
import { changePeriod } from '../features/appraisals/change-period.js';
import { ALL_PERIODS } from '../features/indicators/indicator.store.js';
import { DEMO } from './demo-actor.js';
import { stableKey } from './stable-key.js';

/** Closes the periods that are over, as regional HR would have; one that somebody opened again stays as it is. */
export async function closePeriodsOver(
  unitOfWork: Pantau['unitOfWork'],
  { indicators, regionCode, now }: Stores,
): Promise<void> {
  for (const { code: periodCode, endsOn, state } of await indicators.periods(ALL_PERIODS)) {
    if (state !== 'OPEN' || endsOn >= localDate(now)) continue;
    const input = { periodCode, change: 'CLOSE', reason: null } as const;
    await unitOfWork.run(
      { verb: 'changePeriod', actor: DEMO, regionCode, key: stableKey(`close ${periodCode}`), input },
      (tx) => changePeriod(tx, DEMO, input),
    );
  }
}
