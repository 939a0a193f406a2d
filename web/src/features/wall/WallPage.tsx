import { useEffect, useMemo } from 'react';
import { connectGraphql } from '../../lib/graphql/client.js';
import { nudgeOnReturn } from '../../lib/graphql/nudge-on-return.js';
import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { languageOf } from '../../lib/text/language.js';
import { useLayout } from './use-layout.js';
import { useNow } from './use-now.js';
import { useWallFeed } from './use-wall-feed.js';
import { Wall } from './Wall.js';
import { WALL_WORDS } from './wall-words.js';
import './wall.css';

/** How often the wall looks at the clock, ms: half of what the promised five seconds leave after LATE_AFTER. */
const LOOK_EVERY = 250;

/** `/wall`: a wall on this server, in the language and region of the address. */
export default function WallPage() {
  const { origin, search } = window.location;
  // A server that holds one region needs no name of it.
  const region = new URLSearchParams(search).get('region');
  const language = languageOf(search);
  const layout = useLayout();
  const graphql = useMemo(() => connectGraphql(origin), [origin]);
  useEffect(() => nudgeOnReturn(graphql.socket), [graphql]);
  const view = useWallFeed(graphql, region);
  const now = useNow(LOOK_EVERY);
  const office = view.wall.units.find((unit) => unit.parentId === null)?.name;
  useEffect(() => {
    document.title = [office, WALL_WORDS.title[language], 'Pantau'].filter(Boolean).join(' · ');
  }, [office, language]);
  return (
    <>
      <Wall view={view} now={now} layout={layout} language={language} />
      {layout === 'LIST' && <LanguageSwitch />}
    </>
  );
}
