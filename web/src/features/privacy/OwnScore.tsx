import { useState } from 'react';
import { PeriodsDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { dayOf } from '../policies/policy-days.js';
import { Asked } from '../session/Asked.js';
import { OwnScoreNow } from './OwnScoreNow.js';
import { currentPeriod } from './current-period.js';
import { PRIVACY_WORDS } from './privacy-words.js';

interface OwnScoreProps {
  readonly client: Client;
  readonly region: string;
  readonly employeeId: string;
  readonly language: Language;
}

/** The way to how one's own score came about, in the period under way and in those before. */
export function OwnScore({ client, region, employeeId, language }: OwnScoreProps) {
  const asked = useAnswer(client, PeriodsDocument, { region });
  const [today] = useState(() => dayOf(Date.now()));
  const address = (period: string) =>
    `/scores/${employeeId}${searchInLanguage(`?${new URLSearchParams({ region, period })}`, language)}`;
  return (
    <section className="panel" aria-labelledby="score">
      <h2 id="score">{PRIVACY_WORDS.score[language]}</h2>
      <Asked asked={asked} language={language}>
        {({ periods }) => {
          const current = currentPeriod(periods, today);
          if (current === null) return <p className="hint">{PRIVACY_WORDS.noPeriod[language]}</p>;
          const earlier = periods
            .filter(({ startsOn }) => startsOn < current.startsOn)
            .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1));
          return (
            <>
              <OwnScoreNow language={language} />
              <p className="hint">{PRIVACY_WORDS.scoreLead[language]}</p>
              <p className="acts">
                <a className="button" href={address(current.code)}>
                  {PRIVACY_WORDS.openScore[language]}: {current.name}
                </a>
                {earlier.slice(0, 4).map(({ code, name }) => (
                  <a key={code} className="quiet-button" href={address(code)}>
                    {name}
                  </a>
                ))}
              </p>
            </>
          );
        }}
      </Asked>
    </section>
  );
}
