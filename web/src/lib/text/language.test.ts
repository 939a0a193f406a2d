import { languageOf, searchInLanguage } from './language.js';

describe('language', () => {
  it('is Indonesian unless English is asked for', () => {
    expect(['', '?lang=id', '?lang=fr', '?lang=en', '?region=35.78&lang=en'].map(languageOf)).toEqual([
      'id',
      'id',
      'id',
      'en',
      'en',
    ]);
  });
  it('changes without losing the other parameters', () => {
    expect(searchInLanguage('?region=35.78', 'en')).toBe('?region=35.78&lang=en');
    expect(searchInLanguage('?lang=en&region=35.78', 'id')).toBe('?region=35.78');
    expect(searchInLanguage('?lang=en', 'id')).toBe('');
  });
});
