import { AnswerCorrectionDocument, type DataCorrectionDecision } from '@pantau/schema';
import { useId, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { ANSWER_WORDS, DATA_DECISION_WORDS, PRIVACY_WORDS } from './privacy-words.js';

const SHORTEST_NOTE = 10;
const DECISIONS = ['CORRECTED', 'REJECTED'] as const satisfies readonly DataCorrectionDecision[];
const WHAT = { CORRECTED: ANSWER_WORDS.correctedWhat, REJECTED: ANSWER_WORDS.rejectedWhat };

interface AnswerFormProps {
  readonly client: Client;
  readonly region: string;
  readonly id: string;
  /** Who asks. */
  readonly from: string;
  readonly language: Language;
  readonly onAnswered: () => void;
}

/** The answer to one request; nothing is decided beforehand. */
export function AnswerForm({ client, region, id, from, language, onAnswered }: AnswerFormProps) {
  const group = useId();
  const [answering, setAnswering] = useState(false);
  const [decision, setDecision] = useState<DataCorrectionDecision | null>(null);
  const [note, setNote] = useState('');
  const { progress, told, trouble, send } = useOrder(
    client,
    AnswerCorrectionDocument,
    (data) => data.answerCorrection,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    if (decision === null) return; // the browser says that one must be chosen
    const result = await send({ region, id, decision, note: note.trim() });
    if (result?.kind === 'DONE') onAnswered();
  }

  if (!answering) {
    return (
      <p className="acts">
        <button
          type="button"
          className="quiet-button"
          aria-label={`${ANSWER_WORDS.begin[language]}: ${from}`}
          onClick={() => setAnswering(true)}
        >
          {ANSWER_WORDS.begin[language]}
        </button>
      </p>
    );
  }
  return (
    <form className="inner" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <fieldset className="entry">
        <legend>{ANSWER_WORDS.decision[language]}</legend>
        {DECISIONS.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={group}
              required
              checked={decision === choice}
              onChange={() => setDecision(choice)}
            />
            <span>
              <strong>{DATA_DECISION_WORDS[choice][language]}</strong>{' '}
              <span className="hint">{WHAT[choice][language]}</span>
            </span>
          </label>
        ))}
        <Refused told={told} at={['decision']} language={language} />
      </fieldset>
      <LongText
        field="note"
        label={ANSWER_WORDS.note[language]}
        hint={ANSWER_WORDS.noteHint[language]}
        shortest={SHORTEST_NOTE}
        value={note}
        told={told}
        language={language}
        onChange={setNote}
      />
      <p className="hint">{ANSWER_WORDS.final[language]}</p>
      <OrderTrouble progress={progress} fields={['decision', 'note']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? PRIVACY_WORDS.sending : ANSWER_WORDS.send)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={() => setAnswering(false)}>
          {CONTEST_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
