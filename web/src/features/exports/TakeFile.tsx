import type { DeliveryLineFragment } from '@pantau/schema';
import { useId, useState } from 'react';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { EXPORTS_WORDS } from './exports-words.js';
import { useDownload } from './use-download.js';

interface TakeFileProps {
  readonly region: string;
  readonly period: string;
  /** The delivery that was kept last; null: none. */
  readonly last: DeliveryLineFragment | null;
  /** Whether whoever looks is given masked NIPs. */
  readonly masked: boolean;
  readonly language: Language;
  readonly onTaken: () => void;
}

/** The file, whole or with the changes alone. */
export function TakeFile({ region, period, last, masked, language, onTaken }: TakeFileProps) {
  const [changesOnly, setChangesOnly] = useState(false);
  const { state, take } = useDownload(onTaken);
  const name = useId();
  const since = last !== null && changesOnly ? last.id : null;
  const addressOf = (ending: string) =>
    `/exports/kinerja-periodik.${ending}?${new URLSearchParams({ region, period, ...(since !== null && { since }) })}`;
  const button = (ending: 'xlsx' | 'csv', className: string) => (
    <button
      type="button"
      className={className}
      disabled={state.kind === 'TAKING'}
      onClick={() => void take(addressOf(ending))}
    >
      {EXPORTS_WORDS[ending][language]}
    </button>
  );
  return (
    <section className="panel export-file" aria-labelledby="file">
      <h2 id="file">{EXPORTS_WORDS.file[language]}</h2>
      {last !== null && (
        <fieldset className="export-content">
          <legend>{EXPORTS_WORDS.which[language]}</legend>
          <label>
            <input type="radio" name={name} checked={!changesOnly} onChange={() => setChangesOnly(false)} />
            {EXPORTS_WORDS.everything[language]}
          </label>
          <label>
            <input type="radio" name={name} checked={changesOnly} onChange={() => setChangesOnly(true)} />
            {EXPORTS_WORDS.changes[language]} {formatInstant(Date.parse(last.takenAt), language)}
          </label>
        </fieldset>
      )}
      {state.kind === 'TOLD' && (
        <p className="told" role="alert">
          {state.message[language]}
        </p>
      )}
      <p className="acts">
        {button('xlsx', 'button')}
        {button('csv', 'quiet-button')}
      </p>
      <p className="hint" role="status">
        {state.kind === 'TAKING' && EXPORTS_WORDS.taking[language]}
        {state.kind === 'TAKEN' && EXPORTS_WORDS.taken[language]}
      </p>
      <p className="hint">
        {EXPORTS_WORDS.xlsxHint[language]} {masked && EXPORTS_WORDS.masked[language]}
      </p>
    </section>
  );
}
