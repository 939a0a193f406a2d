import { searchInLanguage, type Language } from '../../lib/text/language.js';
import { homeOf, type Viewer } from '../../lib/viewer/viewer.js';
import { GATE_WORDS } from './session-words.js';

interface NotOpenProps {
  readonly viewer: Viewer;
  readonly language: Language;
}

/** In the place of a page that is not open to whoever is signed in: why, and where to go. */
export function NotOpen({ viewer, language }: NotOpenProps) {
  return (
    <div className="trouble" data-kind="NOT_OPEN">
      <h1>{GATE_WORDS.notOpen[language]}</h1>
      <p>{GATE_WORDS.notOpenHint[language]}</p>
      {viewer.account && (
        <p className="hint">
          {GATE_WORDS.signedInAs[language]} {viewer.account.name}.
        </p>
      )}
      <a className="button" href={homeOf(viewer) + searchInLanguage('', language)}>
        {GATE_WORDS.home[language]}
      </a>
    </div>
  );
}
