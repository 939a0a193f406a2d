import { useState } from 'react';
import { isOne } from '../../lib/viewer/viewer.js';
import { VerdictsDue } from '../appraisals/VerdictsDue.js';
import { Page, type OpenPage } from '../session/Page.js';
import { LooksAtMe } from './LooksAtMe.js';
import { OwnCorrections } from './OwnCorrections.js';
import { OwnScore } from './OwnScore.js';
import { PRIVACY_WORDS } from './privacy-words.js';
import { Purposes } from './Purposes.js';
import { RequestCorrection } from './RequestCorrection.js';
import './privacy.css';

/** `/me`: what is kept about whoever is signed in, who looks at it, and their rights over it. */
export default function MePage() {
  return (
    <Page title={PRIVACY_WORDS.title} className="me">
      {(page) => <OwnData {...page} />}
    </Page>
  );
}

function OwnData({ viewer, region, client, language }: OpenPage) {
  const [requested, setRequested] = useState(0);
  const { employee } = viewer;
  const shared = { client, region, language };
  return (
    <>
      <h1>{employee?.name ?? PRIVACY_WORDS.title[language]}</h1>
      {employee && <p>{employee.position}</p>}
      <p className="lead">{PRIVACY_WORDS.lead[language]}</p>
      {employee ? (
        <>
          {(isOne(viewer, 'APPRAISER') || isOne(viewer, 'LAST_APPRAISER')) && (
            <VerdictsDue {...shared} appraiser={employee.id} />
          )}
          <OwnScore {...shared} employeeId={employee.id} />
          <LooksAtMe {...shared} />
          <section aria-labelledby="corrections">
            <h2 id="corrections">{PRIVACY_WORDS.corrections[language]}</h2>
            <p className="lead">{PRIVACY_WORDS.correctionsLead[language]}</p>
            <OwnCorrections {...shared} key={requested} />
            <RequestCorrection {...shared} onRequested={() => setRequested(requested + 1)} />
          </section>
        </>
      ) : (
        <p className="note">{PRIVACY_WORDS.noRecord[language]}</p>
      )}
      <section aria-labelledby="download">
        <h2 id="download">{PRIVACY_WORDS.download[language]}</h2>
        <p className="lead">{PRIVACY_WORDS.downloadLead[language]}</p>
        <p className="acts">
          <a className="button" href="/export/my-data.json" download>
            {PRIVACY_WORDS.download[language]}
          </a>
        </p>
      </section>
      <Purposes client={client} language={language} />
    </>
  );
}
