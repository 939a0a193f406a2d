import { useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { lacksReason } from './amendment.js';
import { AmendReason } from './AmendReason.js';
import { useBox } from './box-context.js';
import type { Outcome, Session } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';

interface DisputedTextsProps {
  readonly outcome: Outcome;
  readonly session: Session;
  readonly language: Language;
}

/** What two people wrote at once: both are there until somebody has chosen. */
export function DisputedTexts({ outcome, session, language }: DisputedTextsProps) {
  const box = useBox();
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const { id, revision, text, alternatives } = outcome;
  function choose(chosen: string): void {
    if (lacksReason(session, reason)) return setTold(true);
    const nothing = { unit: null, ownerUnit: null, ownerRole: null, dueOn: null, workingDays: null };
    const revise = { outcome: id, basedOn: revision, text: chosen, ...nothing };
    void box.write(session.id, { revise }, session.phase === 'SIGNED' ? reason.trim() : null);
  }
  const texts = [text, ...alternatives.map((one) => one.text)];
  return (
    <div className="disputed" role="group" aria-label={CONSOLE_WORDS.disputed[language]}>
      <p>{CONSOLE_WORDS.disputed[language]}</p>
      <AmendReason session={session} value={reason} told={told} language={language} onChange={setReason} />
      <ul>
        {texts.map((one, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may have written the same
          <li key={`${n} ${one}`}>
            <span>{one}</span>
            <button type="button" className="quiet-button" onClick={() => choose(one)}>
              {CONSOLE_WORDS.choose[language]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
