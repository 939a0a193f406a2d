import { FeedbackListDocument, type FeedbackRowFragment, type FeedbackStanding } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language, Text } from '../../lib/text/language.js';
import { Select } from '../complaints/Select.js';
import { PRIVACY_WORDS } from '../privacy/privacy-words.js';
import { Asked } from '../session/Asked.js';
import { usePages } from '../session/use-pages.js';
import { FeedbackCard } from './FeedbackCard.js';
import { OFFICE_WORDS, STANDING_WORDS } from './feedback-words.js';
import { OpenContact } from './OpenContact.js';
import { ReviewFeedback } from './ReviewFeedback.js';

const A_PAGE = 12;
/** What can be shown: what has words, everything, or what stands somewhere. */
type Shown = 'WORDS' | 'ALL' | FeedbackStanding;
const SHOWN: Readonly<Record<Shown, Text>> = {
  WORDS: OFFICE_WORDS.words,
  ALL: OFFICE_WORDS.everything,
  ...STANDING_WORDS,
};

interface FeedbackListProps {
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  /** Whether whoever looks decides about what waits and may open contacts: facilitators alone. */
  readonly decides: boolean;
  readonly language: Language;
  readonly onDecided: () => void;
}

/** What citizens said about a unit and those below it, the newest day first. */
export function FeedbackList({ client, region, unit, decides, language, onDecided }: FeedbackListProps) {
  const [shown, setShown] = useState<Shown>('WORDS');
  const pages = usePages<FeedbackRowFragment>();
  const asked = useAnswer(client, FeedbackListDocument, {
    ...{ region, unit, counter: null, first: A_PAGE, after: pages.after },
    ...{ wordsOnly: shown === 'WORDS', standing: shown === 'WORDS' || shown === 'ALL' ? null : shown },
  });
  const again = () => {
    pages.reset();
    asked.again();
    onDecided();
  };
  return (
    <section aria-labelledby="said">
      <h2 id="said">{OFFICE_WORDS.list[language]}</h2>
      <div className="short">
        <Select
          field="standing"
          label={OFFICE_WORDS.standing[language]}
          options={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, name: SHOWN[value][language] }))}
          value={shown}
          told={null}
          language={language}
          onChange={(value) => {
            pages.reset();
            setShown(value as Shown);
          }}
        />
      </div>
      <Asked asked={asked} language={language}>
        {({ feedback: { edges, pageInfo } }) => {
          const loaded = pages.with(edges.map(({ node }) => node));
          return (
            <>
              {loaded.length === 0 && (
                <p className="none">
                  {(shown === 'WAITING' ? OFFICE_WORDS.noneWaiting : OFFICE_WORDS.none)[language]}
                </p>
              )}
              <ul className="cards">
                {loaded.map((feedback) => (
                  <li key={feedback.id}>
                    <FeedbackCard feedback={feedback} language={language}>
                      {decides && feedback.standing === 'WAITING' && (
                        <ReviewFeedback
                          client={client}
                          region={region}
                          feedback={feedback}
                          language={language}
                          onDecided={again}
                        />
                      )}
                      {decides && feedback.contactLeft && (
                        <OpenContact
                          client={client}
                          region={region}
                          feedback={feedback}
                          language={language}
                        />
                      )}
                    </FeedbackCard>
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(loaded, pageInfo.endCursor)}
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
