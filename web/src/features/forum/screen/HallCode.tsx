import type { ForumSession_StateFragment } from '@pantau/schema';
import { Bilingual } from '../../../lib/text/Bilingual.js';
import type { Language } from '../../../lib/text/language.js';
import type { HallAddress } from '../hall/hall-address.js';
import { HallQr } from '../hall/HallQr.js';
import { HALL_WORDS } from '../hall/hall-words.js';

interface HallCodeProps {
  readonly hall: HallAddress;
  readonly session: ForumSession_StateFragment;
  readonly language: Language;
}

/** The QR code of the hall, as large as there is room: some 60 cm on a cloth two metres wide, which is read from six. */
export function HallCode({ hall, session, language }: HallCodeProps) {
  const { phase, scanned } = session;
  return (
    <div className="hall-code">
      <HallQr hall={hall} language={language} />
      <div>
        <p className="hall-code-title">
          <Bilingual text={HALL_WORDS.screenTitle} language={language} />
        </p>
        <ol>
          {HALL_WORDS.screenSteps[language].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="hall-quiet">{HALL_WORDS.screenAnonymous[language]}</p>
        <p>
          {phase === 'PLANNED' ? (
            HALL_WORDS.screenLater[language]
          ) : (
            <>
              <strong>{scanned}</strong> {HALL_WORDS.byQr[language]}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
