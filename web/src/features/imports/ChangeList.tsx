import { ImportRowsDocument, type ImportRowsQuery } from '@pantau/schema';
import type { Client } from 'urql';
import { useAnswer } from '../../lib/graphql/use-answer.js';
import type { Language } from '../../lib/text/language.js';
import { Asked } from '../session/Asked.js';
import { usePages } from '../session/use-pages.js';
import { COLUMN_WORDS, IMPORTS_WORDS, OUTCOME_WORDS, UNDO_WORDS } from './imports-words.js';

interface ChangeListProps {
  readonly client: Client;
  readonly region: string;
  readonly id: string;
  readonly language: Language;
}

type Node = NonNullable<ImportRowsQuery['importDraft']>['rows']['edges'][number]['node'];
type Row = Node & { readonly id: string };

/** The rows that add or change something, each with what comes into the place of what. */
export function ChangeList({ client, region, id, language }: ChangeListProps) {
  const pages = usePages<Row>();
  const asked = useAnswer(client, ImportRowsDocument, {
    ...{ region, id, outcomes: ['ADDED', 'CHANGED'] as const, first: 50, after: pages.after },
  });
  return (
    <Asked asked={asked} language={language}>
      {({ importDraft }) => {
        if (importDraft === null) return null;
        const { edges, pageInfo } = importDraft.rows;
        const rows = pages.with(edges.map(({ node }) => ({ ...node, id: String(node.line) })));
        if (rows.length === 0) return null;
        return (
          <section aria-labelledby="changes">
            <h3 id="changes">{IMPORTS_WORDS.changes[language]}</h3>
            <ol className="import-rows">
              {rows.map((row) => (
                <li key={row.id}>
                  <Change row={row} language={language} />
                </li>
              ))}
            </ol>
            {pageInfo.hasNextPage && (
              <p className="acts">
                <button
                  type="button"
                  className="quiet-button"
                  disabled={asked.asking}
                  onClick={() => pages.next(rows, pageInfo.endCursor)}
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

function Change({ row, language }: { readonly row: Row; readonly language: Language }) {
  const { line, outcome, name, maskedNip, changes, startsOn, undo } = row;
  return (
    <>
      <p className="import-whom">
        <span className="mark" data-mark={outcome}>
          {OUTCOME_WORDS[outcome][language]}
        </span>
        <strong>{name}</strong>
        {maskedNip !== null && <span className="hint">{maskedNip}</span>}
        <span className="hint import-line">
          {IMPORTS_WORDS.line[language]} {line}
          {startsOn !== null && ` · ${IMPORTS_WORDS.from[language]} ${startsOn}`}
        </span>
      </p>
      <dl className="import-cells">
        {changes.map(({ column, old, oldName, new: next, newName }) => (
          <div key={column}>
            <dt>{COLUMN_WORDS[column]?.[language] ?? column}</dt>
            <dd>
              {old !== null && (
                <>
                  <del>{cell(old, oldName, language)}</del>
                  <span className="import-arrow" aria-hidden="true">
                    {' → '}
                  </span>
                  <span className="for-ears"> {IMPORTS_WORDS.becomes[language]} </span>
                </>
              )}
              <ins>{cell(next, newName, language)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {undo !== null && <p className="import-undo">{UNDO_WORDS[undo][language]}</p>}
    </>
  );
}

function cell(value: string, name: string | null, language: Language): string {
  if (value === '') return IMPORTS_WORDS.empty[language];
  return name === null ? value : `${name} (${value})`;
}
