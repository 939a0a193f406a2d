import { ApprovePairingDocument, type WallLevel } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { UnitsChoice } from '../session/UnitsChoice.js';
import { DEVICES_WORDS } from './devices-words.js';
import { LevelChoice } from './LevelChoice.js';

const FIELDS = ['code', 'name', 'level', 'unitIds'];

interface PairFormProps {
  readonly client: Client;
  readonly region: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly language: Language;
  readonly onPaired: () => void;
}

/** Lets a screen in by the code that it shows, and says what it shows from now on. */
export function PairForm({ client, region, units, language, onPaired }: PairFormProps) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [level, setLevel] = useState<WallLevel | null>(null);
  const [unitIds, setUnitIds] = useState<readonly string[] | null>(null);
  const { progress, told, trouble, send } = useOrder(
    client,
    ApprovePairingDocument,
    (data) => data.approvePairing,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (level === null) return; // the browser says that one must be chosen
    const input = { region, code: code.trim(), name: name.trim(), level, unitIds: unitIds && [...unitIds] };
    const result = await send(input);
    if (result?.kind === 'DONE') onPaired();
  }

  return (
    <section className="panel" aria-labelledby="pair">
      <h2 id="pair">{DEVICES_WORDS.pair[language]}</h2>
      <p className="hint">{DEVICES_WORDS.pairLead[language]}</p>
      <form ref={form} onSubmit={(submitted) => void submit(submitted)}>
        <div className="pair">
          <TextField
            field="code"
            className="pairing-code-field"
            label={DEVICES_WORDS.code[language]}
            hint={DEVICES_WORDS.codeHint[language]}
            value={code}
            told={told}
            language={language}
            onChange={(typed) => setCode(typed.toUpperCase())}
          />
          <TextField
            field="name"
            label={DEVICES_WORDS.name[language]}
            hint={DEVICES_WORDS.nameHint[language]}
            value={name}
            told={told}
            language={language}
            onChange={setName}
          />
          <LevelChoice value={level} told={told} language={language} onChange={setLevel} />
          <UnitsChoice
            legend={DEVICES_WORDS.units[language]}
            units={units}
            value={unitIds}
            told={told}
            language={language}
            onChange={setUnitIds}
          />
        </div>
        <OrderTrouble progress={progress} fields={FIELDS} language={language} />
        <p className="acts">
          <button type="submit" className="button" disabled={sending}>
            {(sending ? DEVICES_WORDS.sending : DEVICES_WORDS.send)[language]}
          </button>
        </p>
      </form>
    </section>
  );
}
