import type { AuditEntriesQuery } from '@pantau/schema';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { ACTION_WORDS } from './action-words.js';
import { ACTOR_WORDS, AUDIT_WORDS, OUTCOME_WORDS, PERSONAL_WORDS } from './audit-words.js';

type Entry = AuditEntriesQuery['auditEntries']['edges'][number]['node'];

interface AuditEntryRowProps {
  readonly entry: Entry;
  /** The same page with what this actor did alone. */
  readonly onlyActor: string;
  readonly language: Language;
}

/** One entry of the chain: who did what when, how it ended, and what else was told of it. */
export function AuditEntryRow({ entry, onlyActor, language }: AuditEntryRowProps) {
  const { seq, at, actor, action, outcome, firstOffset, lastOffset, recordCount, told, people, erased } =
    entry;
  const kind = ACTOR_WORDS[actor.kind]?.[language] ?? actor.kind;
  return (
    <details className="entry-row">
      <summary>
        <span className="entry-seq">{seq}</span>
        <time dateTime={at}>{formatInstant(Date.parse(at), language)}</time>
        <strong>
          {ACTION_WORDS[action]?.[language] ?? action}
          {ACTION_WORDS[action] && <code className="entry-command">{action}</code>}
        </strong>
        <span>{actor.kind === 'PUBLIC' ? kind : `${kind}: ${actor.name ?? actor.id}`}</span>
        <strong className="mark" data-mark={outcome}>
          {OUTCOME_WORDS[outcome][language]}
        </strong>
      </summary>
      <dl className="particulars">
        <div>
          <dt>{AUDIT_WORDS.who[language]}</dt>
          <dd>
            {kind} <code>{actor.id}</code> <a href={onlyActor}>{AUDIT_WORDS.onlyActor[language]}</a>
          </dd>
        </div>
        {firstOffset !== null && (
          <div>
            <dt>{AUDIT_WORDS.changes[language]}</dt>
            <dd>
              {firstOffset} – {lastOffset}
            </dd>
          </div>
        )}
        {recordCount > 0 && (
          <div>
            <dt>{AUDIT_WORDS.records[language]}</dt>
            <dd>{recordCount}</dd>
          </div>
        )}
        {people.length > 0 && (
          <div>
            <dt>{AUDIT_WORDS.people[language]}</dt>
            <dd>
              <ul>
                {people.map(({ employeeId, fields }) => (
                  <li key={employeeId}>
                    <code>{employeeId}</code>{' '}
                    {fields.map((field) => PERSONAL_WORDS[field]?.[language] ?? field).join(', ')}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {told !== null && (
          <div>
            <dt>{AUDIT_WORDS.told[language]}</dt>
            <dd>
              <code>{told}</code>
            </dd>
          </div>
        )}
        {erased && (
          <div>
            <dt>{AUDIT_WORDS.told[language]}</dt>
            <dd>{AUDIT_WORDS.erased[language]}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
