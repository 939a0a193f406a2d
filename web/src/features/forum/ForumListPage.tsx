import { useCallback, useEffect, useState } from 'react';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { dayOf, formatDay } from '../policies/policy-days.js';
import { useBox, useStored } from './box-context.js';
import type { ForumBox } from './forum-box.js';
import { hasCome, type SessionRow, type Snapshot } from './forum-session.js';
import { FORUM_KIND_WORDS, LIST_WORDS, PHASE_WORDS } from './forum-words.js';
import { ForumPage } from './ForumPage.js';
import { addDays } from './days.js';
import { PLAN_WORDS } from './plan/plan-words.js';
import { useOnline } from './use-online.js';

/** A quarter back there are minutes to print; of so many days ahead sessions are prepared. */
const DAYS_BACK = 92;
const DAYS_AHEAD = 60;
/** Sessions that are so near are made ready by opening the list. */
const DAYS_PREPARED = 7;

/** `/forum`: the sessions that somebody writes down. */
export default function ForumListPage() {
  return <ForumPage title={LIST_WORDS.title}>{(language) => <Sessions language={language} />}</ForumPage>;
}

interface Known {
  readonly rows: readonly SessionRow[] | undefined;
  readonly prepared: ReadonlySet<string>;
}

async function lookUp({ store, account }: ForumBox): Promise<Known> {
  const rows = await store.kept<readonly SessionRow[]>(account, 'LIST', 'sessions');
  const prepared = new Set<string>();
  for (const { id } of rows ?? []) {
    if ((await store.kept<Snapshot>(account, 'SNAPSHOT', id)) !== undefined) prepared.add(id);
  }
  return { rows, prepared };
}

function Sessions({ language }: { readonly language: Language }) {
  const box = useBox();
  const known = useStored(box, lookUp);
  const online = useOnline();
  const [old, setOld] = useState(false);
  const today = dayOf(box.now());
  const load = useCallback(async () => {
    const day = dayOf(box.now());
    const answer = await box.door.sessions(box.region, addDays(day, -DAYS_BACK), addDays(day, DAYS_AHEAD));
    setOld(answer.kind !== 'GIVEN');
    if (answer.kind !== 'GIVEN') return;
    await box.store.keep(box.account, 'LIST', 'sessions', answer.data);
    box.changed();
    // Whoever opens the list before a meeting is ready for it, also without opening the session.
    const soon = addDays(day, DAYS_PREPARED);
    const near = answer.data.filter(
      ({ heldOn, phase }) => heldOn >= day && heldOn <= soon && phase !== 'SIGNED',
    );
    for (const { id } of near) await box.refresh(id);
  }, [box]);
  useEffect(() => {
    const ask = () => void load();
    ask();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [load]);

  const rows = known?.rows;
  const groups = [
    { words: LIST_WORDS.today, of: rows?.filter(({ heldOn }) => heldOn === today) },
    { words: LIST_WORDS.coming, of: rows?.filter(({ heldOn }) => heldOn > today) },
    { words: LIST_WORDS.past, of: rows?.filter(({ heldOn }) => heldOn < today).toReversed() },
  ];
  return (
    <>
      <h1>{LIST_WORDS.title[language]}</h1>
      <p className="lead">{LIST_WORDS.lead[language]}</p>
      <p className="acts">
        <a className="quiet-button" href={`/forum/plan${searchInLanguage('', language)}`}>
          {LIST_WORDS.plan[language]}
        </a>
        {!online && <span className="hint">{PLAN_WORDS.needsNetwork[language]}</span>}
      </p>
      {old && <p className="hint">{(rows ? LIST_WORDS.old : LIST_WORDS.noneKnown)[language]}</p>}
      {rows?.length === 0 && <p className="none">{LIST_WORDS.none[language]}</p>}
      {groups.map(
        ({ words, of }) =>
          of !== undefined &&
          of.length > 0 && (
            <section key={words.id}>
              <h2>{words[language]}</h2>
              <ul className="sessions">
                {of.map((row) => (
                  <li key={row.id}>
                    <SessionCard
                      row={row}
                      today={row.heldOn === today}
                      over={row.heldOn < today && row.phase !== 'OPEN'}
                      ready={known?.prepared.has(row.id) ?? false}
                      language={language}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

interface SessionCardProps {
  readonly row: SessionRow;
  readonly today: boolean;
  /** Nobody writes on it any more, or nobody ever has. */
  readonly over: boolean;
  readonly ready: boolean;
  readonly language: Language;
}

function SessionCard({ row, today, over, ready, language }: SessionCardProps) {
  const { id, title, kind, unit, heldOn, startsAt, place, phase } = row;
  const words = !today || hasCome(phase, 'CLOSED') ? 'look' : phase === 'OPEN' ? 'goOn' : 'begin';
  return (
    <article className="session-card" data-today={today}>
      <div>
        <h3>{title}</h3>
        <p>
          {FORUM_KIND_WORDS[kind][language]} · {unit.name}
        </p>
        <p className="quiet">
          {formatDay(heldOn, language)}, {startsAt.replace(':', '.')} · {place}
        </p>
        <p className="marks">
          <span className="mark">{PHASE_WORDS[phase][language]}</span>
          {phase !== 'SIGNED' && !over && (
            <span className="ready" data-ready={ready}>
              {ready ? '✓ ' : ''}
              {(ready ? LIST_WORDS.ready : LIST_WORDS.notReady)[language]}
            </span>
          )}
        </p>
      </div>
      <a
        className={words === 'look' ? 'quiet-button' : 'button'}
        href={`/forum/${id}${searchInLanguage('', language)}`}
        aria-label={`${LIST_WORDS[words][language]}: ${title}`}
      >
        {LIST_WORDS[words][language]}
      </a>
    </article>
  );
}
