import { useId, type FormEvent } from 'react';
import type { Language, Text } from '../../lib/text/language.js';
import { fromWibInput, toWibInput } from '../../lib/text/wib-input.js';
import { goToSearch } from '../../lib/use-search.js';
import { SCORE_WORDS } from './score-words.js';
import { searchAt, writeMoment, type Moments } from './scope.js';

interface ReplayControlsProps {
  readonly moments: Moments;
  readonly search: string;
  readonly language: Language;
}

/** Chooses a past by its two clocks: what had happened by then, and what had been written down by then. They go into the address, so that a link shows the same. */
export function ReplayControls({ moments, search, language }: ReplayControlsProps) {
  const { asOf, knownAt } = moments;
  const show = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = submitted.currentTarget;
    const typed = new FormData(form);
    form.closest('details')!.open = false; // what it shows is what was asked for; the controls are out of the way
    const moment = (name: keyof Moments) => {
      const text = typed.get(name);
      return writeMoment(typeof text === 'string' ? fromWibInput(text) : null);
    };
    goToSearch(searchAt(search, { asOf: moment('asOf'), knownAt: moment('knownAt') }));
  };
  return (
    <details className="replay">
      <summary>{SCORE_WORDS.replay[language]}</summary>
      <form key={`${asOf} ${knownAt}`} onSubmit={show}>
        <MomentField
          name="asOf"
          label={SCORE_WORDS.asOf}
          hint={SCORE_WORDS.asOfHint}
          moment={asOf}
          language={language}
        />
        <MomentField
          name="knownAt"
          label={SCORE_WORDS.knownAt}
          hint={SCORE_WORDS.knownAtHint}
          moment={knownAt}
          language={language}
        />
        <p className="hint">{SCORE_WORDS.zone[language]}</p>
        <button type="submit" className="button">
          {SCORE_WORDS.show[language]}
        </button>
      </form>
    </details>
  );
}

interface MomentFieldProps {
  readonly name: keyof Moments;
  readonly label: Text;
  readonly hint: Text;
  readonly moment: string | null;
  readonly language: Language;
}

function MomentField({ name, label, hint, moment, language }: MomentFieldProps) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label[language]}</label>
      <input
        id={id}
        type="datetime-local"
        name={name}
        defaultValue={moment === null ? '' : toWibInput(Date.parse(moment))}
        aria-describedby={`${id}hint`}
      />
      <span id={`${id}hint`} className="hint">
        {hint[language]}
      </span>
    </p>
  );
}
