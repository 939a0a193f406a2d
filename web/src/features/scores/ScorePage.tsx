import { useMemo, type ReactNode } from 'react';
import type { Client } from 'urql';
import { wallAddress } from '../../lib/addresses.js';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { languageOf, type Language } from '../../lib/text/language.js';
import { useSearch } from '../../lib/use-search.js';
import { NowLink } from './NowLink.js';
import { SCORE_WORDS } from './score-words.js';
import { readScope, type Scope } from './scope.js';
import { Trouble } from './Trouble.js';
import './scores.css';

/** What a page of scores needs to ask and to draw. */
export interface ScoreView {
  readonly client: Client;
  readonly scope: Scope;
  /** The query string of the address, also that of links to other pages of scores. */
  readonly search: string;
  readonly language: Language;
}

/** What stands around every page of scores: the way back to the wall, the other language, and what to do about an address that says too little. */
export function ScorePage({ children }: { readonly children: (view: ScoreView) => ReactNode }) {
  const { origin } = window.location;
  const search = useSearch();
  const language = languageOf(search);
  const scope = readScope(search);
  const client = useMemo(() => createQueryClient(origin), [origin]);
  return (
    <main className="scores">
      <div className="top">
        <a href={wallAddress(search)}>← {SCORE_WORDS.wall[language]}</a>
        <LanguageSwitch />
      </div>
      {typeof scope === 'string' ? (
        <Trouble kind={scope} language={language}>
          {scope === 'UNREADABLE' && <NowLink search={search} language={language} />}
        </Trouble>
      ) : (
        children({ client, scope, search, language })
      )}
    </main>
  );
}
