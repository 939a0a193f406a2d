import {
  PolicyPreviewDocument,
  type PolicyMoves_MoveFragment,
  type PolicyPeriods_PeriodFragment,
} from '@pantau/schema';
import { useId, useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { periodToTry } from './policy-days.js';
import { POLICY_WORDS } from './policy-words.js';
import { PolicyAnswer } from './PolicyAnswer.js';
import { PolicyMoves } from './PolicyMoves.js';
import { PolicyTrouble } from './PolicyTrouble.js';
import { PolicyUnits } from './PolicyUnits.js';
import { PreviewCounts } from './PreviewCounts.js';

/** How many people a page of the preview has. */
const PAGE = 24;

interface PolicyPreviewProps {
  readonly client: Client;
  readonly region: string;
  readonly version: string;
  readonly periods: readonly PolicyPeriods_PeriodFragment[];
  /** LocalDate. */
  readonly today: string;
  readonly language: Language;
}

/** Whom and what a draft would move in a period that is chosen. */
export function PolicyPreview({ client, region, version, periods, today, language }: PolicyPreviewProps) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen ?? periodToTry(periods, today);
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{POLICY_WORDS.preview[language]}</h2>
      <p className="hint">{POLICY_WORDS.previewLead[language]}</p>
      {period === null ? (
        <p>{POLICY_WORDS.noPeriods[language]}</p>
      ) : (
        <>
          <div className="field">
            <label htmlFor={id}>{POLICY_WORDS.tryOn[language]}</label>
            <select id={id} value={period} onChange={(changed) => setChosen(changed.target.value)}>
              {periods.map(({ code, name, nameEn }) => (
                <option key={code} value={code}>
                  {language === 'id' ? name : nameEn}
                </option>
              ))}
            </select>
          </div>
          <PeriodPreview
            key={period}
            client={client}
            region={region}
            version={version}
            period={period}
            language={language}
          />
        </>
      )}
    </section>
  );
}

interface PeriodPreviewProps {
  readonly client: Client;
  readonly region: string;
  readonly version: string;
  readonly period: string;
  readonly language: Language;
}

function PeriodPreview({ client, region, version, period, language }: PeriodPreviewProps) {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly PolicyMoves_MoveFragment[]>([]);
  const asked = useAnswer(client, PolicyPreviewDocument, { region, version, period, first: PAGE, after });
  return (
    <PolicyAnswer asked={asked} language={language} waiting={POLICY_WORDS.computing[language]}>
      {({ policyPreview: preview }) => {
        if (preview === null) return <PolicyTrouble kind="NO_PREVIEW" language={language} />;
        const { edges, pageInfo } = preview.moved;
        const loaded = [...earlier, ...edges.map(({ node }) => node)];
        // While the next page is on its way the last one is both among the earlier ones and still the answer.
        const moves = [...new Map(loaded.map((move) => [move.employee.id, move])).values()];
        return (
          <div aria-busy={asked.asking}>
            <PreviewCounts preview={preview} language={language} />
            <PolicyUnits units={preview.units} language={language} />
            <PolicyMoves moves={moves} region={region} period={period} language={language}>
              {pageInfo.hasNextPage && (
                <button
                  type="button"
                  className="quiet-button"
                  disabled={asked.asking}
                  onClick={() => {
                    setEarlier(moves);
                    setAfter(pageInfo.endCursor);
                  }}
                >
                  {(asked.asking ? POLICY_WORDS.computing : POLICY_WORDS.more)[language]}
                </button>
              )}
            </PolicyMoves>
          </div>
        );
      }}
    </PolicyAnswer>
  );
}
