/** The languages of the screens. Indonesian is the first; English stands beside it. */
export type Language = 'id' | 'en';

/** One text in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** Reads `?lang=en`; everything else is Indonesian. */
export function languageOf(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'id';
}

/** The language that stands small beside this one. */
export function beside(language: Language): Language {
  return language === 'id' ? 'en' : 'id';
}

/** The same page in this language, as a query string, empty where nothing has to be said; every other parameter stays. */
export function searchInLanguage(search: string, language: Language): string {
  const parameters = new URLSearchParams(search);
  if (language === 'id') parameters.delete('lang');
  else parameters.set('lang', language);
  return parameters.size === 0 ? '' : `?${parameters}`;
}
