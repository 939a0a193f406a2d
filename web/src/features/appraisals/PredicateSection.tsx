import type { PeriodState, PersonVerdictsQuery } from '@pantau/schema';
import { useEffect, useRef, useState } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { SCORE_WORDS } from '../scores/score-words.js';
import { APPRAISAL_WORDS, waitsForContests } from './appraisal-words.js';
import { ConfirmForm } from './ConfirmForm.js';
import { RatedPredicate } from './RatedPredicate.js';
import { Verdict } from './Verdict.js';

interface PredicateSectionProps {
  readonly client: Client;
  readonly region: string;
  /** Code of the period. */
  readonly period: string;
  readonly state: PeriodState;
  readonly score: NonNullable<PersonVerdictsQuery['employeeScore']>;
  /** Id of the employee who looks; null: it is none. */
  readonly speaker: string | null;
  readonly language: Language;
  readonly onConfirmed: () => void;
}

/** What the system proposes, and, clearly another thing, what the appraiser has confirmed or may confirm now. */
export function PredicateSection(props: PredicateSectionProps) {
  const { client, region, period, state, score, speaker, language, onConfirmed } = props;
  const { proposal, confirmed, confirmations, openContests, verdictBy, employee } = score;
  const earlier = confirmations.filter(({ id }) => id !== confirmed?.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const [justConfirmed, setJustConfirmed] = useState(false);
  useEffect(() => {
    if (justConfirmed && confirmed !== null) heading.current?.focus();
  }, [justConfirmed, confirmed]);

  const wanting = confirmed === null || confirmed.stale;
  const waits = state === 'CLOSED' && wanting && openContests === 0;
  const mayConfirm = waits && verdictBy?.id === speaker;
  return (
    <section aria-labelledby="predicate">
      <h2 id="predicate">{APPRAISAL_WORDS.title[language]}</h2>
      <div className="predicates">
        <div className="proposed">
          <h3>{APPRAISAL_WORDS.proposal[language]}</h3>
          {proposal === null ? (
            <p>{SCORE_WORDS.noProposal[language]}</p>
          ) : (
            <RatedPredicate {...proposal} language={language} />
          )}
        </div>
        {confirmed && (
          <div className="verdict">
            <h3 ref={heading} tabIndex={-1}>
              {APPRAISAL_WORDS.confirmed[language]}
            </h3>
            <Verdict version={confirmed} language={language} />
            {confirmed.stale && <p className="overdue">{APPRAISAL_WORDS.stale[language]}</p>}
          </div>
        )}
      </div>
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>
            {APPRAISAL_WORDS.earlier[language]} ({earlier.length})
          </summary>
          <ol>
            {earlier.map((version) => (
              <li key={version.id}>
                <Verdict version={version} language={language} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {wanting && waits && verdictBy && !mayConfirm && (
        <p className="none">
          {APPRAISAL_WORDS.confirmedByWhom[language]} {verdictBy.name}, {APPRAISAL_WORDS.appraiser[language]}.
        </p>
      )}
      {wanting && !(waits && verdictBy) && <p className="none">{whyNot(score, state, language)}</p>}
      {mayConfirm && verdictBy && (
        <ConfirmForm
          client={client}
          region={region}
          period={period}
          employee={employee}
          appraiser={verdictBy}
          proposal={proposal}
          language={language}
          onConfirmed={() => {
            setJustConfirmed(true);
            onConfirmed();
          }}
        />
      )}
    </section>
  );
}

/** Why no predicate can be confirmed now. */
function whyNot(
  { openContests }: PredicateSectionProps['score'],
  state: PeriodState,
  language: Language,
): string {
  if (state === 'CONFIRMED') return APPRAISAL_WORDS.periodConfirmed[language];
  if (state !== 'CLOSED') return APPRAISAL_WORDS.periodOpen[language];
  if (openContests > 0) return waitsForContests(openContests)[language];
  return APPRAISAL_WORDS.noAppraiser[language];
}
