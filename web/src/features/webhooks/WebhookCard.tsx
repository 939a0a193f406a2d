import {
  EndWebhookDocument,
  PingWebhookDocument,
  RotateWebhookSecretDocument,
  SwitchWebhookDocument,
  type WebhookRow_WebhookFragment,
} from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { ConfirmButton } from '../session/ConfirmButton.js';
import { Deliveries } from './Deliveries.js';
import { WebhookForm } from './WebhookForm.js';
import { BECAUSE_WORDS, MESSAGE_WORDS, WEBHOOK_STATE_WORDS, WEBHOOKS_WORDS } from './webhooks-words.js';

/** How long the secret before signs beside the new one, hours. */
const OVERLAP = 24;

interface WebhookCardProps {
  readonly client: Client;
  readonly region: string;
  readonly webhook: WebhookRow_WebhookFragment;
  readonly language: Language;
  /** What is known of the receiver may be older than what was just read of its deliveries. */
  readonly onRefresh: () => void;
  /** `secret` undefined: there is none to be shown. */
  readonly onRecorded: (webhook: WebhookRow_WebhookFragment, secret: string | null | undefined) => void;
}

/** One receiver: what it is told of, whether it gets it, and what was sent. */
export function WebhookCard({ client, region, webhook, language, onRefresh, onRecorded }: WebhookCardProps) {
  const { id, name, url, types, state, disabledBecause, lastSuccessAt, failingSince, oldSecretUntil } =
    webhook;
  const [changing, setChanging] = useState(false);
  const [shown, setShown] = useState(false);
  const rotation = useOrder(client, RotateWebhookSecretDocument, (data) => data.rotateWebhookSecret);
  const flip = useOrder(client, SwitchWebhookDocument, (data) => data.switchWebhook);
  const trial = useOrder(client, PingWebhookDocument, (data) => data.pingWebhook);
  const ending = useOrder(client, EndWebhookDocument, (data) => data.endWebhook);
  /** A trial that was sent is to be seen in the list at once. */
  const [trials, setTrials] = useState(0);
  const orders = [rotation, flip, trial, ending];
  const busy = orders.some(({ progress }) => progress.kind === 'SENDING');
  const at = (instant: string) => formatInstant(Date.parse(instant), language);

  async function rotate(): Promise<void> {
    const result = await rotation.send({ region, id, overlapHours: OVERLAP });
    if (result?.kind === 'DONE') onRecorded(result.done.webhook, result.done.secret);
  }
  async function turn(on: boolean): Promise<void> {
    const result = await flip.send({ region, id, on });
    if (result?.kind === 'DONE') onRecorded(result.done.webhook, undefined);
  }
  async function end(): Promise<void> {
    const result = await ending.send({ region, id });
    if (result?.kind === 'DONE') onRecorded(result.done.webhook, undefined);
  }
  async function ping(): Promise<void> {
    const result = await trial.send({ region, id });
    if (result?.kind !== 'DONE') return;
    setShown(true);
    setTrials((before) => before + 1);
  }

  return (
    <article className="card" aria-label={name}>
      <header className="card-head">
        <h3>{name}</h3>
        <strong className="mark" data-mark={state}>
          {WEBHOOK_STATE_WORDS[state][language]}
        </strong>
      </header>
      <p>
        <code>{url}</code>
      </p>
      <p>{types.map((type) => MESSAGE_WORDS[type].name[language]).join(', ')}</p>
      <p className="hint">
        {lastSuccessAt === null
          ? WEBHOOKS_WORDS.never[language]
          : `${WEBHOOKS_WORDS.lastSuccess[language]} ${at(lastSuccessAt)}`}
        {webhook.endedAt !== null && ` · ${WEBHOOKS_WORDS.endedAt[language]} ${at(webhook.endedAt)}`}
      </p>
      {state === 'DISABLED' && disabledBecause !== null && (
        <p className="note">{BECAUSE_WORDS[disabledBecause][language]}.</p>
      )}
      {state === 'ACTIVE' && failingSince !== null && (
        <p className="note">
          {WEBHOOKS_WORDS.failingSince[language]} {at(failingSince)}.
        </p>
      )}
      {oldSecretUntil !== null && (
        <p className="note">
          {WEBHOOKS_WORDS.oldUntil[language]} {at(oldSecretUntil)}.
        </p>
      )}
      {orders.map(({ progress }, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- the orders never change places
        <OrderTrouble key={n} progress={progress} fields={[]} language={language} />
      ))}
      {changing && (
        <WebhookForm
          client={client}
          region={region}
          webhook={webhook}
          language={language}
          onRecorded={(changed) => {
            setChanging(false);
            onRecorded(changed, undefined);
          }}
          onCancel={() => setChanging(false)}
        />
      )}
      <p className="acts">
        <button type="button" className="quiet-button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {WEBHOOKS_WORDS.deliveries[language]}
        </button>
        {state === 'ACTIVE' && (
          <button type="button" className="quiet-button" disabled={busy} onClick={() => void ping()}>
            {WEBHOOKS_WORDS.ping[language]}
          </button>
        )}
        {state === 'DISABLED' && (
          <button type="button" className="button" disabled={busy} onClick={() => void turn(true)}>
            {WEBHOOKS_WORDS.on[language]}
          </button>
        )}
        {state !== 'ENDED' && !changing && (
          <button type="button" className="quiet-button" disabled={busy} onClick={() => setChanging(true)}>
            {WEBHOOKS_WORDS.change[language]}
          </button>
        )}
        {state === 'ACTIVE' && (
          <ConfirmButton
            words={WEBHOOKS_WORDS.off}
            about={name}
            busy={busy}
            language={language}
            onConfirmed={() => void turn(false)}
          />
        )}
        {state !== 'ENDED' && (
          <>
            <ConfirmButton
              words={WEBHOOKS_WORDS.rotate}
              about={name}
              busy={busy}
              language={language}
              onConfirmed={() => void rotate()}
            />
            <ConfirmButton
              words={WEBHOOKS_WORDS.end}
              about={name}
              busy={busy}
              language={language}
              onConfirmed={() => void end()}
            />
            <span className="hint">{WEBHOOKS_WORDS.rotateHint[language]}</span>
          </>
        )}
      </p>
      {shown && <Deliveries key={trials} {...{ client, region, webhook, language }} onRefresh={onRefresh} />}
    </article>
  );
}
