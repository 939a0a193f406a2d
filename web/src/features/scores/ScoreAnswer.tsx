import type { ReactNode } from 'react';
import type { Asked } from '../../lib/graphql/use-answer.js';
import { formatClock } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { PastBanner } from './PastBanner.js';
import { ReplayControls } from './ReplayControls.js';
import { SCORE_WORDS, TROUBLE_WORDS } from './score-words.js';
import type { Moments } from './scope.js';
import { Trouble } from './Trouble.js';

interface ScoreAnswerProps<Data> {
  readonly asked: Asked<Data>;
  readonly moments: Moments;
  readonly search: string;
  readonly language: Language;
  readonly children: (data: Data) => ReactNode;
}

/** An answer with its moment: of which present or past it is, since when it stands here, and how to ask again. */
export function ScoreAnswer<Data>({ asked, moments, search, language, children }: ScoreAnswerProps<Data>) {
  const { answer, asking, again } = asked;
  return (
    <>
      <ReplayControls moments={moments} search={search} language={language} />
      <PastBanner moments={moments} search={search} language={language} />
      {answer === null && <output className="loading">{SCORE_WORDS.loading[language]}</output>}
      {answer?.kind === 'GIVEN' && (
        <div className="answer" aria-busy={asking}>
          {children(answer.data)}
          <p className="loaded">
            {SCORE_WORDS.loaded[language]} {formatClock(answer.at, language)} WIB
            {answer.notRenewed && <> · {TROUBLE_WORDS[answer.notRenewed].title[language]}</>}{' '}
            <button type="button" className="quiet-button" disabled={asking} onClick={again}>
              {SCORE_WORDS.loadAgain[language]}
            </button>
          </p>
        </div>
      )}
      {answer?.kind === 'REFUSED' && answer.code === 'FORBIDDEN' && (
        <Trouble kind="NOT_OPEN" language={language} />
      )}
      {answer && answer.kind !== 'GIVEN' && !(answer.kind === 'REFUSED' && answer.code === 'FORBIDDEN') && (
        <Trouble kind={answer.kind} language={language} asking={asking} onRetry={again}>
          {answer.kind === 'REFUSED' && (
            <div className="report">
              <p>{answer.message}</p>
              {answer.report && (
                <p>
                  {SCORE_WORDS.report[language]}: <code>{answer.report}</code>
                </p>
              )}
            </div>
          )}
        </Trouble>
      )}
    </>
  );
}
