import { useState, type FormEvent } from 'react';
import type { Language } from '../../lib/text/language.js';
import { lacksReason } from './amendment.js';
import { AmendReason } from './AmendReason.js';
import { useBox } from './box-context.js';
import type { Outcome, Session } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';
import { readableText } from './readable-text.js';

/** As the server counts it. */
const SHORTEST_WHY = 3;

interface WithdrawOutcomeProps {
  readonly outcome: Outcome;
  readonly session: Session;
  readonly language: Language;
  readonly onDone: () => void;
}

/** Takes an outcome out of the minutes, with why; it stays to be seen. */
export function WithdrawOutcome({ outcome, session, language, onDone }: WithdrawOutcomeProps) {
  const box = useBox();
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const isShort = [...readableText(why).trim()].length < SHORTEST_WHY;

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    if (isShort || lacksReason(session, reason)) return setTold(true);
    onDone();
    const withdraw = { outcome: outcome.id, why: readableText(why).trim() };
    void box.write(session.id, { withdraw }, session.phase === 'SIGNED' ? reason.trim() : null);
  }
  return (
    <form className="inner" onSubmit={submit}>
      <div className="entry">
        <label>
          {CONSOLE_WORDS.withdrawWhy[language]}
          <input
            value={why}
            maxLength={500}
            aria-invalid={told && isShort}
            onChange={(typed) => setWhy(typed.target.value)}
          />
        </label>
        {told && isShort && <p className="told">{CONSOLE_WORDS.withdrawShort[language]}</p>}
      </div>
      <AmendReason
        session={session}
        value={reason}
        told={told && lacksReason(session, reason)}
        language={language}
        onChange={setReason}
      />
      <p className="acts">
        <button type="submit" className="button">
          {CONSOLE_WORDS.withdraw[language]}
        </button>
        <button type="button" className="quiet-button" onClick={onDone}>
          {CONSOLE_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
