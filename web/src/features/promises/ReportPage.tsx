import { CommitmentsDocument, type CommitmentsQuery } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne, type Viewer } from '../../lib/viewer/viewer.js';
import { Select } from '../complaints/Select.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { usePages } from '../session/use-pages.js';
import { EvidenceSwitch } from './EvidenceSwitch.js';
import { More } from './More.js';
import { PromiseCard } from './PromiseCard.js';
import { REPORTING_WORDS } from './promises-words.js';
import { Recorded } from './Recorded.js';
import { ReportForm } from './ReportForm.js';
import './promises.css';

const A_PAGE = 20;

type Row = CommitmentsQuery['commitments']['edges'][number]['node'];

/** `/promises`: what one's unit promised and has not done yet, for those who report on it. */
export default function ReportPage() {
  return (
    <Page
      title={REPORTING_WORDS.title}
      opensTo={(viewer) => isOne(viewer, 'FACILITATOR') || isOne(viewer, 'LEADERSHIP')}
      className="narrow"
    >
      {(page) => <Promises {...page} />}
    </Page>
  );
}

/** Whose promises somebody reports on; null: those of the whole region. */
function unitsOf({ account }: Viewer): readonly { readonly id: string; readonly name: string }[] | null {
  const grants = (account?.grants ?? []).filter(
    ({ role }) => role === 'FACILITATOR' || role === 'LEADERSHIP',
  );
  if (grants.some(({ unit }) => unit === null)) return null;
  return [...new Map(grants.map(({ unit }) => [unit!.id, unit!])).values()];
}

function Promises({ viewer, region, client, language }: OpenPage) {
  const units = unitsOf(viewer);
  const [chosen, setChosen] = useState(units?.[0]?.id ?? null);
  const [openOnly, setOpenOnly] = useState(true);
  const [recorded, setRecorded] = useState<string | null>(null);
  const pages = usePages<Row>();
  const asked = useAnswer(client, CommitmentsDocument, {
    ...{ region, unit: chosen, openOnly, lateOnly: false, first: A_PAGE, after: pages.after },
  });
  return (
    <>
      <h1>{REPORTING_WORDS.title[language]}</h1>
      <p className="lead">{REPORTING_WORDS.lead[language]}</p>
      <div className="janji reporting">
        {units !== null && units.length > 1 && (
          <div className="short">
            <Select
              field="unit"
              label={REPORTING_WORDS.unit[language]}
              options={units.map(({ id, name }) => ({ value: id, name }))}
              value={chosen ?? ''}
              told={null}
              language={language}
              onChange={(unit) => {
                pages.reset();
                setChosen(unit);
              }}
            />
          </div>
        )}
        <label className="choice">
          <input
            type="checkbox"
            checked={openOnly}
            onChange={() => {
              pages.reset();
              setOpenOnly(!openOnly);
            }}
          />
          <span>{REPORTING_WORDS.openOnly[language]}</span>
        </label>
        {recorded !== null && (
          <Recorded key={recorded} promise={recorded} region={region} language={language} />
        )}
        <Asked asked={asked} language={language}>
          {({ commitments: { edges, pageInfo } }) => {
            const loaded = pages.with(edges.map(({ node }) => node));
            return (
              <>
                {loaded.length === 0 && <p className="none">{REPORTING_WORDS.none[language]}</p>}
                <ul className="promises">
                  {loaded.map((promise) => (
                    <li key={promise.id}>
                      <PromiseCard promise={promise} language={language}>
                        {promise.steps.map(
                          ({ photo, at }) =>
                            photo && (
                              <EvidenceSwitch
                                key={`${photo.id} ${at}`}
                                client={client}
                                region={region}
                                photo={photo}
                                at={at}
                                language={language}
                                onChanged={asked.again}
                              />
                            ),
                        )}
                        {promise.settledOn === null && (
                          <ReportForm
                            client={client}
                            region={region}
                            promise={promise}
                            language={language}
                            onReported={() => {
                              setRecorded(promise.text);
                              pages.reset();
                              asked.again();
                            }}
                          />
                        )}
                      </PromiseCard>
                    </li>
                  ))}
                </ul>
                {pageInfo.hasNextPage && (
                  <More
                    asking={asked.asking}
                    language={language}
                    onMore={() => pages.next(loaded, pageInfo.endCursor)}
                  />
                )}
              </>
            );
          }}
        </Asked>
      </div>
    </>
  );
}
