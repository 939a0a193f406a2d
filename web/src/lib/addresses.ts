import { searchInLanguage, type Language } from './text/language.js';

/** Where the wall of the same region is, in the same language. */
export function wallAddress(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) {
    if (name !== 'region' && name !== 'lang') parameters.delete(name);
  }
  return `/wall?${parameters}`;
}

/** Where everybody reads what the offices of a region promised in forums, in this language. */
export function promisesAddress(region: string, language: Language): string {
  return `/janji${searchInLanguage(`?${new URLSearchParams({ region })}`, language)}`;
}

/** Where a unit's score of this period is explained, in this language. */
export function unitAddress(unit: string, region: string, period: string, language: Language): string {
  return `/scores/unit/${unit}${searchInLanguage(`?${new URLSearchParams({ region, period })}`, language)}`;
}
