import {
  PolicyDocument,
  type PolicyNumbersFragment,
  type PolicyPeriods_PeriodFragment,
} from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { DropPolicy } from './DropPolicy.js';
import { dayOf } from './policy-days.js';
import { policySearch } from './policy-scope.js';
import { POLICY_WORDS } from './policy-words.js';
import { PolicyAnswer } from './PolicyAnswer.js';
import { PolicyChanges } from './PolicyChanges.js';
import { PolicyNumbers } from './PolicyNumbers.js';
import { PolicyPreview } from './PolicyPreview.js';
import { PolicyStateMark } from './PolicyStateMark.js';
import { PolicyTrouble } from './PolicyTrouble.js';
import { SignPolicy } from './SignPolicy.js';

interface PolicyVersionProps {
  readonly client: Client;
  readonly region: string;
  readonly version: string;
  readonly periods: readonly PolicyPeriods_PeriodFragment[];
  readonly search: string;
  /** Whether the viewer may change, try out and sign. */
  readonly decides: boolean;
  readonly language: Language;
  /** The draft is none any more. */
  readonly onDecided: (what: 'SIGNED' | 'DROPPED') => void;
}

/** One version: what it is for and what it changes; of a draft also whom it would move, and the decision about it. */
export function PolicyVersion(props: PolicyVersionProps) {
  const { client, region, version, periods, search, decides, language, onDecided } = props;
  const asked = useAnswer(client, PolicyDocument, { region, version });
  const decided = (what: 'SIGNED' | 'DROPPED') => {
    asked.again();
    onDecided(what);
  };
  const [today] = useState(() => dayOf(Date.now())); // what was chosen by it must not move at midnight
  const shared = { client, region, version, language };
  return (
    <PolicyAnswer asked={asked} language={language}>
      {({ policy }) =>
        policy === null ? (
          <PolicyTrouble kind="NO_VERSION" language={language} />
        ) : (
          <article>
            <PolicyHead policy={policy} search={search} decides={decides} language={language} />
            {policy.basedOn !== null && (
              <PolicyChanges
                client={client}
                region={region}
                basedOn={policy.basedOn}
                policy={policy}
                language={language}
              />
            )}
            <details className="replay policy-numbers" open={policy.basedOn === null}>
              <summary>{POLICY_WORDS.numbers[language]}</summary>
              <PolicyNumbers policy={policy} language={language} />
            </details>
            {decides && policy.state === 'DRAFT' && (
              <>
                <PolicyPreview {...shared} periods={periods} today={today} />
                <section className="decide" aria-labelledby="decide">
                  <h2 id="decide">{POLICY_WORDS.decide[language]}</h2>
                  <SignPolicy
                    {...shared}
                    periods={periods}
                    today={today}
                    onSigned={() => decided('SIGNED')}
                  />
                  <DropPolicy {...shared} onDropped={() => decided('DROPPED')} />
                </section>
              </>
            )}
          </article>
        )
      }
    </PolicyAnswer>
  );
}

interface PolicyHeadProps {
  readonly policy: PolicyNumbersFragment;
  readonly search: string;
  readonly decides: boolean;
  readonly language: Language;
}

function PolicyHead({ policy, search, decides, language }: PolicyHeadProps) {
  const { version, note, signedAt, signedBy, signingNote } = policy;
  return (
    <header className="policy-head">
      <h1>
        {POLICY_WORDS.version[language]} {version}
      </h1>
      <p>
        <PolicyStateMark policy={policy} language={language} />
      </p>
      <p className="policy-lead">{note}</p>
      {signedAt !== null && (
        <p className="hint">
          {POLICY_WORDS.signed[language]} {formatInstant(Date.parse(signedAt), language)}
          {signedBy !== null && ` ${POLICY_WORDS.by[language]} ${signedBy}`}
          {signingNote !== null && ` · ${POLICY_WORDS.basis[language]}: ${signingNote}`}
        </p>
      )}
      {decides && (
        <p className="policy-actions">
          <a className="quiet-button" href={policySearch(search, { copy: version })}>
            {POLICY_WORDS.copy[language]}
          </a>
          {policy.state === 'DRAFT' && <a href="#decide">{POLICY_WORDS.toDecide[language]} ↓</a>}
        </p>
      )}
    </header>
  );
}
