import type { ContestWithRulingFragment } from '@pantau/schema';
import type { Client } from 'urql';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from './contest-words.js';
import { ContestCard } from './ContestCard.js';

interface ContestSectionProps {
  readonly client: Client;
  readonly region: string;
  readonly contests: readonly ContestWithRulingFragment[];
  /** Who may rule on them; null: nobody is on record. */
  readonly authority: { readonly id: string; readonly name: string } | null;
  /** Id of the employee who looks; null: it is none. */
  readonly speaker: string | null;
  readonly language: Language;
  readonly onRuled: () => void;
}

/** Every objection of one person in one period. */
export function ContestSection({ contests, language, ...rest }: ContestSectionProps) {
  return (
    <section aria-labelledby="contests">
      <h2 id="contests">{CONTEST_WORDS.title[language]}</h2>
      <p className="hint">{CONTEST_WORDS.lead[language]}</p>
      {contests.length === 0 && <p className="none">{CONTEST_WORDS.none[language]}</p>}
      {contests.map((contest) => (
        <ContestCard key={contest.id} {...rest} contest={contest} language={language} />
      ))}
    </section>
  );
}
