import { LeaveFeedbackDocument, type FeedbackCounterQuery, type SurveyElement } from '@pantau/schema';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { LongText } from '../contests/LongText.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { Refused } from '../policies/Refused.js';
import { useFocusOnRefusal } from '../policies/use-focus-on-refusal.js';
import { ShownOnce } from '../session/ShownOnce.js';
import { TextField } from '../session/TextField.js';
import { FaceChoice } from './FaceChoice.js';
import { ASKED_FIRST, ASKED_THEN, LEAVE_WORDS } from './feedback-words.js';

const LONGEST_TEXT = 1_000;
const FIELDS = ['ratings', 'text', 'contact'];

interface LeaveFeedbackProps {
  readonly client: Client;
  readonly region: string;
  readonly code: string;
  readonly counter: NonNullable<FeedbackCounterQuery['feedbackCounter']>;
  readonly language: Language;
}

/** What somebody thinks of the service: three questions, more for who likes, and thanks. */
export function LeaveFeedback({ client, region, code, counter, language }: LeaveFeedbackProps) {
  const [ratings, setRatings] = useState<Partial<Record<SurveyElement, number | null>>>({});
  const [text, setText] = useState('');
  const [contact, setContact] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { progress, told, trouble, send } = useOrder(
    client,
    LeaveFeedbackDocument,
    (data) => data.leaveFeedback,
  );
  const form = useFocusOnRefusal(trouble);
  const sending = progress.kind === 'SENDING';
  const done = progress.kind === 'DONE';
  useEffect(() => {
    if (done) heading.current?.focus();
  }, [done]);

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    const rated = [...ASKED_FIRST, ...ASKED_THEN].flatMap((element) => {
      const rating = ratings[element] ?? null;
      return rating === null ? [] : [{ element, rating }];
    });
    const [words, way] = [text.trim(), contact.trim()];
    void send({ region, code, ratings: rated, text: words || null, contact: way || null });
  }
  const isRated = Object.values(ratings).some((rating) => rating !== null);
  const faces = (elements: readonly SurveyElement[]) =>
    elements.map((element) => (
      <FaceChoice
        key={element}
        element={element}
        value={ratings[element] ?? null}
        language={language}
        onChange={(rating) => setRatings((before) => ({ ...before, [element]: rating }))}
      />
    ));

  if (done) {
    const { erasureCode } = progress.done;
    return (
      <section className="panel" aria-labelledby="thanks">
        <h1 id="thanks" ref={heading} tabIndex={-1}>
          {LEAVE_WORDS.thanks[language]}
        </h1>
        <p>{LEAVE_WORDS.taken[language]}</p>
        {erasureCode !== null && (
          <>
            <h2>{LEAVE_WORDS.code[language]}</h2>
            <ShownOnce lines={[erasureCode]} language={language} />
            <p>{LEAVE_WORDS.codeLead[language]}</p>
          </>
        )}
      </section>
    );
  }
  return (
    <>
      <p className="at-counter">
        {counter.name} · {counter.unitName}
      </p>
      <h1>{LEAVE_WORDS.title[language]}</h1>
      <p className="lead">{LEAVE_WORDS.lead[language]}</p>
      <form className="panel leave" ref={form} onSubmit={submit}>
        {faces(ASKED_FIRST)}
        <details className="more-faces">
          <summary>{LEAVE_WORDS.more[language]}</summary>
          {faces(ASKED_THEN)}
        </details>
        {!isRated && <Refused told={told} at={['ratings']} language={language} />}
        <LongText
          field="text"
          label={LEAVE_WORDS.text[language]}
          hint={LEAVE_WORDS.textHint[language]}
          shortest={0}
          longest={LONGEST_TEXT}
          value={text}
          told={told}
          language={language}
          onChange={setText}
        />
        <details>
          <summary>{LEAVE_WORDS.contactTitle[language]}</summary>
          <TextField
            field="contact"
            label={LEAVE_WORDS.contact[language]}
            hint={LEAVE_WORDS.contactHint[language]}
            required={false}
            value={contact}
            told={told}
            language={language}
            onChange={setContact}
          />
        </details>
        <OrderTrouble progress={progress} fields={FIELDS} language={language} />
        <p className="acts">
          <button type="submit" className="button" disabled={sending}>
            {(sending ? LEAVE_WORDS.sending : LEAVE_WORDS.send)[language]}
          </button>
        </p>
      </form>
    </>
  );
}
