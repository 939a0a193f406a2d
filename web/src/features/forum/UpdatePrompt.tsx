import { useSyncExternalStore } from 'react';
import type { Language } from '../../lib/text/language.js';
import { onUpdate, takeUpdate, updateWaits } from './app-worker.js';
import { OUTBOX_WORDS } from './forum-words.js';

/** That there is a newer version; nothing is loaded anew before somebody wants it. */
export function UpdatePrompt({ language }: { readonly language: Language }) {
  const waits = useSyncExternalStore(onUpdate, updateWaits);
  if (!waits) return null;
  return (
    <p className="note update">
      {OUTBOX_WORDS.update[language]}{' '}
      <button type="button" className="quiet-button" onClick={takeUpdate}>
        {OUTBOX_WORDS.updateNow[language]}
      </button>
    </p>
  );
}
