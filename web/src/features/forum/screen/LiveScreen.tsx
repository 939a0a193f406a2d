import { FollowForumSessionDocument, ForumLastPromisesDocument } from '@pantau/schema';
import { useEffect, useMemo } from 'react';
import type { Graphql } from '../../../lib/graphql/client.js';
import { useAnswer } from '../../../lib/graphql/use-answer.js';
import { createLiveFeed } from '../../../lib/live/live-feed.js';
import { useGraphql } from '../../../lib/live/use-graphql.js';
import { useLiveFeed } from '../../../lib/live/use-live-feed.js';
import { useNow } from '../../../lib/live/use-now.js';
import { useReadmission } from '../../../lib/live/use-readmission.js';
import { currentMoment } from '../../../lib/moment.js';
import type { Language } from '../../../lib/text/language.js';
import { useVisit } from '../../../lib/viewer/visit.js';
import { useTitle } from '../../../lib/use-title.js';
import { useHallCode } from '../hall/use-hall-code.js';
import { HallScreen } from './HallScreen.js';
import { EMPTY_SCREEN, hearScreen, withAsked } from './screen-state.js';
import { SCREEN_WORDS } from './screen-words.js';

/** How often the screen looks at the clock, ms: its timer shows seconds. */
const LOOK_EVERY = 250;

/** How often it is asked how last time's promises stand, ms. */
const ASK_EVERY = 60_000;

interface LiveScreenProps {
  readonly id: string;
  readonly region: string;
  readonly language: Language;
}

/** A session as it happens, over a connection of its own. */
export function LiveScreen(props: LiveScreenProps) {
  const graphql = useGraphql(window.location.origin);
  if (graphql !== null) return <Following {...props} graphql={graphql} />;
  const nothing = { held: EMPTY_SCREEN, connection: 'CONNECTING', problem: null } as const;
  return <HallScreen view={nothing} now={currentMoment()} hall={null} language={props.language} />;
}

function Following({ graphql, id, region, language }: LiveScreenProps & { readonly graphql: Graphql }) {
  const feed = useMemo(
    () =>
      createLiveFeed(graphql, {
        document: FollowForumSessionDocument,
        variables: { region, id },
        empty: EMPTY_SCREEN,
        hear: (held, { forumSession }, heard) => hearScreen(held, forumSession, heard),
      }),
    [graphql, id, region],
  );
  const view = useLiveFeed(feed);
  const now = useNow(LOOK_EVERY);
  useReadmission(graphql.socket, view.connection);
  const asked = useLastPromises(id, region);
  const hall = useHallCode(region, id);
  const held = asked === null || view.held.session === null ? view.held : withAsked(view.held, asked);
  useTitle(view.held.session?.title, SCREEN_WORDS.page[language]);
  return <HallScreen view={{ ...view, held }} now={now} hall={hall} language={language} />;
}

/** Last time's promises as the server knows them, asked for again and again; null before the first answer. */
function useLastPromises(id: string, region: string) {
  const { client } = useVisit();
  const { answer, again } = useAnswer(client, ForumLastPromisesDocument, { region, id });
  useEffect(() => {
    const timer = setInterval(again, ASK_EVERY);
    return () => clearInterval(timer);
  }, [again]);
  return answer?.kind === 'GIVEN' ? (answer.data.forumSession?.lastCommitments ?? null) : null;
}
