import type { ReactNode } from 'react';
import type { Connection } from '../../lib/graphql/live-socket.js';
import { FRESHNESS_WORDS, sinceWords } from '../../lib/live/freshness-words.js';
import { beside, type Language, type Text } from '../../lib/text/language.js';
import type { Freshness } from '../../lib/live/freshness.js';
import { silentFor } from './wall-words.js';

type Sign = keyof typeof FRESHNESS_WORDS;

const LINK = <path d="M6 20a14 14 0 0 1 24-9.9M34 20a14 14 0 0 1-24 9.9M30 3v8h-8M10 37v-8h8" />;
const CLOCK = <path d="M20 4a16 16 0 1 0 0 32 16 16 0 0 0 0-32zM20 11v10l7 5" />;

const ICONS: Readonly<Record<Sign, ReactNode>> = {
  WAITING: LINK,
  LIVE: <circle cx="20" cy="20" r="9" fill="currentColor" stroke="none" />,
  RECONNECTING: LINK,
  STALE: CLOCK,
  OLD: CLOCK,
  DENIED: <path d="M20 4a16 16 0 1 0 0 32 16 16 0 0 0 0-32zM9 9l22 22" />,
};

interface ConnectionChipProps {
  readonly freshness: Freshness;
  readonly connection: Connection;
  /** The time of the server's last word, ready to show: "09.42.10". */
  readonly since: string;
  readonly language: Language;
}

/** Whether the picture is the present: an icon, a word, and since when not. */
export function ConnectionChip({ freshness, connection, since, language }: ConnectionChipProps) {
  const sign: Sign = connection === 'DENIED' ? 'DENIED' : freshness.kind;
  const detail = detailOf(freshness, since);
  return (
    <p className="chip" data-sign={sign}>
      <svg className="chip-icon" viewBox="0 0 40 40" aria-hidden="true">
        {ICONS[sign]}
      </svg>
      <span className="chip-word">{FRESHNESS_WORDS[sign][language]}</span>{' '}
      <span className="chip-detail">
        {detail ? (
          detail[language]
        ) : (
          <span lang={beside(language)}>{FRESHNESS_WORDS[sign][beside(language)]}</span>
        )}
      </span>
    </p>
  );
}

function detailOf(freshness: Freshness, since: string): Text | null {
  switch (freshness.kind) {
    case 'RECONNECTING':
      return silentFor(Math.floor(freshness.silence / 1_000));
    case 'STALE':
    case 'OLD':
      return sinceWords(since);
    case 'LIVE':
    case 'WAITING':
      return null;
  }
}
