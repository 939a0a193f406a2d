import type { ConfirmedVersionFragment } from '@pantau/schema';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { APPRAISAL_WORDS } from './appraisal-words.js';
import { otherProposal } from './proposal-words.js';
import { RatedPredicate } from './RatedPredicate.js';

interface VerdictProps {
  readonly version: ConfirmedVersionFragment;
  readonly language: Language;
}

/** A predicate as an appraiser confirmed it: by whom, when, on what grounds, and whether the system had proposed another. */
export function Verdict({ version, language }: VerdictProps) {
  const { appraiser, confirmedAt, note, proposed, differsFromProposal } = version;
  return (
    <>
      <RatedPredicate {...version} language={language} />
      <p className="prose">{note}</p>
      <p className="hint">
        {APPRAISAL_WORDS.confirmedBy[language]} {appraiser?.name ?? APPRAISAL_WORDS.somebody[language]}{' '}
        {APPRAISAL_WORDS.confirmedAt[language]} {formatInstant(Date.parse(confirmedAt), language)}
      </p>
      {differsFromProposal && proposed && (
        <p className="hint">{otherProposal(APPRAISAL_WORDS.differs, proposed, language)}</p>
      )}
    </>
  );
}
