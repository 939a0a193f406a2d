import type { Rating } from '@pantau/schema';
import { useId } from 'react';
import type { Language } from '../../lib/text/language.js';
import { RATING_WORDS } from '../scores/score-words.js';

const RATINGS = ['ABOVE', 'MEETS', 'BELOW'] as const satisfies readonly Rating[];

interface RatingChoiceProps {
  /** What is rated. */
  readonly name: string;
  /** Null: nothing is chosen yet. */
  readonly value: Rating | null;
  readonly language: Language;
  readonly onChange: (rating: Rating) => void;
}

/** One of the three ratings; one must be chosen. */
export function RatingChoice({ name, value, language, onChange }: RatingChoiceProps) {
  const id = useId();
  return (
    <fieldset className="entry">
      <legend>{name}</legend>
      {RATINGS.map((rating) => (
        <label key={rating} className="choice">
          <input
            type="radio"
            name={id}
            required
            checked={value === rating}
            onChange={() => onChange(rating)}
          />
          <span>{RATING_WORDS[rating][language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
