import { useEffect, useRef } from 'react';
import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { REPORTING_WORDS } from './promises-words.js';

interface RecordedProps {
  /** What was promised. */
  readonly promise: string;
  readonly region: string;
  readonly language: Language;
}

/** Where one is led after a report: what was reported on may have left the list. */
export function Recorded({ promise, region, language }: RecordedProps) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div className="done" role="status" tabIndex={-1} ref={here}>
      <p>
        <strong>{REPORTING_WORDS.recorded[language]}:</strong> {promise}
      </p>
      <p>
        <a href={`/janji${searchInLanguage(`?${new URLSearchParams({ region })}`, language)}`}>
          {REPORTING_WORDS.seeIt[language]}
        </a>
      </p>
    </div>
  );
}
