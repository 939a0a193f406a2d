import { PoliciesDocument } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { goToSearch, useSearch } from '../../lib/use-search.js';
import { holdsForRegion } from '../../lib/viewer/viewer.js';
import { Page } from '../session/Page.js';
import './policies.css';
import { policySearch, readPolicyScope, type PolicyScope } from './policy-scope.js';
import { DONE_WORDS, POLICY_WORDS } from './policy-words.js';
import { PolicyAnswer } from './PolicyAnswer.js';
import { PolicyCopy } from './PolicyCopy.js';
import { PolicyList } from './PolicyList.js';
import { PolicyTrouble } from './PolicyTrouble.js';
import { PolicyVersion } from './PolicyVersion.js';

/** `/policies?region=…`: the scoring policies of a region; a copy of one is changed, tried out and signed here. */
export default function PoliciesPage() {
  const scope = readPolicyScope(useSearch());
  const version = scope && scope.kind !== 'LIST' ? scope.version : undefined;
  return (
    <Page title={POLICY_WORDS.title} about={version} className="policies">
      {({ viewer, client, search, language }) => (
        <>
          <div className="top">
            {version === undefined ? (
              <a href={`/${searchInLanguage('', language)}`}>← {POLICY_WORDS.start[language]}</a>
            ) : (
              <a href={policySearch(search)}>← {POLICY_WORDS.all[language]}</a>
            )}
          </div>
          {scope === null ? (
            <PolicyTrouble kind="INCOMPLETE" language={language} />
          ) : (
            <Policies
              client={client}
              scope={scope}
              search={search}
              decides={holdsForRegion(viewer, 'LEADERSHIP')}
              language={language}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface PoliciesProps {
  readonly client: Client;
  readonly scope: PolicyScope;
  readonly search: string;
  /** Whether the viewer may change, try out and sign. */
  readonly decides: boolean;
  readonly language: Language;
}

function Policies({ client, scope, search, decides, language }: PoliciesProps) {
  const { region } = scope;
  const asked = useAnswer(client, PoliciesDocument, { region });
  const [done, setDone] = useState<{ readonly version: string; readonly what: keyof typeof DONE_WORDS }>();
  return (
    <PolicyAnswer asked={asked} language={language}>
      {({ policies, periods }) => {
        if (scope.kind === 'LIST') {
          return (
            <PolicyList
              policies={policies}
              periods={periods}
              search={search}
              decides={decides}
              language={language}
            />
          );
        }
        const { version } = scope;
        if (scope.kind === 'COPY') {
          if (!decides) return <PolicyTrouble kind="NOT_YOURS" language={language} />;
          return (
            <PolicyCopy
              key={version}
              client={client}
              region={region}
              version={version}
              language={language}
              onDrafted={(drafted) => {
                setDone({ version: drafted, what: 'DRAFTED' });
                goToSearch(policySearch(search, { version: drafted }));
                window.scrollTo(0, 0);
                asked.again();
              }}
            />
          );
        }
        return (
          <>
            {done?.version === version && <output className="done">{DONE_WORDS[done.what][language]}</output>}
            <PolicyVersion
              key={version}
              client={client}
              region={region}
              version={version}
              periods={periods}
              search={search}
              decides={decides}
              language={language}
              onDecided={(what) => {
                setDone({ version, what });
                window.scrollTo(0, 0);
                asked.again();
              }}
            />
          </>
        );
      }}
    </PolicyAnswer>
  );
}
