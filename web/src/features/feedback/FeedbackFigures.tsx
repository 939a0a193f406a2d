import { FeedbackSummaryDocument, type FeedbackSummaryQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatCount, formatFigure, formatSpoken } from '../../lib/text/format-number.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { CloseWave } from './CloseWave.js';
import { ELEMENT_WORDS, GRADE_WORDS, OFFICE_WORDS } from './feedback-words.js';

interface FeedbackFiguresProps {
  readonly client: Client;
  readonly region: string;
  readonly unit: string;
  readonly quarter: string;
  /** Today (LocalDate), for whoever may close the wave of a quarter; null: whoever looks may not. */
  readonly closesOn: string | null;
  readonly language: Language;
}

/** What citizens thought of a unit's service in a quarter, how the figures came to be, and what is not in them. */
export function FeedbackFigures(props: FeedbackFiguresProps) {
  const { client, region, unit, quarter, closesOn, language } = props;
  const asked = useAnswer(client, FeedbackSummaryDocument, { region, unit, quarter });
  return (
    <section className="panel" aria-labelledby="figures">
      <h2 id="figures">{OFFICE_WORDS.figures[language]}</h2>
      <Asked asked={asked} language={language}>
        {({ feedbackSummary: summary }) =>
          summary && (
            <>
              <Figures summary={summary} language={language} />
              {summary.wave && <Wave wave={summary.wave} language={language} />}
              {mayClose(summary, closesOn) && (
                <CloseWave
                  client={client}
                  region={region}
                  unit={unit}
                  quarter={quarter}
                  language={language}
                  onClosed={asked.again}
                />
              )}
            </>
          )
        }
      </Asked>
    </section>
  );
}

type Summary = NonNullable<FeedbackSummaryQuery['feedbackSummary']>;

/** Whether there is an index to close the wave with, and its time has come. */
function mayClose({ wave, index, waveClosesFrom }: Summary, today: string | null): boolean {
  if (today === null || wave !== null || index === null) return false;
  return waveClosesFrom !== null && waveClosesFrom <= today;
}

function Figures({ summary, language }: { readonly summary: Summary; readonly language: Language }) {
  const { index, grade, elements, sentence, sentenceEn } = summary;
  return (
    <>
      {index === null || grade === null ? (
        <p className="score-none">{OFFICE_WORDS.noIndex[language]}</p>
      ) : (
        <p className="satisfaction">
          <Index value={index} language={language} />
          <span>
            {OFFICE_WORDS.index[language]}, {OFFICE_WORDS.of100[language]}
            <strong>{GRADE_WORDS[grade][language]}</strong>
          </span>
        </p>
      )}
      <p>{language === 'id' ? sentence : sentenceEn}</p>
      <table className="elements">
        <thead>
          <tr>
            <th scope="col">{OFFICE_WORDS.element[language]}</th>
            <th scope="col" className="number">
              {OFFICE_WORDS.answers[language]}
            </th>
            <th scope="col" className="number">
              {OFFICE_WORDS.mean[language]}
            </th>
          </tr>
        </thead>
        <tbody>
          {elements.map(({ element, answers, mean }) => (
            <tr key={element}>
              <th scope="row">
                <span className="element-code">{element}</span> {ELEMENT_WORDS[element].name[language]}
                {mean !== null && <MeanBar mean={mean} />}
              </th>
              <td className="number">{formatCount(answers, language)}</td>
              <td className="number">
                {mean === null ? (
                  <span className="hint">{OFFICE_WORDS.few[language]}</span>
                ) : (
                  formatSpoken(mean, language)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface WaveProps {
  readonly wave: NonNullable<Summary['wave']>;
  readonly language: Language;
}

function Wave({ wave, language }: WaveProps) {
  const { index, counted, closedAt } = wave;
  return (
    <p className="done">
      {OFFICE_WORDS.waveClosed[language]} <strong>{formatSpoken(index, language)}</strong>{' '}
      {OFFICE_WORDS.waveOf[language]} {formatCount(counted, language)} ·{' '}
      {formatInstant(Date.parse(closedAt), language)}
    </p>
  );
}

function Index({ value, language }: { readonly value: string; readonly language: Language }) {
  const { whole, decimals } = formatFigure(value, language);
  return (
    <span className="score-figure">
      {whole}
      <span className="score-decimals">{decimals}</span>
    </span>
  );
}

/** How far between 1 and 4 a mean lies; says again what stands beside it in figures. */
function MeanBar({ mean }: { readonly mean: string }) {
  return (
    <svg className="mean-bar" viewBox="0 0 3 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Number(mean) - 1} height="1" />
    </svg>
  );
}
