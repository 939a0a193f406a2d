import type { PolicyPeriods_PeriodFragment } from '@pantau/schema';
import type { Language, Text } from '../../lib/text/language.js';
import { formatDay } from './policy-days.js';
import { POLICY_WORDS } from './policy-words.js';

interface SignatureEffectProps {
  readonly version: string;
  /** LocalDate. */
  readonly effectiveFrom: string;
  readonly periods: readonly PolicyPeriods_PeriodFragment[];
  readonly language: Language;
}

/** What a signature will do, period by period, said before it is given. */
export function SignatureEffect({ version, effectiveFrom, periods, language }: SignatureEffectProps) {
  return (
    <ul className="effects">
      <li>
        {holdsFrom(formatDay(effectiveFrom, language))[language]} <span className="version">{version}</span>.
      </li>
      {periods
        .filter(({ startsOn }) => startsOn >= effectiveFrom)
        .map(({ code, name, nameEn, state, policyVersion }) => (
          <li key={code}>
            {language === 'id' ? name : nameEn}: <span className="version">{policyVersion}</span> →{' '}
            <span className="version">{version}</span>;{' '}
            {
              (state === 'OPEN' || state === 'REOPENED'
                ? POLICY_WORDS.recomputed
                : POLICY_WORDS.notRecomputed)[language]
            }
            .
          </li>
        ))}
      <li>{POLICY_WORDS.earlierStay[language]}</li>
      <li>{POLICY_WORDS.forGood[language]}</li>
    </ul>
  );
}

function holdsFrom(day: string): Text {
  return {
    id: `Periode yang mulai pada ${day} atau sesudahnya memakai aturan`,
    en: `Periods that begin on ${day} or later follow policy`,
  };
}
