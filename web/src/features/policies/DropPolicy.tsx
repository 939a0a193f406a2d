import { DropPolicyDocument } from '@pantau/schema';
import { useEffect, useRef, useState } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { POLICY_WORDS } from './policy-words.js';
import { SendState } from './SendState.js';
import { useCommand } from './use-command.js';

interface DropPolicyProps {
  readonly client: Client;
  readonly region: string;
  readonly version: string;
  readonly language: Language;
  readonly onDropped: () => void;
}

/** Gives a draft up, after asking once more. */
export function DropPolicy({ client, region, version, language, onDropped }: DropPolicyProps) {
  const [confirming, setConfirming] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const { progress, send } = useCommand(client, DropPolicyDocument, (data) => data.dropPolicy);
  const sending = progress.kind === 'SENDING';
  useEffect(() => {
    if (confirming) question.current?.focus();
  }, [confirming]);
  async function drop(): Promise<void> {
    const result = await send({ region, version });
    if (result.kind === 'DONE') onDropped();
  }
  if (!confirming) {
    return (
      <p className="drop">
        <button type="button" className="quiet-button" onClick={() => setConfirming(true)}>
          {POLICY_WORDS.drop[language]}
        </button>
      </p>
    );
  }
  return (
    <div className="drop confirm">
      <p ref={question} tabIndex={-1}>
        {POLICY_WORDS.dropWhat[language]}
      </p>
      <SendState progress={progress} language={language} />
      <p className="policy-actions">
        <button type="button" className="button" disabled={sending} onClick={() => void drop()}>
          {(sending ? POLICY_WORDS.sending : POLICY_WORDS.dropNow)[language]}
        </button>
        <button
          type="button"
          className="quiet-button"
          disabled={sending}
          onClick={() => setConfirming(false)}
        >
          {POLICY_WORDS.back[language]}
        </button>
      </p>
    </div>
  );
}
