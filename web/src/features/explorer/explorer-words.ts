import type { Text } from '../../lib/text/language.js';

/** The page on which programmers try out what the API takes and gives. */
export const EXPLORER_WORDS = {
  title: { id: 'Penjelajah API', en: 'API explorer' },
  lead: {
    id: 'Coba pertanyaan GraphQL dengan hak Anda sendiri. Yang dibaca di sini tercatat seperti di halaman lain.',
    en: 'Try GraphQL queries with your own rights. What is read here is noted as on any other page.',
  },
  example: { id: 'Contoh', en: 'Example' },
  chooseExample: { id: 'Pilih contoh…', en: 'Choose an example…' },
  query: { id: 'Pertanyaan', en: 'Query' },
  variables: { id: 'Variabel (JSON)', en: 'Variables (JSON)' },
  answer: { id: 'Jawaban', en: 'Answer' },
  run: { id: 'Jalankan', en: 'Run' },
  running: { id: 'Menunggu…', en: 'Waiting…' },
  stop: { id: 'Hentikan', en: 'Stop' },
  keys: {
    id: 'Ctrl+Enter menjalankan, Ctrl+Spasi melengkapi, Esc lalu Tab keluar dari kotak.',
    en: 'Ctrl+Enter runs, Ctrl+Space completes, Esc and then Tab leaves the box.',
  },
  token: { id: 'Token lain', en: 'Another token' },
  tokenHint: {
    id: 'Kosongkan untuk memakai sesi Anda. Token tidak disimpan: hilang begitu halaman ditutup. Token layanan (ptk_…) hanya untuk program dan ditolak di peramban; coba dengan curl.',
    en: 'Leave it empty to use your session. It is kept nowhere and gone with the page. The token of a service (ptk_…) is for programs and refused in a browser; try it with curl.',
  },
  cost: { id: 'biaya', en: 'cost' },
  following: { id: 'mengikuti; pesan', en: 'following; messages' },
  ended: { id: 'selesai', en: 'ended' },
  unreachable: {
    id: 'Server tidak terjangkau. Periksa jaringan, lalu jalankan lagi.',
    en: 'The server cannot be reached. Check the network and run it again.',
  },
  badVariables: {
    id: 'Variabel bukan objek JSON. Contoh: {"region": "35.78"}',
    en: 'The variables are no JSON object. For example: {"region": "35.78"}',
  },
  docs: { id: 'Isi API', en: 'What there is' },
  docsSearch: { id: 'Cari tipe atau bidang', en: 'Find a type or field' },
  docsLoading: { id: 'Memuat skema…', en: 'Loading the schema…' },
  docsClosed: {
    id: 'Skema tidak dapat dibaca dengan hak ini. Masuk dahulu, atau periksa tokennya.',
    en: 'The schema cannot be read with these rights. Sign in first, or check the token.',
  },
  docsStart: { id: 'Awal', en: 'Start' },
  docsNothing: { id: 'Tidak ada yang bernama begitu.', en: 'Nothing is called that.' },
  deprecated: { id: 'Akan dihapus:', en: 'Deprecated:' },
  guide: {
    id: 'Panduan dalam bahasa Inggris ada di schema/README.md, dengan contoh curl, Python, JavaScript, n8n, dan Excel.',
    en: 'The guide is schema/README.md, with examples in curl, Python, JavaScript, n8n and Excel.',
  },
} as const satisfies Record<string, Text>;
