import { languageOf, type Text } from '../../lib/text/language.js';
import './start.css';

const WORDS = {
  title: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  hint: {
    id: 'Alamat ini tidak ada di Pantau. Mulailah dari halaman depan.',
    en: 'Pantau has no page at this address. Start from the front page.',
  },
  start: { id: 'Ke halaman depan', en: 'To the front page' },
} as const satisfies Record<string, Text>;

/** Any address that leads nowhere. */
export function NotFoundPage() {
  const language = languageOf(window.location.search);
  return (
    <main className="start">
      <h1>{WORDS.title[language]}</h1>
      <p className="lead">{WORDS.hint[language]}</p>
      <p>
        <a className="button" href={`/${window.location.search}`}>
          {WORDS.start[language]}
        </a>
      </p>
    </main>
  );
}
