import { PoliciesDocument } from '@pantau/schema';
import { useMemo, useState } from 'react';
import type { Client } from 'urql';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { languageOf, searchInLanguage, type Language } from '../../lib/text/language.js';
import { goToSearch, useSearch } from '../../lib/use-search.js';
import { useTitle } from '../../lib/use-title.js';
import '../scores/scores.css';
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
  const { origin } = window.location;
  const search = useSearch();
  const language = languageOf(search);
  const scope = readPolicyScope(search);
  const client = useMemo(() => createQueryClient(origin), [origin]);
  useTitle(scope && scope.kind !== 'LIST' ? scope.version : undefined, POLICY_WORDS.title[language]);
  return (
    <main className="scores policies">
      <div className="top">
        {scope && scope.kind !== 'LIST' ? (
          <a href={policySearch(search)}>← {POLICY_WORDS.all[language]}</a>
        ) : (
          <a href={`/${searchInLanguage('', language)}`}>← {POLICY_WORDS.start[language]}</a>
        )}
        <LanguageSwitch />
      </div>
      {scope === null ? (
        <PolicyTrouble kind="INCOMPLETE" language={language} />
      ) : (
        <Policies client={client} scope={scope} search={search} language={language} />
      )}
    </main>
  );
}

interface PoliciesProps {
  readonly client: Client;
  readonly scope: PolicyScope;
  readonly search: string;
  readonly language: Language;
}

function Policies({ client, scope, search, language }: PoliciesProps) {
  const { region } = scope;
  const asked = useAnswer(client, PoliciesDocument, { region });
  const [done, setDone] = useState<{ readonly version: string; readonly what: keyof typeof DONE_WORDS }>();
  return (
    <PolicyAnswer asked={asked} language={language}>
      {({ policies, periods }) => {
        if (scope.kind === 'LIST') {
          return <PolicyList policies={policies} periods={periods} search={search} language={language} />;
        }
        const { version } = scope;
        if (scope.kind === 'COPY') {
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
