import { ImportFindingsDocument } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { usePages } from '../session/use-pages.js';
import { COLUMN_WORDS, IMPORTS_WORDS, MENDER_WORDS } from './imports-words.js';

interface FindingListProps {
  readonly client: Client;
  readonly region: string;
  readonly id: string;
  readonly language: Language;
}

interface Finding {
  readonly id: string;
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
  readonly messageEn: string;
  readonly mender: keyof typeof MENDER_WORDS;
  readonly leftOut: boolean;
}

/** What is wrong with a file, line by line: where, how to mend it, and who can. */
export function FindingList({ client, region, id, language }: FindingListProps) {
  const pages = usePages<Finding>();
  const asked = useAnswer(client, ImportFindingsDocument, { region, id, first: 50, after: pages.after });
  return (
    <Asked asked={asked} language={language}>
      {({ importDraft }) => {
        if (importDraft === null) return null;
        const { edges, pageInfo } = importDraft.findings;
        const findings = pages.with(
          edges.map(({ node }) => ({
            ...node,
            id: `${node.line} ${node.column} ${node.code} ${node.message}`,
          })),
        );
        if (findings.length === 0) return null;
        return (
          <section aria-labelledby="findings">
            <h3 id="findings">{IMPORTS_WORDS.findings[language]}</h3>
            <ol className="import-findings">
              {findings.map((one) => (
                <li key={one.id} data-left-out={one.leftOut}>
                  <p className="import-where">
                    <strong>
                      {IMPORTS_WORDS.line[language]} {one.line}
                    </strong>
                    {one.column !== null && ` · ${COLUMN_WORDS[one.column]?.[language] ?? one.column}`}
                    {!one.leftOut && ` · ${IMPORTS_WORDS.note[language]}`}
                  </p>
                  <p>{language === 'id' ? one.message : one.messageEn}</p>
                  {one.leftOut && (
                    <p className="hint">
                      {IMPORTS_WORDS.mender[language]}: {MENDER_WORDS[one.mender][language]}
                    </p>
                  )}
                </li>
              ))}
            </ol>
            {pageInfo.hasNextPage && (
              <p className="acts">
                <button
                  type="button"
                  className="quiet-button"
                  disabled={asked.asking}
                  onClick={() => pages.next(findings, pageInfo.endCursor)}
                >
                  {IMPORTS_WORDS.more[language]}
                </button>
              </p>
            )}
          </section>
        );
      }}
    </Asked>
  );
}
