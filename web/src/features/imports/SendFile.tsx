import type { ImportKind } from '@pantau/schema';
import { useId, useRef, useState, type DragEvent } from 'react';
import type { Language, Text } from '../../lib/text/language.js';
import { IMPORTS_WORDS, KIND_WORDS } from './imports-words.js';
import { sendImport } from './send-import.js';

interface SendFileProps {
  readonly region: string;
  readonly language: Language;
  readonly onTaken: (id: string) => void;
}

const KINDS = Object.keys(KIND_WORDS) as ImportKind[];

/** Where a file is chosen or dropped, and what it is about. It is sent at once: nothing of it is recorded yet. */
export function SendFile({ region, language, onTaken }: SendFileProps) {
  const [kind, setKind] = useState<ImportKind>('EMPLOYEES');
  const [sending, setSending] = useState(false);
  const [over, setOver] = useState(false);
  const [told, setTold] = useState<Text | null>(null);
  const underWay = useRef(false);
  const id = useId();

  async function send(file: File | undefined): Promise<void> {
    if (file === undefined || underWay.current) return;
    underWay.current = true;
    setSending(true);
    setTold(null);
    const sent = await sendImport(region, kind, file);
    underWay.current = false;
    setSending(false);
    if (sent.kind === 'TAKEN') onTaken(sent.id);
    else setTold(sent.why);
  }
  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }

  return (
    <section className="panel import-send">
      <fieldset className="entry import-kinds" disabled={sending}>
        <legend>{IMPORTS_WORDS.about[language]}</legend>
        {KINDS.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={id} checked={kind === one} onChange={() => setKind(one)} />
            <span>{KIND_WORDS[one].name[language]}</span>
          </label>
        ))}
      </fieldset>
      <p className="hint">
        {IMPORTS_WORDS.columns[language]} {KIND_WORDS[kind].columns[language]}.
      </p>
      <div
        className="import-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <label className="button">
          {(sending ? IMPORTS_WORDS.sending : IMPORTS_WORDS.file)[language]}
          <input
            className="for-ears"
            type="file"
            accept=".csv,.xlsx,.txt,text/csv"
            aria-describedby={`${id} limits`}
            disabled={sending}
            onChange={({ target }) => {
              void send(target.files?.[0]);
              // The same file, corrected, may be chosen again.
              target.value = '';
            }}
          />
        </label>
        <span className="import-or">{IMPORTS_WORDS.drop[language]}</span>
      </div>
      <p className="hint" id={`${id} limits`}>
        {IMPORTS_WORDS.limits[language]}
      </p>
      {told !== null && (
        <p className="told" role="alert">
          {told[language]}
        </p>
      )}
    </section>
  );
}
