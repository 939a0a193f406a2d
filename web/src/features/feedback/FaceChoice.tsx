import { useId } from 'react';
import type { SurveyElement } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { Face } from './Face.js';
import { ELEMENT_WORDS } from './feedback-words.js';

const RATINGS = [1, 2, 3, 4] as const;

interface FaceChoiceProps {
  readonly element: SurveyElement;
  /** Null: not rated. */
  readonly value: number | null;
  readonly language: Language;
  readonly onChange: (rating: number | null) => void;
}

/** One element to rate, in faces and in words. A second touch takes the answer back. */
export function FaceChoice({ element, value, language, onChange }: FaceChoiceProps) {
  const group = useId();
  const { question, answers } = ELEMENT_WORDS[element];
  return (
    <fieldset className="entry faces">
      <legend>{question[language]}</legend>
      <div>
        {RATINGS.map((rating) => (
          <label key={rating} className="face" data-chosen={value === rating}>
            <input
              type="radio"
              name={group}
              className="for-ears"
              checked={value === rating}
              onChange={() => onChange(rating)}
              onClick={() => {
                if (value === rating) onChange(null);
              }}
            />
            <Face rating={rating} />
            <span>{answers[rating - 1]![language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
