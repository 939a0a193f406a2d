import type { ContestWithRulingFragment } from '@pantau/schema';
import { useEffect, useRef, useState } from 'react';
import type { Client } from 'urql';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import { CONTEST_STATE_WORDS, CONTEST_WORDS } from './contest-words.js';
import { observedValue } from './observed-value.js';
import { RulingForm } from './RulingForm.js';
import { UpheldScore } from './UpheldScore.js';

interface ContestCardProps {
  readonly client: Client;
  readonly region: string;
  readonly contest: ContestWithRulingFragment;
  /** Who may rule on it; null: nobody is on record. */
  readonly authority: { readonly id: string; readonly name: string } | null;
  /** Id of the employee who looks; null: it is none. */
  readonly speaker: string | null;
  readonly language: Language;
  readonly onRuled: () => void;
}

/** One objection: what it is about and why, by when it is ruled on, what it would change, and the ruling. */
export function ContestCard(props: ContestCardProps) {
  const { client, region, contest, authority, speaker, language, onRuled } = props;
  const { id, state, reason, evidence, openedAt, dueOn, overdue, observation, ifUpheld, ruling } = contest;
  const { indicator, observedAt } = observation;
  const heading = useRef<HTMLHeadingElement>(null);
  const [justRuled, setJustRuled] = useState(false);
  const [formOpen, setFormOpen] = useState(false);
  useEffect(() => {
    if (justRuled && ruling !== null) heading.current?.focus();
  }, [justRuled, ruling]);
  return (
    <article id={`contest-${id}`} className="contest" data-contest={state}>
      <h3 ref={heading} tabIndex={-1}>
        {indicator.code} {indicator.name}
      </h3>
      <p className="contest-state">{CONTEST_STATE_WORDS[state][language]}</p>
      <p className="hint">
        {CONTEST_WORDS.observation[language]} {formatInstant(Date.parse(observedAt), language)} ·{' '}
        {observedValue(observation.value, indicator, language)}
      </p>
      <dl className="particulars">
        <div>
          <dt>{CONTEST_WORDS.reason[language]}</dt>
          <dd className="prose">{reason}</dd>
        </div>
        <div>
          <dt>{CONTEST_WORDS.evidence[language]}</dt>
          <dd>
            {evidence.length === 0 ? (
              CONTEST_WORDS.noEvidence[language]
            ) : (
              <ul>
                {[...new Set(evidence)].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{CONTEST_WORDS.openedAt[language]}</dt>
          <dd>{formatInstant(Date.parse(openedAt), language)}</dd>
        </div>
        {state === 'OPEN' && (
          <div>
            <dt>{CONTEST_WORDS.dueOn[language]}</dt>
            <dd>
              {formatDay(dueOn, language)}
              {overdue && <p className="overdue">{CONTEST_WORDS.overdue[language]}</p>}
            </dd>
          </div>
        )}
        {ifUpheld && (
          <div>
            <dt>{CONTEST_WORDS.ifUpheld[language]}</dt>
            <dd>
              <UpheldScore score={ifUpheld} language={language} />
            </dd>
          </div>
        )}
        {ruling && (
          <div>
            <dt>{CONTEST_WORDS.ruling[language]}</dt>
            <dd>
              <p className="prose">{ruling.note}</p>
              {ruling.value !== null && (
                <p>
                  {CONTEST_WORDS.valueNow[language]}{' '}
                  <strong>{observedValue(ruling.value, indicator, language)}</strong>.
                </p>
              )}
              <p className="hint">
                {CONTEST_WORDS.ruledBy[language]} {ruling.ruledBy?.name ?? CONTEST_WORDS.somebody[language]},{' '}
                {CONTEST_WORDS.ruledAt[language]} {formatInstant(Date.parse(ruling.ruledAt), language)}
              </p>
            </dd>
          </div>
        )}
      </dl>
      {state === 'OPEN' && authority === null && (
        <p className="hint">{CONTEST_WORDS.noAuthority[language]}</p>
      )}
      {state === 'OPEN' && authority !== null && authority.id !== speaker && (
        <p className="hint">
          {CONTEST_WORDS.ruledByWhom[language]} {authority.name}, {CONTEST_WORDS.authority[language]}.
        </p>
      )}
      {state === 'OPEN' &&
        authority !== null &&
        authority.id === speaker &&
        (formOpen ? (
          <RulingForm
            client={client}
            region={region}
            contest={contest}
            authority={authority}
            language={language}
            onRuled={() => {
              setJustRuled(true);
              onRuled();
            }}
            onCancel={() => {
              setFormOpen(false);
              heading.current?.focus(); // the button that led here is not back yet
            }}
          />
        ) : (
          <p className="acts">
            <button
              type="button"
              className="quiet-button"
              aria-label={`${CONTEST_WORDS.rule[language]}: ${indicator.code} ${indicator.name}`}
              onClick={() => setFormOpen(true)}
            >
              {CONTEST_WORDS.rule[language]}
            </button>
            <span className="hint">
              {authority.name}, {CONTEST_WORDS.authority[language]}
            </span>
          </p>
        ))}
    </article>
  );
}
