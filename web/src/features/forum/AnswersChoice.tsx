import type { Language } from '../../lib/text/language.js';
import { askedIn } from './asked-in.js';
import type { Session } from './forum-session.js';
import { CONSOLE_WORDS, OUTCOME_WORDS } from './forum-words.js';
import { Choice } from './LinkChoice.js';
import { canAnswer, type OutcomeDraft } from './outcome-draft.js';
import { headOf } from './readable-text.js';

interface AnswersChoiceProps {
  readonly session: Session;
  readonly value: OutcomeDraft;
  readonly language: Language;
  readonly onChange: (part: Partial<OutcomeDraft>) => void;
}

/** What of this session a promise or a decision answers: whoever brought it up follows it by their code. */
export function AnswersChoice({ session, value, language, onChange }: AnswersChoiceProps) {
  const { kind, answers } = value;
  const asked = askedIn(session);
  if (kind === null || !canAnswer(kind) || asked.length === 0) return null;
  const of = asked.map((outcome) => ({
    id: outcome.id,
    name: `${OUTCOME_WORDS[outcome.kind].name[language]}: ${headOf(outcome.text)}${
      outcome.answered ? ` (${CONSOLE_WORDS.answered[language]})` : ''
    }`,
  }));
  return (
    <div className="answers">
      <Choice
        label={CONSOLE_WORDS.answers[language]}
        none={CONSOLE_WORDS.answersNone[language]}
        of={of}
        value={answers}
        onChange={(chosen) => onChange({ answers: chosen })}
      />
      <p className="hint">{CONSOLE_WORDS.answersHint[language]}</p>
    </div>
  );
}
