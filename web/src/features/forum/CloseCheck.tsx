import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import { attended } from './forum-session.js';
import { CLOSING_WORDS } from './forum-words.js';
import type { OutcomeDraft } from './outcome-draft.js';
import type { KnownSession } from './use-forum-session.js';

interface CloseCheckProps {
  readonly known: KnownSession;
  readonly language: Language;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What is easily forgotten, before a session is closed. Nothing of it keeps anybody from closing. */
export function CloseCheck({ known: { session, entries }, language, onBack, onClose }: CloseCheckProps) {
  const { store, account } = useBox();
  const [draft, setDraft] = useState<OutcomeDraft>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, attendance, outcomes, lastPromises, agenda } = session;
  useEffect(() => {
    void store.kept<OutcomeDraft>(account, 'DRAFT', `${id}:outcome`).then(setDraft);
  }, [store, account, id]);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  const asked =
    lastPromises.length === 0 ||
    entries.some(({ part }) => 'report' in part) ||
    agenda.some(({ kind, endedAt }) => kind === 'COMMITMENTS' && endedAt !== null);
  const checks = [
    { words: CLOSING_WORDS.checkAttendance, met: attended(attendance) > 0 },
    { words: CLOSING_WORDS.checkPromises, met: asked },
    { words: CLOSING_WORDS.checkOutcomes, met: outcomes.some(({ withdrawn }) => !withdrawn) },
    { words: CLOSING_WORDS.checkDisputes, met: !outcomes.some(({ disputed }) => disputed) },
    { words: CLOSING_WORDS.checkDraft, met: !draft?.kind || draft.text === '' },
  ];
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {CLOSING_WORDS.check[language]}
      </h2>
      <ul className="checks">
        {checks.map(({ words, met }) => (
          <li key={words.id} data-met={met}>
            <span aria-hidden="true">{met ? '✓' : '!'}</span> {words[language]}
          </li>
        ))}
      </ul>
      <p className="acts">
        <button type="button" className="button huge" onClick={onClose}>
          {CLOSING_WORDS.confirm[language]}
        </button>
        <button type="button" className="quiet-button" onClick={onBack}>
          {CLOSING_WORDS.notYet[language]}
        </button>
      </p>
    </>
  );
}
