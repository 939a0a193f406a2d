import { beside, type Language, type Text } from './language.js';

/** A text in the reader's language with the other one small beside or below it; the page's style places them. */
export function Bilingual({ text, language }: { readonly text: Text; readonly language: Language }) {
  const other = beside(language);
  return (
    <>
      <span>{text[language]}</span>{' '}
      <span className="beside" lang={other}>
        {text[other]}
      </span>
    </>
  );
}
