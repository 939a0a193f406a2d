import {
  RedeliverWebhookDocument,
  WebhookDeliveriesDocument,
  type WebhookDeliveryRow_WebhookDeliveryFragment,
} from '@pantau/schema';
import { useEffect, useId, useState } from 'react';
import type { Client } from 'urql';
import { formatCount } from '../../lib/text/format-number.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { fromWibInput, toWibInput } from '../../lib/text/wib-input.js';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Asked } from '../session/Asked.js';
import { usePages } from '../session/use-pages.js';
import { DELIVERY_STATE_WORDS, MESSAGE_WORDS, TROUBLE_WORDS, WEBHOOKS_WORDS } from './webhooks-words.js';

/** How often it is looked whether what is on its way has arrived, ms. */
const LOOK_EVERY_MS = 1_500;
/** Failures of the last week, unless somebody says otherwise, ms. */
const USUALLY_SINCE = 7 * 24 * 3_600_000;

interface DeliveriesProps {
  readonly client: Client;
  readonly region: string;
  readonly webhook: { readonly id: string; readonly name: string; readonly state: string };
  readonly language: Language;
  /** What the list says is newer than what stands above it. */
  readonly onRefresh: () => void;
}

/** What was sent to a receiver, the newest first; what failed can be sent again. */
export function Deliveries({ client, region, webhook, language, onRefresh }: DeliveriesProps) {
  const heading = useId();
  const pages = usePages<WebhookDeliveryRow_WebhookDeliveryFragment>();
  const asked = useAnswer(client, WebhookDeliveriesDocument, {
    region,
    webhook: webhook.id,
    first: 20,
    after: pages.after,
  });
  const [since, setSince] = useState(() =>
    toWibInput(Date.now() - USUALLY_SINCE).slice(0, 'YYYY-MM-DD'.length),
  );
  const order = useOrder(client, RedeliverWebhookDocument, (data) => data.redeliverWebhook);
  const busy = order.progress.kind === 'SENDING';
  const refresh = () => {
    pages.reset();
    asked.again();
    onRefresh();
  };

  // Something is about to be sent for the first time: whoever asked for it waits to see whether it arrives.
  const answer = asked.answer;
  const onItsWay =
    webhook.state === 'ACTIVE' &&
    pages.after === null &&
    answer?.kind === 'GIVEN' &&
    answer.data.webhookDeliveries.edges.some(({ node }) => node.state === 'WAITING' && node.attempts === 0);
  const { again: lookAgain } = asked;
  useEffect(() => {
    if (!onItsWay) return undefined;
    const timer = setInterval(lookAgain, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      onRefresh();
    };
  }, [onItsWay, lookAgain, onRefresh]);

  async function again(what: { deliveryId: string } | { failedSince: string }): Promise<void> {
    const result = await order.send({ region, id: webhook.id, ...what });
    if (result?.kind === 'DONE') refresh();
  }
  async function allAgain(): Promise<void> {
    const from = fromWibInput(`${since}T00:00`);
    if (from !== null) await again({ failedSince: new Date(from).toISOString() });
  }

  return (
    <section className="inner deliveries" aria-labelledby={heading}>
      <h4 id={heading}>{WEBHOOKS_WORDS.deliveries[language]}</h4>
      <Asked asked={asked} language={language}>
        {({ webhookDeliveries: { edges, pageInfo } }) => {
          const rows = pages.with(edges.map(({ node }) => node));
          const anyFailed = rows.some(({ state }) => state === 'FAILED');
          return (
            <>
              {rows.length === 0 && <p className="none">{WEBHOOKS_WORDS.noDeliveries[language]}</p>}
              <ul className="rows">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Delivery row={row} language={language} />
                    {(row.state !== 'WAITING' || row.attempts > 0) && webhook.state === 'ACTIVE' && (
                      <button
                        type="button"
                        className="quiet-button"
                        disabled={busy}
                        aria-label={`${WEBHOOKS_WORDS.again[language]}: ${MESSAGE_WORDS[row.type].name[language]}`}
                        onClick={() => void again({ deliveryId: row.id })}
                      >
                        {WEBHOOKS_WORDS.again[language]}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
              <OrderTrouble progress={order.progress} fields={[]} language={language} />
              <p className="acts">
                {pageInfo.hasNextPage && (
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, pageInfo.endCursor)}
                  >
                    {WEBHOOKS_WORDS.more[language]}
                  </button>
                )}
                <button type="button" className="quiet-button" disabled={asked.asking} onClick={refresh}>
                  {WEBHOOKS_WORDS.refresh[language]}
                </button>
              </p>
              {anyFailed && webhook.state === 'ACTIVE' && (
                <p className="acts">
                  <label>
                    {WEBHOOKS_WORDS.failedSince[language]}{' '}
                    <input type="date" value={since} onChange={(typed) => setSince(typed.target.value)} />
                  </label>
                  <button type="button" className="button" disabled={busy} onClick={() => void allAgain()}>
                    {WEBHOOKS_WORDS.allAgain[language]}
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

interface DeliveryProps {
  readonly row: WebhookDeliveryRow_WebhookDeliveryFragment;
  readonly language: Language;
}

/** One message: what it tells, whether it arrived, and why not. */
function Delivery({ row, language }: DeliveryProps) {
  const { type, state, attempts, status, trouble, madeAt, nextAttemptAt } = row;
  const at = (instant: string) => formatInstant(Date.parse(instant), language);
  const facts = [
    at(madeAt),
    attempts > 0 && `${formatCount(attempts, language)} ${WEBHOOKS_WORDS.tries[language]}`,
    status !== null && `${WEBHOOKS_WORDS.status[language]} ${status}`,
    trouble !== null && TROUBLE_WORDS[trouble][language],
    nextAttemptAt !== null && attempts > 0 && `${WEBHOOKS_WORDS.next[language]} ${at(nextAttemptAt)}`,
  ];
  return (
    <div>
      <p>
        <strong className="mark" data-mark={state}>
          {DELIVERY_STATE_WORDS[state][language]}
        </strong>{' '}
        {MESSAGE_WORDS[type].name[language]}
      </p>
      <p className="hint">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  );
}
