import type { Language } from '../../lib/text/language.js';
import { hasCome } from './forum-session.js';
import { CLOSING_WORDS } from './forum-words.js';
import { useOnline } from './use-online.js';
import type { KnownSession } from './use-forum-session.js';

interface PrintMinutesProps {
  readonly known: KnownSession;
  readonly language: Language;
}

/** The way to the berita acara, which the server makes: once it knows of the end, and as long as it can be reached. */
export function PrintMinutes({ known: { session, snapshot }, language }: PrintMinutesProps) {
  const online = useOnline();
  if (!online || !hasCome(snapshot.session.phase, 'CLOSED')) {
    return <p className="hint">{CLOSING_WORDS.printLater[language]}</p>;
  }
  return (
    <p className="print-minutes">
      <a className="button huge" href={`/forum/minutes/${session.id}.pdf`} target="_blank" rel="noopener">
        {CLOSING_WORDS.print[language]}
      </a>
      {snapshot.session.phase !== 'SIGNED' && (
        <span className="hint">{CLOSING_WORDS.printDraft[language]}</span>
      )}
    </p>
  );
}
