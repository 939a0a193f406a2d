import { PublicCommitmentsDocument, type PublicCommitment_StateFragment } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { usePages } from '../session/use-pages.js';
import { More } from './More.js';
import { PromiseCard } from './PromiseCard.js';
import { PROMISES_WORDS } from './promises-words.js';
import { PublicAnswer } from './PublicAnswer.js';
import { useRenewal } from './use-renewal.js';

const A_PAGE = 8;

interface PromiseListProps {
  readonly client: Client;
  readonly region: string;
  /** Null: all of the region. */
  readonly unit: string | null;
  /** What was done or given up, or what is under way. */
  readonly settled: boolean;
  readonly language: Language;
}

/** Promises that are under way, or those that are finished, a page at a time. */
export function PromiseList({ client, region, unit, settled, language }: PromiseListProps) {
  const pages = usePages<PublicCommitment_StateFragment>();
  const asked = useAnswer(client, PublicCommitmentsDocument, {
    ...{ region, unit, settled, first: A_PAGE, after: pages.after },
  });
  useRenewal(asked.again);
  const id = settled ? 'settled' : 'under-way';
  const words = settled
    ? { title: PROMISES_WORDS.settled, lead: PROMISES_WORDS.settledLead, none: PROMISES_WORDS.noneSettled }
    : {
        title: PROMISES_WORDS.underWay,
        lead: PROMISES_WORDS.underWayLead,
        none: PROMISES_WORDS.noneUnderWay,
      };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title[language]}</h2>
      <PublicAnswer asked={asked} language={language}>
        {({ publicCommitments: { edges, pageInfo } }) => {
          const loaded = pages.with(edges.map(({ node }) => node));
          return (
            <>
              <p className="hint">{(loaded.length === 0 ? words.none : words.lead)[language]}</p>
              <ul className="promises">
                {loaded.map((promise) => (
                  <li key={promise.id}>
                    <PromiseCard promise={promise} language={language} />
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
