import { MakeCounterDocument } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { OFFICE_WORDS } from './feedback-words.js';

interface MakeCounterProps {
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  readonly language: Language;
  readonly onMade: () => void;
}

/** One more counter of a unit. */
export function MakeCounter({ client, region, unit, language, onMade }: MakeCounterProps) {
  const [name, setName] = useState('');
  const { progress, told, trouble, send } = useOrder(client, MakeCounterDocument, (data) => data.makeCounter);
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const result = await send({ region, unit, name: name.trim() });
    if (result?.kind !== 'DONE') return;
    setName('');
    onMade();
  }
  return (
    <form className="panel" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <TextField
        field="name"
        className="short"
        label={OFFICE_WORDS.name[language]}
        hint={OFFICE_WORDS.nameHint[language]}
        value={name}
        told={told}
        language={language}
        onChange={setName}
      />
      <OrderTrouble progress={progress} fields={['name']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? OFFICE_WORDS.saving : OFFICE_WORDS.make)[language]}
        </button>
      </p>
    </form>
  );
}
