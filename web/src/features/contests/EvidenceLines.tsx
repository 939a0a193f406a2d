import { useId, useRef } from 'react';
import type { Language } from '../../lib/text/language.js';
import { Refused } from '../policies/Refused.js';
import type { Told } from '../policies/use-command.js';
import { CONTEST_WORDS } from './contest-words.js';

const MOST_LINES = 10;

/** One line of evidence as it is typed; `row` stays its own while others come and go. */
export interface EvidenceLine {
  readonly row: number;
  readonly text: string;
}

/** The lines in which something is written. */
export function writtenLines(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  return lines.filter(({ text }) => text.trim() !== '');
}

interface EvidenceLinesProps {
  readonly lines: readonly EvidenceLine[];
  readonly told: Told | null;
  readonly language: Language;
  readonly onChange: (lines: readonly EvidenceLine[]) => void;
}

/** Where what bears out an objection can be seen, a line each. */
export function EvidenceLines({ lines, told, language, onChange }: EvidenceLinesProps) {
  const id = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const refused = told?.field === 'evidence';
  const name = CONTEST_WORDS.evidence[language];

  /** Once it is drawn: the field that was added, or what is left when one was taken away. */
  function focusLast(what: 'input' | '.add'): void {
    requestAnimationFrame(() =>
      [...(list.current?.querySelectorAll<HTMLElement>(what) ?? [])].at(-1)?.focus(),
    );
  }
  return (
    <fieldset className="entry" ref={list}>
      <legend>{name}</legend>
      <p id={`${id}hint`} className="hint">
        {CONTEST_WORDS.evidenceHint[language]}
      </p>
      {lines.map(({ row, text }, n) => (
        <p className="evidence-line" key={row}>
          <input
            type="text"
            value={text}
            aria-label={`${name} ${n + 1}`}
            aria-describedby={`${id}hint${refused ? ` ${id}told` : ''}`}
            aria-invalid={refused}
            onChange={(typed) =>
              onChange(lines.map((line) => (line.row === row ? { row, text: typed.target.value } : line)))
            }
          />
          <button
            type="button"
            className="quiet-button"
            aria-label={`${CONTEST_WORDS.remove[language]}: ${name} ${n + 1}`}
            onClick={() => {
              onChange(lines.filter((line) => line.row !== row));
              focusLast('.add');
            }}
          >
            {CONTEST_WORDS.remove[language]}
          </button>
        </p>
      ))}
      <Refused told={told} at={['evidence']} id={`${id}told`} language={language} />
      {lines.length < MOST_LINES && (
        <button
          type="button"
          className="quiet-button add"
          onClick={() => {
            onChange([...lines, { row: 1 + Math.max(-1, ...lines.map(({ row }) => row)), text: '' }]);
            focusLast('input');
          }}
        >
          {CONTEST_WORDS.addEvidence[language]}
        </button>
      )}
    </fieldset>
  );
}
