import type { UpheldScoreFragment } from '@pantau/schema';
import { formatDelta, formatFigure } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { CONTEST_WORDS } from './contest-words.js';

interface UpheldScoreProps {
  readonly score: UpheldScoreFragment;
  readonly language: Language;
}

/** What a score would be if an objection were upheld: "91,20 poin (+1,30)". */
export function UpheldScore({ score: { value, delta }, language }: UpheldScoreProps) {
  if (value === null) return <>{CONTEST_WORDS.notEnough[language]}</>;
  const { whole, decimals } = formatFigure(value, language);
  return (
    <>
      <strong>
        {whole}
        {decimals}
      </strong>{' '}
      {CONTEST_WORDS.points[language]}
      {delta !== null && ` (${formatDelta(delta, language)})`}
    </>
  );
}
