import type { UnitScore } from '../scoring/roll-up-unit.js';
import { ALL_PLACES } from '../wall/display-amount.js';
import { equation, over, percentageOf, wholeNumber, write } from './arithmetic.js';
import { explanationNode, type ExplanationNode } from './explanation-node.js';
import { placesBeside } from './places-beside.js';
import type { UnitToExplain } from './unit-to-explain.js';

/** How much of the plans of all people counted in a unit has data, and how much is needed (rule EX4). */
export function explainUnitCoverage(
  parentId: string,
  { total, policy }: UnitToExplain,
  { coverage }: UnitScore,
): ExplanationNode {
  const [has, needs] = [percentageOf(coverage), percentageOf(policy.minimumCoverage)];
  const days = wholeNumber(total.days);
  const places = placesBeside(has.percent, [needs.percent], policy.shownPlaces);
  const told = total.days === 0 ? write(has, places) : equation(over(total.coverageTotal, days), has, places);
  const least = write(needs, ALL_PLACES);
  return explanationNode({
    id: `${parentId}/coverage`,
    parentId,
    kind: 'COVERAGE',
    name: { id: 'Cakupan data', en: 'Coverage' },
    value: coverage,
    ruleId: 'UR2',
    terms: [
      {
        name: { id: 'jumlah cakupan × hari tugas', en: 'sum of coverage × days served' },
        value: total.coverageTotal,
        measureUnit: null,
      },
      { name: { id: 'hari tugas', en: 'days served' }, value: days, measureUnit: null },
      { name: { id: 'paling sedikit', en: 'at least' }, value: policy.minimumCoverage, measureUnit: null },
    ],
    sentence: {
      id: `Rata-rata cakupan data semua pegawai menurut hari tugasnya: ${told.id}. Diperlukan paling sedikit ${least.id}.`,
      en: `The mean coverage of all people by the days they served: ${told.en}. At least ${least.en} is needed.`,
    },
  });
}
