import { ComplaintsDocument, type ComplaintRowFragment } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { PRIVACY_WORDS } from '../privacy/privacy-words.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { usePages } from '../session/use-pages.js';
import { AnswerComplaint } from './AnswerComplaint.js';
import { HANDLING_WORDS } from './complaint-words.js';
import { ComplaintCard } from './ComplaintCard.js';
import { FileComplaint } from './FileComplaint.js';
import { OpenName } from './OpenName.js';
import './complaints.css';

const A_PAGE = 50;

/** `/complaints`: what citizens complain about, for those who handle it. */
export default function ComplaintsPage() {
  return (
    <Page
      title={HANDLING_WORDS.title}
      opensTo={(viewer) => isOne(viewer, 'FACILITATOR') || isOne(viewer, 'LEADERSHIP')}
    >
      {(page) => <Complaints {...page} />}
    </Page>
  );
}

function Complaints({ viewer, region, client, language }: OpenPage) {
  const [openOnly, setOpenOnly] = useState(true);
  const pages = usePages<ComplaintRowFragment>();
  const asked = useAnswer(client, ComplaintsDocument, {
    ...{ region, unit: null, openOnly, first: A_PAGE, after: pages.after },
  });
  const again = () => {
    pages.reset();
    asked.again();
  };
  return (
    <>
      <h1>{HANDLING_WORDS.title[language]}</h1>
      <p className="lead">{HANDLING_WORDS.lead[language]}</p>
      {isOne(viewer, 'FACILITATOR') && (
        <details className="write-down">
          <summary>{HANDLING_WORDS.write[language]}</summary>
          <FileComplaint client={client} region={region} language={language} onWrittenDown={again} />
        </details>
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
        <span>{HANDLING_WORDS.openOnly[language]}</span>
      </label>
      <Asked asked={asked} language={language}>
        {({ complaints: { edges, pageInfo } }) => {
          const loaded = pages.with(edges.map(({ node }) => node));
          return (
            <>
              {loaded.length === 0 && (
                <p className="none">{(openOnly ? HANDLING_WORDS.none : HANDLING_WORDS.noneYet)[language]}</p>
              )}
              <ul className="cards">
                {loaded.map((complaint) => (
                  <li key={complaint.id}>
                    <ComplaintCard complaint={complaint} language={language}>
                      {complaint.state === 'RECEIVED' && (
                        <AnswerComplaint
                          client={client}
                          region={region}
                          complaint={complaint}
                          language={language}
                          onAnswered={again}
                        />
                      )}
                      {complaint.naming !== 'ANONYMOUS' && isOne(viewer, 'FACILITATOR') && (
                        <OpenName client={client} region={region} complaint={complaint} language={language} />
                      )}
                    </ComplaintCard>
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(loaded, pageInfo.endCursor)}
                  >
                    {PRIVACY_WORDS.more[language]}
                  </button>
                </p>
              )}
            </>
          );
        }}
      </Asked>
    </>
  );
}
