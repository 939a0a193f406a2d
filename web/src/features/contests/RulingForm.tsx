import { RuleContestDocument, type ContestWithRulingFragment, type RulingDecision } from '@pantau/schema';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { readDecimal } from '../policies/decimal-text.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { CONTEST_WORDS, DECISION_WORDS } from './contest-words.js';
import { LongText } from './LongText.js';
import { OrderTrouble } from './OrderTrouble.js';
import { RightValue } from './RightValue.js';
import { useOrder } from './use-order.js';

const SHORTEST_NOTE = 10;
const DECISIONS = ['REJECTED', 'WITHDRAWN', 'AMENDED'] as const satisfies readonly RulingDecision[];

interface RulingFormProps {
  readonly client: Client;
  readonly region: string;
  readonly contest: ContestWithRulingFragment;
  /** Who rules. */
  readonly authority: { readonly id: string; readonly name: string };
  readonly language: Language;
  readonly onRuled: () => void;
  readonly onCancel: () => void;
}

/** The ruling on an objection, by whoever has the say. Nothing is decided beforehand: one of the three must be chosen. */
export function RulingForm(props: RulingFormProps) {
  const { client, region, contest, authority, language, onRuled, onCancel } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [decision, setDecision] = useState<RulingDecision | null>(null);
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const { progress, told, trouble, send } = useOrder(client, RuleContestDocument, (data) => data.ruleContest);
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  useEffect(() => heading.current?.focus(), []);

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (decision === null) return; // the browser says that one must be chosen
    const result = await send({
      region,
      contestId: contest.id,
      ruledBy: authority.id,
      decision,
      value: (decision === 'AMENDED' && readDecimal(value)) || null,
      note: note.trim(),
    });
    if (result?.kind === 'DONE') onRuled();
  }

  return (
    <form
      className="ruling-form"
      ref={form}
      aria-labelledby={`${id}title`}
      onSubmit={(submitted) => void submit(submitted)}
    >
      <h4 id={`${id}title`} ref={heading} tabIndex={-1}>
        {CONTEST_WORDS.ruleOf[language]}
      </h4>
      <p>
        {CONTEST_WORDS.actingAs[language]} <strong>{authority.name}</strong>,{' '}
        {CONTEST_WORDS.authority[language]}.
      </p>
      <fieldset className="entry">
        <legend>{CONTEST_WORDS.decision[language]}</legend>
        {DECISIONS.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={`${id}decision`}
              required
              checked={decision === choice}
              onChange={() => setDecision(choice)}
            />
            <span>
              <strong>{DECISION_WORDS[choice].name[language]}</strong>{' '}
              <span className="hint">{DECISION_WORDS[choice].what[language]}</span>
            </span>
          </label>
        ))}
        <Refused told={told} at={['decision']} language={language} />
      </fieldset>
      {decision === 'AMENDED' && (
        <RightValue
          indicator={contest.observation.indicator}
          value={value}
          told={told}
          language={language}
          onChange={setValue}
        />
      )}
      <LongText
        field="note"
        label={CONTEST_WORDS.note[language]}
        hint={CONTEST_WORDS.noteHint[language]}
        shortest={SHORTEST_NOTE}
        value={note}
        told={told}
        language={language}
        onChange={setNote}
      />
      <p className="hint">{CONTEST_WORDS.final[language]}</p>
      <OrderTrouble
        progress={progress}
        fields={['decision', 'note', ...(decision === 'AMENDED' ? ['value'] : [])]}
        language={language}
      />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? CONTEST_WORDS.sending : CONTEST_WORDS.sendRuling)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={onCancel}>
          {CONTEST_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
