import { RequestCorrectionDocument, type DataPart } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { TextField } from '../session/TextField.js';
import { PART_WORDS, PRIVACY_WORDS } from './privacy-words.js';

const PARTS = Object.keys(PART_WORDS) as DataPart[];
const SHORTEST_TEXT = 20;

interface RequestCorrectionProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
  readonly onRequested: () => void;
}

/** Asks for something about oneself to be put right; the clock of the law begins at once. */
export function RequestCorrection({ client, region, language, onRequested }: RequestCorrectionProps) {
  const id = useId();
  const [about, setAbout] = useState<DataPart | ''>('');
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const { progress, told, trouble, send } = useOrder(
    client,
    RequestCorrectionDocument,
    (data) => data.requestCorrection,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (about === '') return; // the browser says that one must be chosen
    const result = await send({ region, about, text: text.trim(), wanted: wanted.trim() || null });
    if (result?.kind !== 'DONE') return;
    setAbout('');
    setText('');
    setWanted('');
    onRequested();
  }

  return (
    <form className="panel" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <div className="entry">
        <label htmlFor={id}>{PRIVACY_WORDS.about[language]}</label>
        <select
          id={id}
          value={about}
          required
          onChange={(chosen) => setAbout(chosen.target.value as DataPart)}
        >
          <option value="">{PRIVACY_WORDS.choose[language]}</option>
          {PARTS.map((part) => (
            <option key={part} value={part}>
              {PART_WORDS[part][language]}
            </option>
          ))}
        </select>
        <Refused told={told} at={['about']} language={language} />
      </div>
      <LongText
        field="text"
        label={PRIVACY_WORDS.text[language]}
        hint={PRIVACY_WORDS.textHint[language]}
        shortest={SHORTEST_TEXT}
        value={text}
        told={told}
        language={language}
        onChange={setText}
      />
      <TextField
        field="wanted"
        label={PRIVACY_WORDS.wanted[language]}
        hint={PRIVACY_WORDS.wantedHint[language]}
        value={wanted}
        told={told}
        language={language}
        required={false}
        onChange={setWanted}
      />
      <OrderTrouble progress={progress} fields={['about', 'text', 'wanted']} language={language} />
      {progress.kind === 'DONE' && (
        <output className="done">
          {PRIVACY_WORDS.sent[language]} {formatInstant(Date.parse(progress.done.correction.dueAt), language)}
          .
        </output>
      )}
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? PRIVACY_WORDS.sending : PRIVACY_WORDS.send)[language]}
        </button>
      </p>
    </form>
  );
}
