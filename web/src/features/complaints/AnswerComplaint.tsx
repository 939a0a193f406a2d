import { AnswerComplaintDocument, type ComplaintRowFragment } from '@pantau/schema';
import { useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from '../contests/contest-words.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { HANDLING_WORDS } from './complaint-words.js';

const SHORTEST_ANSWER = 10;

interface AnswerComplaintProps {
  readonly client: Client;
  readonly region: string;
  readonly complaint: ComplaintRowFragment;
  readonly language: Language;
  readonly onAnswered: () => void;
}

/** The answer to one complaint, given once. */
export function AnswerComplaint({ client, region, complaint, language, onAnswered }: AnswerComplaintProps) {
  const [answering, setAnswering] = useState(false);
  const [answer, setAnswer] = useState('');
  const { progress, told, trouble, send } = useOrder(
    client,
    AnswerComplaintDocument,
    (data) => data.answerComplaint,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault();
    const result = await send({ region, id: complaint.id, answer: answer.trim() });
    if (result?.kind === 'DONE') onAnswered();
  }

  if (!answering) {
    return (
      <p className="acts">
        <button type="button" className="quiet-button" onClick={() => setAnswering(true)}>
          {HANDLING_WORDS.begin[language]}
        </button>
      </p>
    );
  }
  return (
    <form className="inner" ref={form} onSubmit={(submitted) => void submit(submitted)}>
      <LongText
        field="answer"
        label={HANDLING_WORDS.answer[language]}
        hint={HANDLING_WORDS.answerHint[language]}
        shortest={SHORTEST_ANSWER}
        value={answer}
        told={told}
        language={language}
        onChange={setAnswer}
      />
      <p className="hint">{HANDLING_WORDS.final[language]}</p>
      <OrderTrouble progress={progress} fields={['answer']} language={language} />
      <p className="acts">
        <button type="submit" className="button" disabled={sending}>
          {(sending ? HANDLING_WORDS.sending : HANDLING_WORDS.send)[language]}
        </button>
        <button type="button" className="quiet-button" disabled={sending} onClick={() => setAnswering(false)}>
          {CONTEST_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
