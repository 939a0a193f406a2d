import { PurposesDocument, type PurposesQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatCount } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { DATA_OF_WORDS, PRIVACY_WORDS } from './privacy-words.js';

interface PurposesProps {
  readonly client: Client;
  readonly language: Language;
}

/** The register of purposes: every kind of record, folded until somebody wants to read it. */
export function Purposes({ client, language }: PurposesProps) {
  const asked = useAnswer(client, PurposesDocument, {});
  const own = (id: string, en: string) => (language === 'id' ? id : en);
  return (
    <section aria-labelledby="purposes">
      <h2 id="purposes">{PRIVACY_WORDS.purposes[language]}</h2>
      <p className="lead">{PRIVACY_WORDS.purposesLead[language]}</p>
      <Asked asked={asked} language={language}>
        {({ purposes }) => (
          <details className="purposes">
            <summary>
              {formatCount(purposes.length, language)} {PRIVACY_WORDS.kinds[language]}
            </summary>
            <ul>
              {purposes.toSorted(ofPeopleFirst).map((one) => (
                <li key={one.kind}>
                  <details>
                    <summary>{own(one.title, one.titleEn)}</summary>
                    <dl className="particulars">
                      <div>
                        <dt>{PRIVACY_WORDS.purpose[language]}</dt>
                        <dd>{own(one.purpose, one.purposeEn)}</dd>
                      </div>
                      <div>
                        <dt>{PRIVACY_WORDS.whose[language]}</dt>
                        <dd>{DATA_OF_WORDS[one.of][language]}</dd>
                      </div>
                      <div>
                        <dt>{PRIVACY_WORDS.basis[language]}</dt>
                        <dd>
                          {one.basis}
                          {!one.basisVerified && (
                            <span className="hint"> ({PRIVACY_WORDS.unverified[language]})</span>
                          )}
                        </dd>
                      </div>
                      <div>
                        <dt>{PRIVACY_WORDS.kept[language]}</dt>
                        <dd>
                          {one.days === null
                            ? PRIVACY_WORDS.always[language]
                            : `${formatCount(one.days, language)} ${PRIVACY_WORDS.days[language]}`}
                          . {own(one.ending, one.endingEn)}
                        </dd>
                      </div>
                    </dl>
                  </details>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Asked>
    </section>
  );
}

type Purpose = PurposesQuery['purposes'][number];

/** What is kept of people is what they look for here. */
function ofPeopleFirst(one: Purpose, other: Purpose): number {
  return Number(one.of === 'NOBODY') - Number(other.of === 'NOBODY');
}
