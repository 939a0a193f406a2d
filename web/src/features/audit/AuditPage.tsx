import { AuditEntriesDocument, type AuditEntriesQuery } from '@pantau/schema';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import { goToSearch } from '../../lib/use-search.js';
import { isOne } from '../../lib/viewer/viewer.js';
import { Asked } from '../session/Asked.js';
import { Page, type OpenPage } from '../session/Page.js';
import { usePages } from '../session/use-pages.js';
import { AuditEntryRow } from './AuditEntryRow.js';
import { auditSearch, readAuditFilter } from './audit-filter.js';
import { AuditFilterForm } from './AuditFilterForm.js';
import { AUDIT_WORDS } from './audit-words.js';
import { HowToVerify } from './HowToVerify.js';
import './audit.css';

type Entry = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

/** `/audit`: what was done and tried in a region, for its auditors. */
export default function AuditPage() {
  return (
    <Page title={AUDIT_WORDS.title} opensTo={(viewer) => isOne(viewer, 'AUDITOR')}>
      {(page) => <AuditTrail key={JSON.stringify(readAuditFilter(page.search))} {...page} />}
    </Page>
  );
}

function AuditTrail({ region, client, search, language }: OpenPage) {
  const filter = readAuditFilter(search);
  const pages = usePages<Entry & { readonly id: string }>();
  const asked = useAnswer(client, AuditEntriesDocument, {
    region,
    ...filter,
    first: 50,
    after: pages.after,
  });
  return (
    <>
      <h1>{AUDIT_WORDS.title[language]}</h1>
      <p className="lead">{AUDIT_WORDS.lead[language]}</p>
      <AuditFilterForm
        filter={filter}
        language={language}
        onFilter={(next) => goToSearch(auditSearch(search, next))}
      />
      <Asked asked={asked} language={language}>
        {({ auditEntries }) => {
          const rows = pages.with(auditEntries.edges.map(({ node }) => ({ ...node, id: node.seq })));
          return (
            <>
              {rows.length === 0 && <p className="none">{AUDIT_WORDS.none[language]}</p>}
              <ol className="entries">
                {rows.map((entry) => (
                  <li key={entry.seq}>
                    <AuditEntryRow
                      entry={entry}
                      language={language}
                      onlyActor={auditSearch(search, { actor: entry.actor.id })}
                    />
                  </li>
                ))}
              </ol>
              {auditEntries.pageInfo.hasNextPage && (
                <p className="acts">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={asked.asking}
                    onClick={() => pages.next(rows, auditEntries.pageInfo.endCursor)}
                  >
                    {AUDIT_WORDS.more[language]}
                  </button>
                </p>
              )}
            </>
          );
        }}
      </Asked>
      <HowToVerify region={region} language={language} />
    </>
  );
}
