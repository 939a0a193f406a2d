import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { NowLink } from './NowLink.js';
import { pastWords, SCORE_WORDS } from './score-words.js';
import type { Moments } from './scope.js';

interface PastBannerProps {
  readonly moments: Moments;
  readonly search: string;
  readonly language: Language;
}

/** Says that this is not the present, which past it is, and leads back. Nothing at all where it is the present. */
export function PastBanner({ moments: { asOf, knownAt }, search, language }: PastBannerProps) {
  if (asOf === null && knownAt === null) return null;
  const told = (moment: string | null) => moment && formatInstant(Date.parse(moment), language);
  return (
    <div className="past" aria-live="polite">
      <p>
        <strong>{SCORE_WORDS.past[language]}.</strong> {pastWords(told(asOf), told(knownAt))[language]}.
      </p>
      <NowLink search={search} language={language} />
    </div>
  );
}
