import type { ReactNode } from 'react';
import type { Client } from 'urql';
import { wallAddress } from '../../lib/addresses.js';
import type { Language, Text } from '../../lib/text/language.js';
import { useSearch } from '../../lib/use-search.js';
import { seesFigures, type Viewer } from '../../lib/viewer/viewer.js';
import { Page } from '../session/Page.js';
import { NowLink } from './NowLink.js';
import { SCORE_WORDS } from './score-words.js';
import { readScope, type Scope } from './scope.js';
import { Trouble } from './Trouble.js';

/** What a page of scores needs to ask and to draw. */
export interface ScoreView {
  readonly viewer: Viewer;
  readonly client: Client;
  readonly scope: Scope;
  /** The query string of the address, also that of links to other pages of scores. */
  readonly search: string;
  readonly language: Language;
}

interface ScorePageProps {
  readonly title: Text;
  /** Whether a paired wall may open it too. */
  readonly walls?: boolean;
  readonly children: (view: ScoreView) => ReactNode;
}

/** What stands around every page of scores: the way back to the wall, and what to do about an address that says too little. */
export function ScorePage({ title, walls = false, children }: ScorePageProps) {
  const scope = readScope(useSearch());
  return (
    <Page title={title} walls={walls}>
      {({ viewer, client, search, language }) => (
        <>
          <div className="top">
            {seesFigures(viewer) && <a href={wallAddress(search)}>← {SCORE_WORDS.wall[language]}</a>}
          </div>
          {typeof scope === 'string' ? (
            <Trouble kind={scope} language={language}>
              {scope === 'UNREADABLE' && <NowLink search={search} language={language} />}
            </Trouble>
          ) : (
            children({ viewer, client, scope, search, language })
          )}
        </>
      )}
    </Page>
  );
}
