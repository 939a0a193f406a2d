import { lazy, Suspense } from 'react';
import { beside, languageOf, searchInLanguage, type Text } from '../../lib/text/language.js';
import './start.css';

const WORDS = {
  what: {
    id: 'Pantau memperlihatkan secara langsung bagaimana pelayanan setiap unit kecamatan berjalan, lengkap dengan alasan di balik setiap angka. Pantau dibuat untuk mendampingi: angka yang turun berarti unit itu perlu dibantu, bukan dihukum.',
    en: 'Pantau shows live how the service of each unit of a district office is doing, with the reason behind every figure. It is made to help: a figure that falls means that the unit needs support, never punishment.',
  },
  signIn: { id: 'Masuk', en: 'Sign in' },
  signInHint: {
    id: 'Pegawai melihat datanya sendiri dan siapa yang melihatnya; penilai, pimpinan, auditor dan administrator melihat yang perlu untuk tugasnya.',
    en: 'Employees see their own data and who looks at it; appraisers, leadership, auditors and administrators see what their work needs.',
  },
  complain: { id: 'Sampaikan atau lacak aduan', en: 'Make or follow a complaint' },
  complainHint: {
    id: 'Untuk warga, tanpa akun. Boleh tanpa nama.',
    en: 'For citizens, without an account. It may be anonymous.',
  },
  promises: { id: 'Kamu bilang – kami kerjakan', en: 'You said – we do' },
  promisesHint: {
    id: 'Janji kantor di forum warga dan sejauh mana dikerjakan. Dapat dibaca siapa saja.',
    en: 'What the office promised in the forum, and how far it has come. Open to everybody.',
  },
  wall: { id: 'Pasangkan layar di dinding', en: 'Pair a screen on the wall' },
  wallHint: {
    id: 'Buka alamat ini di layar ruang kantor. Administrator memasangkannya sekali dengan kode.',
    en: 'Open this address on the screen in the office. An administrator pairs it once, by a code.',
  },
  api: { id: 'Alamat GraphQL', en: 'GraphQL address' },
  apiHint: {
    id: 'Untuk sistem kepegawaian lain: HTTP dan WebSocket di alamat yang sama.',
    en: 'For other HR systems: HTTP and WebSocket at the same address.',
  },
} as const satisfies Record<string, Text>;

// The first words stand there before anybody knows who reads them.
const StartHeader = lazy(() => import('../session/StartHeader.js'));

/** `/`: what Pantau is, and where to go. */
export function StartPage() {
  const { origin, search } = window.location;
  const language = languageOf(search);
  return (
    <>
      <Suspense>
        <StartHeader language={language} />
      </Suspense>
      <main id="content" className="start">
        <h1>Pantau</h1>
        <p className="lead">{WORDS.what[language]}</p>
        <p className="hint" lang={beside(language)}>
          {WORDS.what[beside(language)]}
        </p>
        <p>
          <a className="button" href={`/sign-in${searchInLanguage('', language)}`}>
            {WORDS.signIn[language]}
          </a>
        </p>
        <p className="hint">{WORDS.signInHint[language]}</p>
        <p className="more">
          <a href={`/keluhan${search}`}>{WORDS.complain[language]}</a>
        </p>
        <p className="hint">{WORDS.complainHint[language]}</p>
        <p className="more">
          <a href={`/janji${search}`}>{WORDS.promises[language]}</a>
        </p>
        <p className="hint">{WORDS.promisesHint[language]}</p>
        <p className="more">
          <a href={`/wall${search}`}>{WORDS.wall[language]}</a>
        </p>
        <p className="hint">{WORDS.wallHint[language]}</p>
        <h2>{WORDS.api[language]}</h2>
        <p>
          <code>{new URL('/graphql', origin).href}</code>
        </p>
        <p className="hint">{WORDS.apiHint[language]}</p>
      </main>
    </>
  );
}
