import type { PeriodName_PeriodFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { goToSearch } from '../../lib/use-search.js';
import { periodName } from './period-name.js';
import { searchIn } from './scope.js';
import { SCORE_WORDS } from './score-words.js';

interface PeriodChoiceProps {
  /** Code of the period that is shown. */
  readonly period: string;
  readonly periods: readonly PeriodName_PeriodFragment[];
  /** The query string of the page. */
  readonly search: string;
  readonly language: Language;
}

/** Which period the page is about, and the way to the same page in another. */
export function PeriodChoice({ period, periods, search, language }: PeriodChoiceProps) {
  const known = periods.map(({ code }) => code);
  const codes = known.includes(period) ? known : [period, ...known];
  if (codes.length === 1) return <p className="period">{periodName(period, periods, language)}</p>;
  return (
    <p className="period">
      <select
        aria-label={SCORE_WORDS.period[language]}
        value={period}
        onChange={(chosen) => goToSearch(searchIn(search, chosen.currentTarget.value))}
      >
        {codes.map((code) => (
          <option key={code} value={code}>
            {periodName(code, periods, language)}
          </option>
        ))}
      </select>
    </p>
  );
}
