import type { Language } from '../../lib/text/language.js';
import type { ForumEntry } from './fold-session.js';
import type { Session } from './forum-session.js';
import { OUTBOX_WORDS } from './forum-words.js';

/** How long the browser may take to read what it saves, ms. */
const READ_WITHIN = 60_000;

interface ExportButtonProps {
  readonly session: Session;
  readonly entries: readonly ForumEntry[];
  readonly language: Language;
}

/** A copy of what was written on this device as a file, for whoever would rather have it twice. */
export function ExportButton({ session, entries, language }: ExportButtonProps) {
  function save(): void {
    const { id, title, heldOn } = session;
    const copy = {
      session: { id, title, heldOn },
      // Whose it is stands in no file.
      entries: entries.map((entry) => ({ ...entry, account: undefined })),
    };
    const url = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `forum-${heldOn}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN);
  }
  return (
    <p className="acts">
      <button type="button" className="quiet-button" onClick={save}>
        {OUTBOX_WORDS.export[language]}
      </button>
    </p>
  );
}
