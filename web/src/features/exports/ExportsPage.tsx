import { DeliveriesDocument, PeriodHistoryDocument, type DeliveryLineFragment } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { searchInLanguage } from '../../lib/text/language.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Select } from '../complaints/Select.js';
import { PERIOD_WORDS } from '../policies/policy-words.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { usePages } from '../session/use-pages.js';
import { DeliveryList } from './DeliveryList.js';
import { EXPORTS_WORDS } from './exports-words.js';
import { ExportCheck } from './ExportCheck.js';
import { TakeFile } from './TakeFile.js';
import './exports.css';

/** `/exports`: what can be handed on to SIASN, what keeps the rest back, and what was handed on. */
export default function ExportsPage() {
  return (
    <Page
      title={EXPORTS_WORDS.title}
      opensTo={(viewer) => isOne(viewer, 'LEADERSHIP') || isOne(viewer, 'ADMINISTRATOR')}
    >
      {(page) => <Exports {...page} />}
    </Page>
  );
}

function Exports(page: OpenPage) {
  const { region, client, language } = page;
  const asked = useAnswer(client, PeriodHistoryDocument, { region });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <h1>{EXPORTS_WORDS.title[language]}</h1>
      <p className="lead">{EXPORTS_WORDS.lead[language]}</p>
      <Asked asked={asked} language={language}>
        {({ periods }) => {
          // Most come for the last period that is closed.
          const usual = periods.find(({ state }) => state !== 'OPEN') ?? periods[0];
          const period = periods.find(({ code }) => code === chosen) ?? usual;
          if (period === undefined) return <p className="none">{EXPORTS_WORDS.noPeriods[language]}</p>;
          return (
            <>
              <div className="filter">
                <Select
                  field="period"
                  label={EXPORTS_WORDS.period[language]}
                  options={periods.map(({ code, name, nameEn, state }) => ({
                    value: code,
                    name: `${language === 'id' ? name : nameEn} · ${PERIOD_WORDS[state][language]}`,
                  }))}
                  value={period.code}
                  told={null}
                  language={language}
                  onChange={setChosen}
                />
              </div>
              <OfPeriod key={period.code} {...page} period={period.code} />
            </>
          );
        }}
      </Asked>
    </>
  );
}

function OfPeriod(page: OpenPage & { readonly period: string }) {
  const { viewer, region, client, language, period } = page;
  const pages = usePages<DeliveryLineFragment>();
  const asked = useAnswer(client, DeliveriesDocument, { region, period, first: 20, after: pages.after });
  const given = asked.answer?.kind === 'GIVEN' ? asked.answer.data.deliveries : null;
  const deliveries = pages.with(given?.edges.map(({ node }) => node) ?? []);
  const anew = () => {
    pages.reset();
    asked.again();
  };
  return (
    <>
      {isOne(viewer, 'LEADERSHIP') ? (
        <>
          <ExportCheck client={client} region={region} period={period} language={language} />
          <TakeFile
            region={region}
            period={period}
            last={
              deliveries.find(
                ({ mine, acknowledgedAt, remembered }) => mine && acknowledgedAt !== null && remembered,
              ) ?? null
            }
            masked={!isOne(viewer, 'ADMINISTRATOR')}
            language={language}
            onTaken={anew}
          />
        </>
      ) : (
        <div className="panel">
          <p>{EXPORTS_WORDS.notHere[language]}</p>
          <p className="acts">
            <a className="quiet-button" href={`/services${searchInLanguage('', language)}`}>
              {EXPORTS_WORDS.services[language]}
            </a>
          </p>
        </div>
      )}
      <Asked asked={asked} language={language}>
        {({ deliveries: { pageInfo } }) => (
          <DeliveryList
            client={client}
            region={region}
            deliveries={deliveries}
            onMore={pageInfo.hasNextPage ? () => pages.next(deliveries, pageInfo.endCursor) : null}
            asking={asked.asking}
            language={language}
            onKept={anew}
          />
        )}
      </Asked>
    </>
  );
}
