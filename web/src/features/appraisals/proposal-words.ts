import type { Proposal_PredicateFragment, Rating } from '@pantau/schema';
import type { Language, Text } from '../../lib/text/language.js';
import { PREDICATE_WORDS, RATING_WORDS } from '../scores/score-words.js';
import { APPRAISAL_WORDS } from './appraisal-words.js';

/** "hasil kerja sesuai ekspektasi, perilaku kerja di atas ekspektasi" */
export function ratingWords(workResult: Rating, behaviour: Rating, language: Language): string {
  const { [language]: ofResults } = RATING_WORDS[workResult];
  const { [language]: ofBehaviour } = RATING_WORDS[behaviour];
  return `${APPRAISAL_WORDS.workResult[language]} ${ofResults}, ${APPRAISAL_WORDS.behaviour[language]} ${ofBehaviour}`;
}

/** Says after these words what was proposed instead: its predicate alone may be the same. */
export function otherProposal(
  words: Text,
  { predicate, workResult, behaviour }: Proposal_PredicateFragment,
  language: Language,
): string {
  const rated = ratingWords(workResult, behaviour, language);
  return `${words[language]}: ${PREDICATE_WORDS[predicate][language]} (${rated}).`;
}
