import { useId } from 'react';
import { formatCount } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { lengthWords } from './contest-words.js';

/** Characters that a long text may have, unless told otherwise. */
const LONGEST = 2_000;

interface LongTextProps {
  /** The input field of the contract. */
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  /** Characters that it needs; 0: it may be left out. */
  readonly shortest: number;
  readonly longest?: number;
  readonly value: string;
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (value: string) => void;
}

/** Something to write in one's own words, with how long it is and why it was refused below it. */
export function LongText(props: LongTextProps) {
  const { field, label, hint, shortest, longest: most = LONGEST, value, told, language, onChange } = props;
  const id = useId();
  const refused = told?.field === field;
  const [length, longest, least] = [[...value.trim()].length, most, shortest].map((count) =>
    formatCount(count, language),
  ) as [string, string, string];
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={value}
        aria-describedby={`${id}hint${refused ? ` ${id}told` : ''}`}
        aria-invalid={refused}
        onChange={(typed) => onChange(typed.target.value)}
      />
      <p id={`${id}hint`} className="hint">
        {hint}{' '}
        <span className="length">
          {lengthWords(length, longest, shortest === 0 ? null : least)[language]}
        </span>
      </p>
      <Refused told={told} at={[field]} id={`${id}told`} language={language} />
    </div>
  );
}
