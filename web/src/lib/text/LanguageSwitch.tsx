import { beside, languageOf, searchInLanguage, type Language } from './language.js';

const NAMES: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };

/** A link to the same page in the other language. */
export function LanguageSwitch() {
  const { pathname, search, hash } = window.location;
  const other = beside(languageOf(search));
  return (
    <nav className="language-switch">
      <a href={pathname + searchInLanguage(search, other) + hash} lang={other} hrefLang={other}>
        {NAMES[other]}
      </a>
    </nav>
  );
}
