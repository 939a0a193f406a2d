import { EraseFeedbackContactDocument } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { TextField } from '../session/TextField.js';
import { LEAVE_WORDS } from './feedback-words.js';

interface EraseContactProps {
  readonly client: Client;
  readonly region: string;
  readonly language: Language;
}

/** A contact that was left with feedback, erased by its code. */
export function EraseContact({ client, region, language }: EraseContactProps) {
  const [code, setCode] = useState('');
  const { progress, told, send } = useOrder(
    client,
    EraseFeedbackContactDocument,
    (data) => data.eraseFeedbackContact,
  );
  const erasing = progress.kind === 'SENDING';

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    void send({ region, code: code.trim() });
  }
  return (
    <details className="erase-contact">
      <summary>{LEAVE_WORDS.eraseTitle[language]}</summary>
      {progress.kind === 'DONE' ? (
        <output className="done">{LEAVE_WORDS.erased[language]}</output>
      ) : (
        <form className="panel" onSubmit={submit}>
          <TextField
            field="code"
            className="short"
            label={LEAVE_WORDS.eraseCode[language]}
            hint={LEAVE_WORDS.eraseCodeHint[language]}
            value={code}
            told={told}
            language={language}
            onChange={setCode}
          />
          <OrderTrouble progress={progress} fields={['code']} language={language} />
          <p className="acts">
            <button type="submit" className="quiet-button" disabled={erasing}>
              {(erasing ? LEAVE_WORDS.erasing : LEAVE_WORDS.erase)[language]}
            </button>
          </p>
        </form>
      )}
    </details>
  );
}
