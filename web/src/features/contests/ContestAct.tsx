import type { ContestWithRulingFragment } from '@pantau/schema';
import type { Language } from '../../lib/text/language.js';
import type { Branch } from '../scores/explanation-tree.js';
import { contestStanding } from './contest-standing.js';
import { CONTEST_WORDS } from './contest-words.js';

interface ContestActProps {
  readonly branch: Branch;
  readonly observationId: string;
  /** The objection to it; null: there is none. */
  readonly contest: ContestWithRulingFragment | null;
  /** Null: nothing can be objected to any more. */
  readonly onContest: (() => void) | null;
  readonly language: Language;
}

/** Beside an observation: the way to object to it, or how far the objection to it has come. */
export function ContestAct({ branch, observationId, contest, onContest, language }: ContestActProps) {
  if (contest !== null) {
    return (
      <p className="contest-act">
        <a id={`contested-${observationId}`} href={`#contest-${contest.id}`}>
          {contestStanding(contest, language)}
        </a>
      </p>
    );
  }
  if (onContest === null || branch.node.contested) return null;
  const name = language === 'id' ? branch.node.name : branch.node.nameEn;
  return (
    <p className="contest-act">
      <button
        type="button"
        className="quiet-button"
        aria-haspopup="dialog"
        aria-label={`${CONTEST_WORDS.contestTo[language]} ${name}`}
        onClick={onContest}
      >
        {CONTEST_WORDS.contest[language]}
      </button>
    </p>
  );
}
