import { useEffect, useMemo } from 'react';
import type { Graphql } from '../../lib/graphql/client.js';
import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import type { Viewer } from '../../lib/viewer/viewer.js';
import type { Layout } from './use-layout.js';
import { useLiveFeed } from '../../lib/live/use-live-feed.js';
import { useNow } from '../../lib/live/use-now.js';
import { useReadmission } from '../../lib/live/use-readmission.js';
import { Wall } from './Wall.js';
import { createWallFeed } from './wall-feed.js';
import { WALL_WORDS } from './wall-words.js';

/** How often the wall looks at the clock, ms: half of what the promised five seconds leave after LATE_AFTER. */
const LOOK_EVERY = 250;

interface LiveWallProps {
  readonly graphql: Graphql;
  readonly viewer: Viewer;
  readonly region: string | null;
  readonly layout: Layout;
  readonly language: Language;
}

/** The wall of whoever is let in, as it happens. */
export function LiveWall({ graphql, viewer, region, layout, language }: LiveWallProps) {
  const feed = useMemo(() => createWallFeed(graphql, region), [graphql, region]);
  const view = useLiveFeed(feed);
  const now = useNow(LOOK_EVERY);
  useReadmission(graphql.socket, view.connection);
  const office = view.held.units.find((unit) => unit.parentId === null)?.name;
  useEffect(() => {
    document.title = [office, WALL_WORDS.title[language], 'Pantau'].filter(Boolean).join(' · ');
  }, [office, language]);
  // A screen in a room with visitors is told no reasons: no place is kept for them.
  const reasons = viewer.kind !== 'DEVICE' || viewer.is.includes('WALL_REASONS');
  return (
    <>
      <Wall view={view} now={now} layout={layout} reasons={reasons} language={language} />
      {viewer.kind === 'PERSON' && (
        <a className="wall-leave" href={`/${searchInLanguage('', language)}`}>
          {WALL_WORDS.leave[language]}
        </a>
      )}
      {layout === 'LIST' && <LanguageSwitch />}
    </>
  );
}
