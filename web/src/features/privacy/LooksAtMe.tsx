import { LooksAtMeDocument, type LooksAtMeQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { formatClock } from '../../lib/text/format-time.js';
import { formatDay } from '../policies/policy-days.js';
import { Asked } from '../session/Asked.js';
import { usePages } from '../session/use-pages.js';
import { PRIVACY_WORDS } from './privacy-words.js';

type Look = LooksAtMeQuery['looksAtMe']['edges'][number]['node'];

interface LooksAtMeProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
}

/** Who looked at one's data, day by day, in whole sentences. */
export function LooksAtMe({ client, region, language }: LooksAtMeProps) {
  const pages = usePages<Look & { readonly id: string }>();
  const asked = useAnswer(client, LooksAtMeDocument, { region, first: 50, after: pages.after });
  return (
    <section className="panel" aria-labelledby="looks">
      <h2 id="looks">{PRIVACY_WORDS.looks[language]}</h2>
      <p className="hint">{PRIVACY_WORDS.looksLead[language]}</p>
      <Asked asked={asked} language={language}>
        {({ looksAtMe }) => {
          const rows = pages.with(
            looksAtMe.edges.map(({ node }) => ({ ...node, id: `${node.day} ${node.by} ${node.sentence}` })),
          );
          return (
            <>
              {rows.length === 0 && <p className="none">{PRIVACY_WORDS.noLooks[language]}</p>}
              <ul className="rows looks">
                {rows.map((look) => (
                  <li key={look.id}>
                    <p>{language === 'id' ? look.sentence : look.sentenceEn}</p>
                    <span className="hint">
                      {formatDay(look.day, language)}, {clockOf(look, language)} WIB
                    </span>
                  </li>
                ))}
              </ul>
              {looksAtMe.pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, looksAtMe.pageInfo.endCursor)}
                  >
                    {PRIVACY_WORDS.more[language]}
                  </button>
                </p>
              )}
            </>
          );
        }}
      </Asked>
    </section>
  );
}

/** "02.10", or "02.10–09.30" where somebody looked more than once that day. */
function clockOf({ firstAt, lastAt }: Pick<Look, 'firstAt' | 'lastAt'>, language: Language): string {
  const [first, last] = [firstAt, lastAt].map((at) => formatClock(Date.parse(at), language));
  return first === last ? first! : `${first}–${last}`;
}
