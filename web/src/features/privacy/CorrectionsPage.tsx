import { CorrectionsDocument } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { AnswerForm } from './AnswerForm.js';
import { CorrectionCard } from './CorrectionCard.js';
import { ANSWER_WORDS, PRIVACY_WORDS } from './privacy-words.js';
import './privacy.css';

/** `/corrections`: what people say is wrong with the data kept about them, for administrators to answer in time. */
export default function CorrectionsPage() {
  return (
    <Page title={ANSWER_WORDS.title} opensTo={(viewer) => isOne(viewer, 'ADMINISTRATOR')}>
      {(page) => <Corrections {...page} />}
    </Page>
  );
}

function Corrections({ region, client, language }: OpenPage) {
  const [openOnly, setOpenOnly] = useState(true);
  const asked = useAnswer(client, CorrectionsDocument, { region, openOnly, first: 100, after: null });
  return (
    <>
      <h1>{ANSWER_WORDS.title[language]}</h1>
      <p className="lead">{ANSWER_WORDS.lead[language]}</p>
      <label className="choice">
        <input type="checkbox" checked={openOnly} onChange={() => setOpenOnly(!openOnly)} />
        <span>{ANSWER_WORDS.openOnly[language]}</span>
      </label>
      <Asked asked={asked} language={language}>
        {({ corrections: { edges } }) => (
          <>
            <h2>{(openOnly ? PRIVACY_WORDS.open : ANSWER_WORDS.all)[language]}</h2>
            {edges.length === 0 && (
              <p className="none">{(openOnly ? ANSWER_WORDS.none : ANSWER_WORDS.noneYet)[language]}</p>
            )}
            <ul className="cards">
              {edges.map(({ node }) => (
                <li key={node.id}>
                  <CorrectionCard correction={node} from={node.employee.name} language={language}>
                    {node.decision === null && (
                      <AnswerForm
                        client={client}
                        region={region}
                        id={node.id}
                        from={node.employee.name}
                        language={language}
                        onAnswered={asked.again}
                      />
                    )}
                  </CorrectionCard>
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}
