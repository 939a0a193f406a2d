import { useId } from 'react';
import type { Language, Text } from '../../lib/text/language.js';

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly words: Readonly<Record<Value, { readonly name: Text; readonly what: Text }>>;
  readonly value: Value | null;
  readonly language: Language;
  readonly onChange: (value: Value) => void;
}

/** One of a few, each with what it means; the words are in the order in which they are shown. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, words, value, language, onChange } = props;
  const group = useId();
  return (
    <fieldset className="entry">
      <legend>{legend}</legend>
      {(Object.keys(words) as Value[]).map((choice) => (
        <label key={choice} className="choice">
          <input
            type="radio"
            name={group}
            required
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          <span>
            <strong>{words[choice].name[language]}</strong>{' '}
            <span className="hint">{words[choice].what[language]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
