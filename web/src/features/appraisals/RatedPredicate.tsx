import type { Predicate, Rating } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { PREDICATE_WORDS } from '../scores/score-words.js';
import { ratingWords } from './proposal-words.js';

interface RatedPredicateProps {
  readonly predicate: Predicate;
  readonly workResult: Rating;
  readonly behaviour: Rating;
  readonly language: Language;
}

/** A predicate and the two ratings that it comes from. */
export function RatedPredicate({ predicate, workResult, behaviour, language }: RatedPredicateProps) {
  return (
    <>
      <p className="predicate">{PREDICATE_WORDS[predicate][language]}</p>
      <p className="hint">{ratingWords(workResult, behaviour, language)}</p>
    </>
  );
}
