import type { Commitment_StateFragment, ForumSession_StateFragment } from '@pantau/schema';
import type { Language } from '../../../lib/text/language.js';
import { GROUP_WORDS } from '../forum-words.js';
import { HALL_WORDS } from '../hall/hall-words.js';
import { standingOf } from './screen-view.js';
import { SCREEN_WORDS, STANDING_WORDS } from './screen-words.js';

const STANDINGS = ['DONE', 'STARTED', 'PROMISED', 'LATE', 'CANNOT'] as const;

interface HallFooterProps {
  readonly session: ForumSession_StateFragment;
  /** To be summed up in a line; empty where they are shown themselves, or there are none. */
  readonly lastPromises: readonly Commitment_StateFragment[];
  /** Turns the QR code on and off; null where there is none to show. */
  readonly code: { readonly shown: boolean; readonly onTurn: () => void } | null;
  readonly language: Language;
}

/** How many are there, by numbers alone, and how last time's promises stand. */
export function HallFooter({ session, lastPromises, code, language }: HallFooterProps) {
  const { attended, quorum, attendance, scanned } = session;
  const met = attended >= quorum;
  const groups = attendance
    .filter(({ count }) => count > 0)
    .map(({ group, count }) => `${GROUP_WORDS[group][language]} ${count}`);
  const standings = STANDINGS.map((standing) => ({
    standing,
    count: lastPromises.filter((one) => standingOf(one) === standing).length,
  })).filter(({ count }) => count > 0);
  return (
    <footer className="hall-foot">
      <p>
        <strong>
          {attended} {SCREEN_WORDS.attended[language]}
        </strong>{' '}
        <span className="hall-quiet">
          · {met ? SCREEN_WORDS.quorumMet[language] : `${SCREEN_WORDS.quorumOf[language]} ${quorum}`}
          {scanned > 0 && !code?.shown && ` · ${scanned} ${HALL_WORDS.byQr[language]}`}
        </span>
      </p>
      {standings.length > 0 ? (
        <p className="hall-quiet">
          {SCREEN_WORDS.lastShort[language]}:{' '}
          {standings
            .map(({ standing, count }) => `${count} ${STANDING_WORDS[standing][language].toLowerCase()}`)
            .join(', ')}
        </p>
      ) : (
        <p className="hall-quiet">{groups.join(' · ')}</p>
      )}
      {code !== null && (
        <button type="button" className="hall-turn" onClick={code.onTurn}>
          {(code.shown ? HALL_WORDS.hide : HALL_WORDS.show)[language]}
        </button>
      )}
    </footer>
  );
}
