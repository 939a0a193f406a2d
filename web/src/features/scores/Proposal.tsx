import type { Proposal_PredicateFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import { PREDICATE_WORDS, RATING_WORDS, SCORE_WORDS } from './score-words.js';

interface ProposalProps {
  /** Null while a rating is missing. */
  readonly proposal: Proposal_PredicateFragment | null;
  readonly language: Language;
}

/** The predicate that follows from both ratings: a proposal, and called one wherever it stands. A person decides. */
export function Proposal({ proposal, language }: ProposalProps) {
  if (proposal === null) return <p className="proposal">{SCORE_WORDS.noProposal[language]}</p>;
  const { predicate, workResult, behaviour } = proposal;
  return (
    <div className="proposal">
      <p className="proposal-label">{SCORE_WORDS.decided[language]}</p>
      <p>
        <strong>{PREDICATE_WORDS[predicate][language]}</strong>
      </p>
      <p className="proposal-from">
        {SCORE_WORDS.workResult[language]} {RATING_WORDS[workResult][language]},{' '}
        {SCORE_WORDS.behaviour[language]} {RATING_WORDS[behaviour][language]}
      </p>
    </div>
  );
}
