import type { PeriodName_PeriodFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';

/** What the region calls the period of this code; the code itself where it is not listed. */
export function periodName(
  code: string,
  periods: readonly PeriodName_PeriodFragment[],
  language: Language,
): string {
  const period = periods.find((period) => period.code === code);
  return (language === 'id' ? period?.name : period?.nameEn) ?? code;
}
