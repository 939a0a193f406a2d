import { PublicForumSessionsDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { usePages } from '../session/use-pages.js';
import { HeldSession, type PublicSession } from './HeldSession.js';
import { More } from './More.js';
import { PROMISES_WORDS } from './promises-words.js';
import { PublicAnswer } from './PublicAnswer.js';

const A_PAGE = 6;

interface SessionListProps {
  readonly client: Client;
  readonly region: string;
  /** Null: all of the region. */
  readonly unit: string | null;
  readonly language: Language;
}

/** Sessions of forums, the latest day first, a page at a time. */
export function SessionList({ client, region, unit, language }: SessionListProps) {
  const pages = usePages<PublicSession>();
  const asked = useAnswer(client, PublicForumSessionsDocument, {
    ...{ region, unit, first: A_PAGE, after: pages.after },
  });
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{PROMISES_WORDS.sessions[language]}</h2>
      <PublicAnswer asked={asked} language={language}>
        {({ publicForumSessions: { edges, pageInfo } }) => {
          const loaded = pages.with(edges.map(({ node }) => node));
          return (
            <>
              {loaded.length === 0 && <p className="hint">{PROMISES_WORDS.noSessions[language]}</p>}
              <ul className="cards">
                {loaded.map((session) => (
                  <li key={session.id}>
                    <HeldSession session={session} language={language} />
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <More
                  asking={asked.asking}
                  language={language}
                  onMore={() => pages.next(loaded, pageInfo.endCursor)}
                />
              )}
            </>
          );
        }}
      </PublicAnswer>
    </section>
  );
}
