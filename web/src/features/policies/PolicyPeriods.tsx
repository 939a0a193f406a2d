import type { PolicyPeriods_PeriodFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from './policy-days.js';
import { policySearch } from './policy-scope.js';
import { PERIOD_WORDS, POLICY_WORDS } from './policy-words.js';

interface PolicyPeriodsProps {
  readonly periods: readonly PolicyPeriods_PeriodFragment[];
  readonly search: string;
  readonly language: Language;
}

/** Which period follows which version. */
export function PolicyPeriods({ periods, search, language }: PolicyPeriodsProps) {
  return (
    <section aria-labelledby="periods">
      <h2 id="periods">{POLICY_WORDS.periods[language]}</h2>
      {periods.length === 0 ? (
        <p>{POLICY_WORDS.noPeriods[language]}</p>
      ) : (
        <table className="policy-table">
          <thead>
            <tr>
              <th scope="col">{POLICY_WORDS.period[language]}</th>
              <th scope="col">{POLICY_WORDS.begins[language]}</th>
              <th scope="col">{POLICY_WORDS.state[language]}</th>
              <th scope="col">{POLICY_WORDS.version[language]}</th>
            </tr>
          </thead>
          <tbody>
            {periods.map(({ code, name, nameEn, startsOn, state, policyVersion }) => (
              <tr key={code}>
                <th scope="row">{language === 'id' ? name : nameEn}</th>
                <td data-label={POLICY_WORDS.begins[language]}>{formatDay(startsOn, language)}</td>
                <td data-label={POLICY_WORDS.state[language]}>{PERIOD_WORDS[state][language]}</td>
                <td data-label={POLICY_WORDS.version[language]}>
                  <a href={policySearch(search, { version: policyVersion })}>{policyVersion}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
