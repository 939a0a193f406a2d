import type { Language } from '../../../lib/text/language.js';
import { useBox } from '../box-context.js';
import { HallQr } from './HallQr.js';
import { HALL_WORDS } from './hall-words.js';
import { useHallCode } from './use-hall-code.js';

interface AttendanceQrProps {
  readonly session: string;
  /** How many scanned, and how many the facilitators counted. */
  readonly scanned: number;
  readonly counted: number;
  readonly language: Language;
}

/** On the console: how many scanned, beside what was counted by hand, and the code for whoever does not see the screen. */
export function AttendanceQr({ session, scanned, counted, language }: AttendanceQrProps) {
  const { region } = useBox();
  const hall = useHallCode(region, session);
  return (
    <div className="by-qr">
      <p>
        {counted} {HALL_WORDS.byHand[language]} · <strong className="scanned">{scanned}</strong>{' '}
        {HALL_WORDS.byQr[language]}
      </p>
      {scanned > counted && <p className="hint">{HALL_WORDS.more[language]}</p>}
      <p className="hint">{HALL_WORDS.beside[language]}</p>
      {hall !== null && (
        <details>
          <summary>{HALL_WORDS.qr[language]}</summary>
          <HallQr hall={hall} language={language} />
        </details>
      )}
    </div>
  );
}
