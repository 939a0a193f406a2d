import { KinerjaPeriodikReportDocument, type KinerjaPeriodikReportQuery } from '@pantau/schema';
import { useState } from 'react';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { formatCount } from '../../lib/text/format-number.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { EXPORTS_WORDS, MENDER_WORDS } from './exports-words.js';
import { HeldBack } from './HeldBack.js';

interface ExportCheckProps {
  readonly client: Client;
  readonly region: string;
  readonly period: string;
  readonly language: Language;
}

type Report = KinerjaPeriodikReportQuery['kinerjaPeriodikReport'];

/** How many rows can be handed on, what keeps the others back, and who can mend that. */
export function ExportCheck({ client, region, period, language }: ExportCheckProps) {
  const asked = useAnswer(client, KinerjaPeriodikReportDocument, { region, period });
  return (
    <section className="panel" aria-labelledby="check">
      <h2 id="check">{EXPORTS_WORDS.check[language]}</h2>
      <Asked asked={asked} language={language}>
        {({ kinerjaPeriodikReport: report }) => (
          <>
            <Figures report={report} language={language} />
            {report.periodState !== 'CONFIRMED' && <p className="note">{EXPORTS_WORDS.notFinal[language]}</p>}
            <Findings report={report} language={language} />
            {report.heldBack > 0 && <Who {...{ client, region, period, language }} />}
            <details className="export-empty">
              <summary>{EXPORTS_WORDS.columns[language]}</summary>
              <ul>
                {report.notes.map(({ message, messageEn }) => (
                  <li key={message}>{language === 'id' ? message : messageEn}</li>
                ))}
              </ul>
            </details>
          </>
        )}
      </Asked>
    </section>
  );
}

function Figures({ report, language }: { readonly report: Report; readonly language: Language }) {
  const { people, ready, heldBack } = report;
  const figure = (count: number, word: string, mark: string) => (
    <p className="export-figure" data-mark={mark}>
      <strong>{formatCount(count, language)}</strong>
      <span>{word}</span>
    </p>
  );
  return (
    <div className="export-figures">
      {figure(ready, EXPORTS_WORDS.ready[language], 'READY')}
      {figure(heldBack, EXPORTS_WORDS.heldBack[language], heldBack > 0 ? 'HELD' : 'NONE')}
      <p className="hint">
        {EXPORTS_WORDS.ofPeople[language]} {formatCount(people, language)} {EXPORTS_WORDS.people[language]}
      </p>
    </div>
  );
}

/** What keeps rows back comes first: it is what somebody has to do. */
function Findings({ report, language }: { readonly report: Report; readonly language: Language }) {
  const findings = report.findings.toSorted(
    (one, other) => Number(other.finding.holdsBack) - Number(one.finding.holdsBack),
  );
  if (findings.length === 0) return null;
  return (
    <ul className="export-findings">
      {findings.map(({ people, finding }) => (
        <li key={finding.code} data-mark={finding.holdsBack ? 'HELD' : 'SAID'}>
          <strong className="export-count">{formatCount(people, language)}</strong>
          <div>
            <p>{language === 'id' ? finding.message : finding.messageEn}</p>
            <p className="hint">
              {finding.holdsBack ? `${EXPORTS_WORDS.heldBack[language]} · ` : ''}
              {EXPORTS_WORDS.mends[language]}: {MENDER_WORDS[finding.mender][language]}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Who(props: ExportCheckProps) {
  const { language } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="acts">
        <button type="button" className="quiet-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {(open ? EXPORTS_WORDS.hide : EXPORTS_WORDS.show)[language]}
        </button>
        {!open && <span className="hint">{EXPORTS_WORDS.told[language]}</span>}
      </p>
      {open && <HeldBack {...props} />}
    </>
  );
}
