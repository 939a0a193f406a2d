import { useState, type FormEvent } from 'react';
import type { Language } from '../../lib/text/language.js';
import { lacksReason } from './amendment.js';
import { AmendReason } from './AmendReason.js';
import { useBox } from './box-context.js';
import { DueChips } from './DueChips.js';
import type { RevisePart } from './entry-part.js';
import type { Outcome, Session, Snapshot } from './forum-session.js';
import { CONSOLE_WORDS, OUTCOME_WORDS } from './forum-words.js';
import { missingIn, NO_DRAFT, type Due } from './outcome-draft.js';
import { readableText } from './readable-text.js';
import { UnitChips } from './UnitChips.js';

interface ChangeOutcomeProps {
  readonly outcome: Outcome;
  readonly session: Session;
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly onDone: () => void;
}

/** An outcome said otherwise, on top of what was on the screen when it was begun. */
export function ChangeOutcome({ outcome, session, snapshot, language, onDone }: ChangeOutcomeProps) {
  const box = useBox();
  // What others write meanwhile is no part of what this stands on.
  const [before] = useState(outcome);
  const [text, setText] = useState(before.text);
  const [unit, setUnit] = useState((before.promise?.ownerUnit ?? before.unit)?.id ?? '');
  const [due, setDue] = useState<Due | null>(null);
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const isPromise = before.promise !== null;
  const unitBefore = (before.promise?.ownerUnit ?? before.unit)?.id ?? '';
  const isBadDue =
    due !== null && missingIn({ ...NO_DRAFT, text, kind: 'COMMITMENT', unit: '-', due }, session) !== null;

  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    const clean = readableText(text).trim();
    if (clean === '' || isBadDue || lacksReason(session, reason)) return setTold(true);
    const newUnit = unit === unitBefore || unit === '' ? null : unit;
    const revise: RevisePart = {
      ...{ outcome: before.id, basedOn: before.revision },
      text: clean === before.text ? null : clean,
      unit: isPromise ? null : newUnit,
      ownerUnit: isPromise ? newUnit : null,
      ownerRole: null,
      dueOn: due !== null && 'on' in due ? due.on : null,
      workingDays: due !== null && 'days' in due ? due.days : null,
    };
    onDone();
    const isSame = [revise.text, newUnit, due].every((part) => part === null);
    if (!isSame) void box.write(session.id, { revise }, session.phase === 'SIGNED' ? reason.trim() : null);
  }
  const near = [session.unit, ...session.concernedUnits.filter(({ id }) => id !== session.unit.id)];
  return (
    <form className="inner" onSubmit={submit}>
      <div className="entry">
        <label>
          {OUTCOME_WORDS[before.kind].name[language]}
          <textarea
            rows={3}
            value={text}
            aria-invalid={told && readableText(text).trim() === ''}
            onChange={(typed) => setText(readableText(typed.target.value))}
          />
        </label>
        {told && readableText(text).trim() === '' && (
          <p className="told">{CONSOLE_WORDS.textMissing[language]}</p>
        )}
      </div>
      <UnitChips
        legend={(isPromise ? CONSOLE_WORDS.owner : CONSOLE_WORDS.unit)[language]}
        near={near}
        units={snapshot.units}
        value={unit}
        language={language}
        onChange={setUnit}
      />
      {isPromise && (
        <DueChips
          heldOn={session.heldOn}
          value={due}
          told={told && isBadDue ? CONSOLE_WORDS.duePast[language] : null}
          language={language}
          onChange={setDue}
        />
      )}
      <AmendReason
        session={session}
        value={reason}
        told={told && lacksReason(session, reason)}
        language={language}
        onChange={setReason}
      />
      <p className="acts">
        <button type="submit" className="button">
          {CONSOLE_WORDS.save[language]}
        </button>
        <button type="button" className="quiet-button" onClick={onDone}>
          {CONSOLE_WORDS.cancel[language]}
        </button>
      </p>
    </form>
  );
}
