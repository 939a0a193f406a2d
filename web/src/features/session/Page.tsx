import type { ReactNode } from 'react';
import type { Client } from 'urql';
import { languageOf, type Language, type Text } from '../../lib/text/language.js';
import { useSearch } from '../../lib/use-search.js';
import { useTitle } from '../../lib/use-title.js';
import { VisitProvider } from '../../lib/viewer/visit.js';
import type { Viewer } from '../../lib/viewer/viewer.js';
import '../scores/scores.css';
import '../contests/contests.css';
import './session.css';
import { Gate } from './Gate.js';
import { SiteHeader } from './SiteHeader.js';

/** What a page is given once it is open. */
export interface OpenPage {
  readonly viewer: Viewer;
  readonly region: string;
  readonly client: Client;
  /** The query string of the address. */
  readonly search: string;
  readonly language: Language;
}

interface PageProps {
  readonly title: Text;
  /** What the page is about, once that is known. */
  readonly about?: string | undefined;
  /** Whom it is open to; left out: everybody who has signed in. */
  readonly opensTo?: (viewer: Viewer) => boolean;
  /** Whether a paired wall may open it too. */
  readonly walls?: boolean;
  readonly className?: string;
  readonly children: (page: OpenPage) => ReactNode;
}

const everybody = () => true;

/** A page for those who have signed in; who has not does so in its place and is then where they wanted to be. */
export function Page({ title, about, opensTo = everybody, walls = false, className, children }: PageProps) {
  const search = useSearch();
  const language = languageOf(search);
  useTitle(about, title[language]);
  return (
    <VisitProvider>
      <SiteHeader language={language} />
      <main id="content" tabIndex={-1} className={['scores', className].filter(Boolean).join(' ')}>
        <Gate opensTo={opensTo} walls={walls} language={language}>
          {(open) => children({ ...open, search, language })}
        </Gate>
      </main>
    </VisitProvider>
  );
}

/** A page for everybody: where one gets in. */
export function PublicPage({
  title,
  children,
}: {
  readonly title: Text;
  readonly children: (language: Language) => ReactNode;
}) {
  const language = languageOf(useSearch());
  useTitle(undefined, title[language]);
  return (
    <VisitProvider>
      <SiteHeader language={language} />
      <main id="content" tabIndex={-1} className="scores narrow">
        {children(language)}
      </main>
    </VisitProvider>
  );
}
