import { SignPolicyDocument, type PolicyPeriods_PeriodFragment } from '@pantau/schema';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { nextPeriodDay } from './policy-days.js';
import { POLICY_WORDS } from './policy-words.js';
import { Refused } from './Refused.js';
import { SendState } from './SendState.js';
import { SignatureEffect } from './SignatureEffect.js';
import { useCommand } from './use-command.js';
import { useFocusOnRefusal } from './use-focus-on-refusal.js';

interface SignPolicyProps {
  readonly client: Client;
  readonly region: string;
  readonly version: string;
  readonly periods: readonly PolicyPeriods_PeriodFragment[];
  /** LocalDate. */
  readonly today: string;
  readonly language: Language;
  readonly onSigned: () => void;
}

/** Puts a draft in force in two steps: from when on, and then, with all that will happen before one's eyes, for good. */
export function SignPolicy({ client, region, version, periods, today, language, onSigned }: SignPolicyProps) {
  const id = useId();
  const [effectiveFrom, setEffectiveFrom] = useState(() => nextPeriodDay(periods, today));
  const [note, setNote] = useState('');
  const [confirming, setConfirming] = useState(false);
  const { progress, send } = useCommand(client, SignPolicyDocument, (data) => data.signPolicy);
  const told = progress.kind === 'TOLD' ? progress.told : null;
  const form = useFocusOnRefusal(confirming ? null : told); // what is mended can be reached in the first step alone
  const confirmation = useRef<HTMLHeadingElement>(null);
  const sending = progress.kind === 'SENDING';
  useEffect(() => {
    if (confirming) confirmation.current?.focus();
  }, [confirming]);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (sending) return;
    if (!confirming) return setConfirming(true);
    const result = await send({ region, version, effectiveFrom, note: note.trim() || null });
    if (result.kind === 'DONE') onSigned();
    if (result.kind === 'TOLD') setConfirming(false); // it is mended in the first step
  }
  const invalid = (field: string) => ({
    'aria-invalid': told?.field === field,
    'aria-describedby': `${id}${field}hint${told?.field === field ? ` ${id}${field}told` : ''}`,
  });

  return (
    <form className="sign" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <h3>{POLICY_WORDS.sign[language]}</h3>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}effectiveFrom`}>{POLICY_WORDS.effectiveFrom[language]}</label>
          <input
            id={`${id}effectiveFrom`}
            type="date"
            required
            value={effectiveFrom}
            disabled={confirming}
            {...invalid('effectiveFrom')}
            onChange={(changed) => setEffectiveFrom(changed.target.value)}
          />
          <span id={`${id}effectiveFromhint`} className="hint">
            {POLICY_WORDS.effectiveHint[language]}
          </span>
          <Refused told={told} at={['effectiveFrom']} id={`${id}effectiveFromtold`} language={language} />
        </div>
        <div className="field">
          <label htmlFor={`${id}note`} id={`${id}notehint`}>
            {POLICY_WORDS.signingNote[language]}
          </label>
          <input
            id={`${id}note`}
            type="text"
            value={note}
            disabled={confirming}
            {...invalid('note')}
            onChange={(changed) => setNote(changed.target.value)}
          />
          <Refused told={told} at={['note']} id={`${id}notetold`} language={language} />
        </div>
      </div>
      {confirming && (
        <div className="confirm">
          <h4 ref={confirmation} tabIndex={-1}>
            {POLICY_WORDS.confirm[language]}
          </h4>
          <SignatureEffect
            version={version}
            effectiveFrom={effectiveFrom}
            periods={periods}
            language={language}
          />
        </div>
      )}
      <SendState
        progress={progress}
        saidElsewhere={told?.field === 'effectiveFrom' || told?.field === 'note'}
        language={language}
      />
      <p className="policy-actions">
        <button type="submit" className="button" disabled={sending}>
          {
            (sending ? POLICY_WORDS.sending : confirming ? POLICY_WORDS.signNow : POLICY_WORDS.toConfirm)[
              language
            ]
          }
        </button>
        {confirming && (
          <button
            type="button"
            className="quiet-button"
            disabled={sending}
            onClick={() => setConfirming(false)}
          >
            {POLICY_WORDS.back[language]}
          </button>
        )}
      </p>
    </form>
  );
}
