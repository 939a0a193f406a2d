import { beside, languageOf, searchInLanguage, type Language } from './language.js';

const NAMES: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };

/** A link to the same page in the other language. */
export function LanguageSwitch() {
  const other = beside(languageOf(window.location.search));
  return (
    <nav className="language-switch">
      <a href={searchInLanguage(window.location.search, other)} lang={other} hrefLang={other}>
        {NAMES[other]}
      </a>
    </nav>
  );
}
