import { CreateServiceDocument, type ServiceRow_ServiceFragment, type ServiceScope } from '@pantau/schema';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { fromWibInput, toWibInput } from '../../lib/text/wib-input.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { UnitsChoice } from '../session/UnitsChoice.js';
import { SCOPE_WORDS, SERVICES_WORDS } from './services-words.js';

const SCOPES = [
  'UNITS',
  'PEOPLE',
  'NIP',
  'SCORES',
  'PREDICATES',
  'PROVISION',
  'COUNTERS',
] as const satisfies readonly ServiceScope[];
const FIELDS = ['name', 'scopes', 'unitIds', 'expiresAt', 'quotaPerHour'];
/** A token that nobody thinks of ends by itself after so long, ms. */
const USUALLY_GOOD_FOR = 90 * 24 * 3_600_000;

interface CreateServiceFormProps {
  readonly client: Client;
  readonly region: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
  readonly onCreated: (service: ServiceRow_ServiceFragment, token: string | null) => void;
  readonly onCancel: () => void;
}

/** Lets a program in: for what, for how long, and how often it may ask. */
export function CreateServiceForm(props: CreateServiceFormProps) {
  const { client, region, units, language, onCreated, onCancel } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ServiceScope[]>([]);
  const [unitIds, setUnitIds] = useState<readonly string[] | null>(null);
  const [lastDay, setLastDay] = useState(() =>
    toWibInput(Date.now() + USUALLY_GOOD_FOR).slice(0, 'YYYY-MM-DD'.length),
  );
  const [quota, setQuota] = useState('1000');
  const { progress, told, trouble, send } = useOrder(
    client,
    CreateServiceDocument,
    (data) => data.createService,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  useEffect(() => heading.current?.focus(), []);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const end = fromWibInput(`${lastDay}T23:59`);
    if (end === null) return; // the browser asks for a day
    const result = await send({
      region,
      name: name.trim(),
      scopes: [...scopes],
      unitIds: unitIds && [...unitIds],
      expiresAt: new Date(end).toISOString(),
      quotaPerHour: Number(quota.replaceAll(/[.,\s]/g, '')) || 0,
    });
    if (result?.kind === 'DONE') onCreated(result.done.service, result.done.token);
  }

  return (
    <form
      className="panel"
      ref={form}
      aria-labelledby={`${id}title`}
      onSubmit={(submitted) => void submit(submitted)}
    >
      <h2 id={`${id}title`} ref={heading} tabIndex={-1}>
        {SERVICES_WORDS.create[language]}
      </h2>
      <TextField
        field="name"
        label={SERVICES_WORDS.name[language]}
        hint={SERVICES_WORDS.nameHint[language]}
        value={name}
        told={told}
        language={language}
        onChange={setName}
      />
      <div className="pair">
        <fieldset className="entry">
          <legend>{SERVICES_WORDS.scopes[language]}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} className="choice">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={() =>
                  setScopes((before) =>
                    before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope],
                  )
                }
              />
              <span>
                <strong>{SCOPE_WORDS[scope].name[language]}</strong>{' '}
                <span className="hint">{SCOPE_WORDS[scope].what[language]}</span>
              </span>
            </label>
          ))}
          <Refused told={told} at={['scopes']} language={language} />
        </fieldset>
        <UnitsChoice
          legend={SERVICES_WORDS.units[language]}
          units={units}
          value={unitIds}
          told={told}
          language={language}
          onChange={setUnitIds}
        />
        <TextField
          field="expiresAt"
          type="date"
          label={SERVICES_WORDS.expires[language]}
          hint={SERVICES_WORDS.expiresHint[language]}
          value={lastDay}
          told={told}
          language={language}
          onChange={setLastDay}
        />
        <TextField
          field="quotaPerHour"
          inputMode="numeric"
          label={SERVICES_WORDS.quota[language]}
          hint={SERVICES_WORDS.quotaHint[language]}
          value={quota}
          told={told}
          language={language}
          onChange={setQuota}
        />
      </div>
      <OrderTrouble progress={progress} fields={FIELDS} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? SERVICES_WORDS.sending : SERVICES_WORDS.send)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {SERVICES_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
