import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from '@pantau/schema';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import { QrCode } from '../../lib/QrCode.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { SECOND_WORDS, SIGN_IN_WORDS } from '../session/session-words.js';
import { TextField } from '../session/TextField.js';
import { useAct } from '../session/use-act.js';
import { RecoveryCodes } from './RecoveryCodes.js';

interface EnrolSecondFactorProps {
  readonly client: Client;
  readonly language: Language;
  /** The recovery codes are kept, or so it is said. */
  readonly onDone: () => void;
}

/** Sets up the second factor: a secret shared with a phone, a first code that proves it, and codes for when the phone is gone. */
export function EnrolSecondFactor({ client, language, onDone }: EnrolSecondFactorProps) {
  const [code, setCode] = useState('');
  const begun = useAct(client, BeginSecondFactorDocument, (data) => data.beginSecondFactor);
  const proven = useAct(client, ConfirmSecondFactorDocument, (data) => data.confirmSecondFactor);
  const form = useFocusOnRefusal(proven.trouble);
  const step = useRef<HTMLParagraphElement>(null);
  const offer = begun.progress.kind === 'DONE' ? begun.progress.done : null;
  useEffect(() => {
    if (offer !== null) step.current?.focus();
  }, [offer]);

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    void proven.send({ code: code.replaceAll(/\s/g, '') });
  }

  if (proven.progress.kind === 'DONE') {
    return <RecoveryCodes codes={proven.progress.done.recoveryCodes} language={language} onKept={onDone} />;
  }
  if (offer === null) {
    return (
      <>
        <OrderTrouble
          progress={begun.progress}
          fields={[]}
          unsent={SIGN_IN_WORDS.unsent}
          language={language}
        />
        <p className="acts">
          <button
            type="button"
            className="button"
            disabled={begun.sending}
            onClick={() => void begun.send({})}
          >
            {(begun.sending ? SECOND_WORDS.beginning : SECOND_WORDS.begin)[language]}
          </button>
        </p>
      </>
    );
  }
  return (
    <form className="enrol" ref={form} onSubmit={submit}>
      <p ref={step} tabIndex={-1}>
        {SECOND_WORDS.scan[language]}
      </p>
      <QrCode text={offer.address} label={SECOND_WORDS.qr[language]} />
      <p className="hint">
        {SECOND_WORDS.letters[language]} <code className="secret">{inFours(offer.letters)}</code>
      </p>
      <TextField
        field="code"
        label={SECOND_WORDS.code[language]}
        value={code}
        told={proven.told}
        language={language}
        autoComplete="one-time-code"
        inputMode="numeric"
        className="short"
        onChange={setCode}
      />
      <OrderTrouble
        progress={proven.progress}
        fields={['code']}
        unsent={SIGN_IN_WORDS.unsent}
        language={language}
      />
      <p className="acts">
        <button type="submit" className="button" disabled={proven.sending}>
          {(proven.sending ? SECOND_WORDS.confirming : SECOND_WORDS.confirm)[language]}
        </button>
      </p>
    </form>
  );
}

/** As it is typed from paper: "JBSW Y3DP". */
function inFours(letters: string): string {
  return letters.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}
