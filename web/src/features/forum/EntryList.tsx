import { useMemo } from 'react';
import type { Language } from '../../lib/text/language.js';
import { useBox } from './box-context.js';
import type { OutcomePart } from './entry-part.js';
import { entryRows } from './entry-rows.js';
import { EntryCard } from './EntryCard.js';
import { ExportButton } from './ExportButton.js';
import type { ForumEntry } from './fold-session.js';
import { CONSOLE_WORDS } from './forum-words.js';
import type { KnownSession } from './use-forum-session.js';

interface EntryListProps {
  readonly known: KnownSession;
  readonly language: Language;
  readonly onMend: (entry: ForumEntry, part: OutcomePart) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Everything that was written in the session, here and elsewhere, each with how far it has come. */
export function EntryList({ known, language, onMend }: EntryListProps) {
  const box = useBox();
  const { session, entries, photos } = known;
  const sender = box.sender();
  const sending = sender.kind === 'SENDING' ? sender.ids : NONE;
  const rows = useMemo(
    () => entryRows(session, entries, photos, sending),
    [session, entries, photos, sending],
  );
  return (
    <div className="written">
      <h3>{CONSOLE_WORDS.entries[language]}</h3>
      {rows.length === 0 && <p className="none">{CONSOLE_WORDS.noEntries[language]}</p>}
      <ol className="written-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <EntryCard
              row={row}
              session={session}
              snapshot={known.snapshot}
              language={language}
              onMend={onMend}
            />
          </li>
        ))}
      </ol>
      {entries.length > 0 && <ExportButton session={session} entries={entries} language={language} />}
    </div>
  );
}
