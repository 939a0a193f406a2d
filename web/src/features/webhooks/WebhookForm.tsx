import {
  ChangeWebhookDocument,
  CreateWebhookDocument,
  type WebhookRow_WebhookFragment,
  type WebhookType,
} from '@pantau/schema';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { MESSAGE_WORDS, WEBHOOKS_WORDS } from './webhooks-words.js';

const TYPES = [
  'PERIOD_CONFIRMED',
  'SCORE_CORRECTED',
  'EMPLOYEE_CHANGED',
] as const satisfies readonly WebhookType[];
const FIELDS = ['name', 'url', 'types'];

interface WebhookFormProps {
  readonly client: Client;
  readonly region: string;
  /** The endpoint that is changed; null: a new one. */
  readonly webhook: WebhookRow_WebhookFragment | null;
  readonly language: Language;
  readonly onRecorded: (webhook: WebhookRow_WebhookFragment, secret: string | null | undefined) => void;
  readonly onCancel: () => void;
}

/** Where a receiver is, and what it is told of. */
export function WebhookForm({ client, region, webhook, language, onRecorded, onCancel }: WebhookFormProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? 'https://');
  const [types, setTypes] = useState<readonly WebhookType[]>(webhook?.types ?? TYPES);
  const creation = useOrder(client, CreateWebhookDocument, (data) => data.createWebhook);
  const change = useOrder(client, ChangeWebhookDocument, (data) => data.changeWebhook);
  const { progress, told, trouble } = webhook === null ? creation : change;
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  useEffect(() => heading.current?.focus(), []);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const terms = { region, name: name.trim(), url: url.trim(), types: [...types] };
    const result =
      webhook === null ? await creation.send(terms) : await change.send({ ...terms, id: webhook.id });
    if (result?.kind !== 'DONE') return;
    onRecorded(result.done.webhook, webhook === null ? result.done.secret : undefined);
  }

  return (
    <form
      className={webhook === null ? 'panel' : 'inner'}
      ref={form}
      aria-labelledby={`${id}title`}
      onSubmit={(submitted) => void submit(submitted)}
    >
      <h2 id={`${id}title`} ref={heading} tabIndex={-1}>
        {webhook === null
          ? WEBHOOKS_WORDS.create[language]
          : `${WEBHOOKS_WORDS.change[language]}: ${webhook.name}`}
      </h2>
      <TextField
        field="name"
        label={WEBHOOKS_WORDS.name[language]}
        hint={WEBHOOKS_WORDS.nameHint[language]}
        value={name}
        told={told}
        language={language}
        onChange={setName}
      />
      <TextField
        field="url"
        label={WEBHOOKS_WORDS.url[language]}
        hint={WEBHOOKS_WORDS.urlHint[language]}
        value={url}
        told={told}
        language={language}
        onChange={setUrl}
      />
      <fieldset className="entry">
        <legend>{WEBHOOKS_WORDS.types[language]}</legend>
        {TYPES.map((type) => (
          <label key={type} className="choice">
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={() =>
                setTypes((before) =>
                  before.includes(type) ? before.filter((one) => one !== type) : [...before, type],
                )
              }
            />
            <span>
              <strong>{MESSAGE_WORDS[type].name[language]}</strong>{' '}
              <span className="hint">{MESSAGE_WORDS[type].what[language]}</span>
            </span>
          </label>
        ))}
        <Refused told={told} at={['types']} language={language} />
      </fieldset>
      <OrderTrouble progress={progress} fields={FIELDS} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? WEBHOOKS_WORDS.sending : WEBHOOKS_WORDS.save)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {WEBHOOKS_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
