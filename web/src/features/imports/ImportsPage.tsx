import { ImportsDocument, type ImportSummaryFragment } from '@pantau/schema';
import { useState } from 'react';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { usePages } from '../session/use-pages.js';
import { DraftPanel } from './DraftPanel.js';
import { ImportHistory } from './ImportHistory.js';
import { IMPORTS_WORDS } from './imports-words.js';
import { SendFile } from './SendFile.js';
import './imports.css';

/** `/imports`: files of master data, looked at before anything is recorded, for administrators. */
export default function ImportsPage() {
  return (
    <Page title={IMPORTS_WORDS.title} opensTo={(viewer) => isOne(viewer, 'ADMINISTRATOR')}>
      {(page) => <Imports {...page} />}
    </Page>
  );
}

function Imports({ region, client, language }: OpenPage) {
  const [open, setOpen] = useState<string | null>(null);
  const pages = usePages<ImportSummaryFragment>();
  const asked = useAnswer(client, ImportsDocument, { region, first: 20, after: pages.after });

  function renew(): void {
    pages.reset();
    asked.again();
  }

  return (
    <>
      <h1>{IMPORTS_WORDS.title[language]}</h1>
      <p className="lead">{IMPORTS_WORDS.lead[language]}</p>
      <SendFile
        region={region}
        language={language}
        onTaken={(id) => {
          setOpen(id);
          renew();
        }}
      />
      {open !== null && (
        <DraftPanel
          key={open}
          client={client}
          region={region}
          id={open}
          language={language}
          onStep={renew}
          onClose={() => setOpen(null)}
        />
      )}
      <section aria-labelledby="history">
        <h2 id="history">{IMPORTS_WORDS.history[language]}</h2>
        <Asked asked={asked} language={language}>
          {({ imports: { edges, pageInfo } }) => {
            const drafts = pages.with(edges.map(({ node }) => node));
            return (
              <>
                {drafts.length === 0 && <p className="none">{IMPORTS_WORDS.none[language]}</p>}
                <ImportHistory drafts={drafts} language={language} onLook={setOpen} />
                {pageInfo.hasNextPage && (
                  <p className="acts">
                    <button
                      type="button"
                      className="quiet-button"
                      disabled={asked.asking}
                      onClick={() => pages.next(drafts, pageInfo.endCursor)}
                    >
                      {IMPORTS_WORDS.more[language]}
                    </button>
                  </p>
                )}
              </>
            );
          }}
        </Asked>
      </section>
    </>
  );
}
