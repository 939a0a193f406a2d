import { LanguageSwitch } from '../../lib/text/LanguageSwitch.js';
import { beside, languageOf, type Text } from '../../lib/text/language.js';
import './start.css';

const WORDS = {
  what: {
    id: 'Pantau memperlihatkan secara langsung bagaimana pelayanan setiap unit kecamatan berjalan, lengkap dengan alasan di balik setiap angka. Pantau dibuat untuk mendampingi: angka yang turun berarti unit itu perlu dibantu, bukan dihukum.',
    en: 'Pantau shows live how the service of each unit of a district office is doing, with the reason behind every figure. It is made to help: a figure that falls means that the unit needs support, never punishment.',
  },
  wall: { id: 'Buka papan pantau', en: 'Open the wall' },
  wallHint: {
    id: 'Untuk layar di ruang kantor; juga terbaca di tablet dan telepon.',
    en: 'For the screen in the office; it reads on tablets and phones as well.',
  },
  policies: { id: 'Aturan penilaian', en: 'Scoring policies' },
  policiesHint: {
    id: 'Untuk pemilik aturan: mencoba angka penilaian pada salinan, melihat siapa yang terpengaruh, lalu menandatanganinya.',
    en: 'For the owner of the policies: to try out other numbers on a copy, see whom they move, and sign them.',
  },
  api: { id: 'Alamat GraphQL', en: 'GraphQL address' },
  apiHint: {
    id: 'Untuk sistem kepegawaian lain: HTTP dan WebSocket di alamat yang sama.',
    en: 'For other HR systems: HTTP and WebSocket at the same address.',
  },
} as const satisfies Record<string, Text>;

/** The region that Pantau was made for, where the address names none. */
const HOME_REGION = '35.78';

/** Where the scoring policies of the same region are, in the same language. */
function policiesAddress(search: string): string {
  const parameters = new URLSearchParams(search);
  if (!parameters.get('region')) parameters.set('region', HOME_REGION);
  return `/policies?${parameters}`;
}

/** `/`: what Pantau is, and where to go. */
export function StartPage() {
  const { origin, search } = window.location;
  const language = languageOf(search);
  return (
    <main className="start">
      <h1>Pantau</h1>
      <p className="lead">{WORDS.what[language]}</p>
      <p className="hint" lang={beside(language)}>
        {WORDS.what[beside(language)]}
      </p>
      <p>
        <a className="button" href={`/wall${search}`}>
          {WORDS.wall[language]}
        </a>
      </p>
      <p className="hint">{WORDS.wallHint[language]}</p>
      <p className="more">
        <a href={policiesAddress(search)}>{WORDS.policies[language]}</a>
      </p>
      <p className="hint">{WORDS.policiesHint[language]}</p>
      <h2>{WORDS.api[language]}</h2>
      <p>
        <code>{new URL('/graphql', origin).href}</code>
      </p>
      <p className="hint">{WORDS.apiHint[language]}</p>
      <LanguageSwitch />
    </main>
  );
}
