import { useMemo } from 'react';
import type { Graphql } from '../../lib/graphql/client.js';
import { useGraphql } from '../../lib/live/use-graphql.js';
import { useLiveFeed } from '../../lib/live/use-live-feed.js';
import type { LiveView } from '../../lib/live/live-feed.js';
import { formatCount, formatShare } from '../../lib/text/format-number.js';
import { formatClock } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { LiveMark } from '../scores/LiveMark.js';
import { SCORE_WORDS } from '../scores/score-words.js';
import { ScoreFigure } from '../scores/ScoreFigure.js';
import { createOwnScoreFeed, type OwnScoreState } from './own-score.js';
import { PRIVACY_WORDS } from './privacy-words.js';

/** One's own score as it stands, and what moved it last, as it happens. */
export function OwnScoreNow({ language }: { readonly language: Language }) {
  const graphql = useGraphql(window.location.origin);
  return graphql && <Connected graphql={graphql} language={language} />;
}

function Connected({ graphql, language }: { readonly graphql: Graphql; readonly language: Language }) {
  const feed = useMemo(() => createOwnScoreFeed(graphql), [graphql]);
  return <OwnScoreView view={useLiveFeed(feed)} language={language} />;
}

interface OwnScoreViewProps {
  readonly view: LiveView<OwnScoreState>;
  readonly language: Language;
}

/** What is drawn follows from what was heard. */
export function OwnScoreView({ view, language }: OwnScoreViewProps) {
  const { score, lastMove } = view.held;
  return (
    <div className="own-score">
      <LiveMark view={view} language={language} />
      {score?.planned === false && <p className="hint">{PRIVACY_WORDS.noPlan[language]}</p>}
      {score?.planned && (
        <>
          <ScoreFigure value={score.value} language={language} />
          <p className="hint">{SCORE_WORDS.indicative[language]}</p>
          <dl className="facts">
            <div>
              <dt>{SCORE_WORDS.coverage[language]}</dt>
              <dd>{formatShare(score.coverage, language)}</dd>
            </div>
            <div>
              <dt>{PRIVACY_WORDS.observations[language]}</dt>
              <dd>{formatCount(score.observationCount, language)}</dd>
            </div>
          </dl>
          <p className="last-move" aria-live="polite">
            {lastMove && (
              <>
                {PRIVACY_WORDS.lastMove[language]} {formatClock(Date.parse(lastMove.at), language)}:{' '}
                {language === 'id' ? lastMove.sentence : lastMove.sentenceEn}
              </>
            )}
          </p>
        </>
      )}
    </div>
  );
}
