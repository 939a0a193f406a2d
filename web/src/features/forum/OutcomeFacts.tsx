import type { Language } from '../../lib/text/language.js';
import { formatDay } from '../policies/policy-days.js';
import type { Outcome, Session } from './forum-session.js';
import { CONSOLE_WORDS } from './forum-words.js';
import { headOf } from './readable-text.js';

interface OutcomeFactsProps {
  readonly outcome: Outcome;
  readonly session: Session;
  readonly language: Language;
}

/** What an outcome is about, and for a promise who owns it and by when. */
export function OutcomeFacts({ outcome, session, language }: OutcomeFactsProps) {
  const { unit, promise, itemId, answersId, revision, withdrawn, amended } = outcome;
  const answered = answersId === null ? undefined : session.outcomes.find(({ id }) => id === answersId);
  const facts = [
    promise?.ownerUnit && [promise.ownerUnit.name, promise.ownerRole].filter(Boolean).join(', '),
    promise && dueWords(promise, language),
    unit?.name,
    session.agenda.find(({ id }) => id === itemId)?.title,
    answered && `${CONSOLE_WORDS.answering[language]}: ${headOf(answered.text)}`,
    revision > 1 && CONSOLE_WORDS.changed[language],
    amended && CONSOLE_WORDS.amendment[language],
    withdrawn && CONSOLE_WORDS.withdrawn[language],
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return facts.length === 0 ? null : <p className="quiet">{facts.join(' · ')}</p>;
}

function dueWords(
  { dueOn, workingDays }: NonNullable<Outcome['promise']>,
  language: Language,
): string | null {
  const due = CONSOLE_WORDS.due[language];
  if (dueOn !== null) return `${due} ${formatDay(dueOn, language)}`;
  return workingDays === null ? null : `${due} ${workingDays} ${CONSOLE_WORDS.workingDays[language]}`;
}
