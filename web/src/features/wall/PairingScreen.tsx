import './pairing.css';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createQueryClient } from '../../lib/graphql/query-client.js';
import { QrCode } from '../../lib/QrCode.js';
import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { beside, type Language } from '../../lib/text/language.js';
import { useTitle } from '../../lib/use-title.js';
import { useVisit } from '../../lib/viewer/visit.js';
import { createPairing } from './pairing.js';
import { leftWords, PAIRING_WORDS } from './pairing-words.js';
import type { Layout } from './use-layout.js';
import { useNow } from '../../lib/live/use-now.js';

interface PairingScreenProps {
  readonly region: string | null;
  /** It was paired until a moment ago. */
  readonly ended: boolean;
  readonly layout: Layout;
  readonly language: Language;
  /** It is a person after all. */
  readonly onSignIn: () => void;
}

/** A screen that nobody has paired yet: the code, large enough for the whole room, and what to do with it. */
export default function PairingScreen(props: PairingScreenProps) {
  const { region, ended, layout, language, onSignIn } = props;
  const { origin } = window.location;
  const { again } = useVisit();
  const pairing = useMemo(
    () => createPairing(createQueryClient(origin), region, again),
    [origin, region, again],
  );
  useEffect(() => pairing.start(), [pairing]);
  const { code, runsOutAt, trouble } = useSyncExternalStore(pairing.onView, pairing.view);
  const { wall } = useNow(1_000);
  useTitle(undefined, PAIRING_WORDS.title[language]);
  const devices = new URL('/devices', origin).href;
  const other = beside(language);
  return (
    <main className="pairing" data-layout={layout}>
      <h1>
        {PAIRING_WORDS.title[language]} <span lang={other}>{PAIRING_WORDS.title[other]}</span>
      </h1>
      {ended && (
        <p className="pairing-ended" role="status">
          {PAIRING_WORDS.ended[language]}
          <span lang={other}>{PAIRING_WORDS.ended[other]}</span>
        </p>
      )}
      <div className="pairing-how">
        <div>
          <p className="pairing-code" aria-live="polite">
            {code ?? <span className="pairing-none">{PAIRING_WORDS.none[language]}</span>}
          </p>
          {code !== null && <p className="pairing-left">{leftWords(runsOutAt - wall)[language]}</p>}
          {trouble !== null && (
            <p className="pairing-trouble" role="alert">
              {(trouble === 'UNREACHABLE' ? PAIRING_WORDS.unreachable : trouble)[language]}
            </p>
          )}
        </div>
        <div className="pairing-qr">
          <QrCode text={devices} label={`${PAIRING_WORDS.qr[language]} ${devices}`} />
          <p>
            {origin}
            <wbr />
            /devices
          </p>
        </div>
      </div>
      <ol className="pairing-steps">
        {PAIRING_WORDS.steps.map((step) => (
          <li key={step.id}>
            {step[language]}
            <span lang={other}>{step[other]}</span>
          </li>
        ))}
      </ol>
      <footer>
        <button type="button" onClick={onSignIn}>
          {PAIRING_WORDS.signIn[language]}
        </button>
        <LanguageSwitch />
      </footer>
    </main>
  );
}
