import { formatAmount, ONE } from '../../domain/amount.js';
import { BERAKHLAK } from '../../domain/people/berakhlak.js';
import { uuidv7 } from 'uuidv7';
import type { HasClock } from '../../platform/clock.js';
import type { IndicatorRow } from './indicator.entity.js';
import type { EmployeePeriod, HasIndicators } from './indicator.store.js';

/** Below, meets and above the expectation: what an observation of behaviour can say. */
const [BELOW, MEETS, ABOVE] = [-ONE, 0n, ONE].map(formatAmount) as [string, string, string];

/**
 * Gives plans their expectations of behaviour: every plan of performance holds them beside the expected results
 * (PermenPANRB 6/2022), one for each core value of ASN (UU 20/2023). Plans that have them keep them.
 */
export async function expectBehaviours(
  tx: HasIndicators & HasClock,
  plans: readonly EmployeePeriod[],
): Promise<void> {
  if (plans.length === 0) return;
  const behaviours = await catalogue(tx);
  await tx.indicators.putTargets(
    plans.flatMap(({ employeeId, periodCode }) =>
      behaviours.map(({ id }) => ({
        employeeId,
        periodCode,
        indicatorId: id,
        weight: formatAmount(ONE),
        floorValue: BELOW,
        targetValue: MEETS,
        stretchValue: ABOVE,
        ceilingValue: null,
        role: null,
      })),
    ),
    tx.now,
  );
}

/** The core values as indicators of the region, put there when the first plan needs them. */
async function catalogue(tx: HasIndicators & HasClock): Promise<IndicatorRow[]> {
  const known = await tx.indicators.behaviours();
  if (known.length > 0) return known;
  const put: IndicatorRow[] = BERAKHLAK.map(({ code, value, name, definition }) => ({
    regionCode: tx.regionCode,
    id: uuidv7(),
    code,
    name: name.id,
    nameEn: name.en,
    kind: 'BEHAVIOUR',
    coreValue: value,
    measureUnit: '−1 … 1',
    direction: 'HIGHER',
    aggregation: 'MEAN',
    lowest: BELOW,
    highest: ABOVE,
    source: 'BerAKHLAK, UU 20/2023',
    definition: definition.id,
  }));
  await tx.indicators.putIndicators(put);
  return put;
}
