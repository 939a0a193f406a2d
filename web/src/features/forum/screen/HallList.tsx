import type { ReactNode } from 'react';
import { sizeOf } from './screen-view.js';

/** A row that is read from the last row of chairs. */
export interface HallRow {
  readonly id: string;
  /** How it stands or what it is, in a word. */
  readonly mark: ReactNode;
  readonly tone: string;
  readonly text: string;
  readonly facts: readonly (string | null)[];
}

/** Rows that fill the screen, as many as one page of it holds. */
export function HallList({ rows }: { readonly rows: readonly HallRow[] }) {
  return (
    <ol className="hall-list">
      {rows.map(({ id, mark, tone, text, facts }) => (
        <li key={id} data-tone={tone}>
          <p className="hall-mark">{mark}</p>
          <div>
            <p className="hall-text" data-size={sizeOf(text)}>
              {text}
            </p>
            <p className="hall-facts">{facts.filter(Boolean).join(' · ')}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
