import { WebhooksDocument, type WebhookRow_WebhookFragment } from '@pantau/schema';
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { ShownOnce } from '../session/ShownOnce.js';
import { usePages } from '../session/use-pages.js';
import { WebhookCard } from './WebhookCard.js';
import { WebhookForm } from './WebhookForm.js';
import { WEBHOOKS_WORDS } from './webhooks-words.js';

/** A secret just made; null where it was shown before. */
interface Made {
  readonly name: string;
  readonly secret: string | null;
}

/** `/webhooks`: the receivers that are told of changes, for administrators. */
export default function WebhooksPage() {
  return (
    <Page title={WEBHOOKS_WORDS.title} opensTo={(viewer) => isOne(viewer, 'ADMINISTRATOR')}>
      {(page) => <Webhooks {...page} />}
    </Page>
  );
}

function Webhooks({ region, client, language }: OpenPage) {
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pages = usePages<WebhookRow_WebhookFragment>();
  const asked = useAnswer(client, WebhooksDocument, { region, first: 50, after: pages.after });
  useEffect(() => heading.current?.focus({ preventScroll: made === null }), [made]);

  function recorded(webhook: WebhookRow_WebhookFragment, secret: string | null | undefined): void {
    setCreating(false);
    if (secret !== undefined) {
      setMade({ name: webhook.name, secret });
      window.scrollTo(0, 0);
    }
    pages.reset();
    asked.again();
  }

  return (
    <>
      <h1>{WEBHOOKS_WORDS.title[language]}</h1>
      <p className="lead">{WEBHOOKS_WORDS.lead[language]}</p>
      {made && (
        <section className="panel hand-over" aria-labelledby="made">
          <h2 id="made" ref={heading} tabIndex={-1}>
            {WEBHOOKS_WORDS.secret[language]} {made.name}
          </h2>
          <p>{(made.secret === null ? WEBHOOKS_WORDS.secretGone : WEBHOOKS_WORDS.secretLead)[language]}</p>
          {made.secret !== null && <ShownOnce lines={[made.secret]} language={language} />}
          <p className="acts">
            <button type="button" className="button" onClick={() => setMade(null)}>
              {WEBHOOKS_WORDS.close[language]}
            </button>
          </p>
        </section>
      )}
      {creating ? (
        <WebhookForm
          client={client}
          region={region}
          webhook={null}
          language={language}
          onRecorded={recorded}
          onCancel={() => setCreating(false)}
        />
      ) : (
        <p className="acts">
          <button type="button" className="button" onClick={() => setCreating(true)}>
            {WEBHOOKS_WORDS.create[language]}
          </button>
        </p>
      )}
      <Asked asked={asked} language={language}>
        {({ webhooks }) => {
          const rows = pages.with(webhooks.edges.map(({ node }) => node));
          return (
            <section aria-labelledby="webhooks">
              <h2 id="webhooks">{WEBHOOKS_WORDS.list[language]}</h2>
              {rows.length === 0 && <p className="none">{WEBHOOKS_WORDS.none[language]}</p>}
              <ul className="cards">
                {rows.toSorted(standing).map((webhook) => (
                  <li key={webhook.id}>
                    <WebhookCard
                      client={client}
                      region={region}
                      webhook={webhook}
                      language={language}
                      onRefresh={asked.again}
                      onRecorded={recorded}
                    />
                  </li>
                ))}
              </ul>
              {webhooks.pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, webhooks.pageInfo.endCursor)}
                  >
                    {WEBHOOKS_WORDS.more[language]}
                  </button>
                </p>
              )}
            </section>
          );
        }}
      </Asked>
    </>
  );
}

/** Those that still are before those that ended; else as they came. */
function standing(one: WebhookRow_WebhookFragment, other: WebhookRow_WebhookFragment): number {
  return Number(one.state === 'ENDED') - Number(other.state === 'ENDED');
}
