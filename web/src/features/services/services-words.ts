import type { ServiceScope, ServiceState } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What a token may be good for. */
export const SCOPE_WORDS: Readonly<Record<ServiceScope, { readonly name: Text; readonly what: Text }>> = {
  UNITS: {
    name: { id: 'Unit', en: 'Units' },
    what: { id: 'angka unit, tanpa orang', en: 'figures of units, no people' },
  },
  PEOPLE: {
    name: { id: 'Orang', en: 'People' },
    what: { id: 'nama, jabatan, unit, NIP tersamar', en: 'names, posts, units, masked NIPs' },
  },
  NIP: {
    name: { id: 'NIP', en: 'NIP' },
    what: {
      id: 'NIP utuh; setiap pembacaan diberitahukan kepada orangnya',
      en: 'whole NIPs; each read is told to the person',
    },
  },
  SCORES: {
    name: { id: 'Nilai', en: 'Scores' },
    what: { id: 'nilai dan semua yang membentuknya', en: 'scores and all they are made of' },
  },
  PREDICATES: {
    name: { id: 'Predikat', en: 'Predicates' },
    what: {
      id: 'predikat yang sudah ditetapkan, dan milik siapa',
      en: 'confirmed predicates, and whose they are',
    },
  },
  PROVISION: {
    name: { id: 'Data pegawai', en: 'Provisioning' },
    what: {
      id: 'menambah dan mengubah pegawai, unit dan pejabat penilai; membaca nama dan NIP utuh',
      en: 'adds and changes employees, units and reporting lines; reads names and whole NIPs',
    },
  },
  COUNTERS: {
    name: { id: 'Hitungan', en: 'Counters' },
    what: {
      id: 'mengirim hitungan mesin antrean dan sistem lain',
      en: 'sends what queue machines and other systems counted',
    },
  },
};

/** Whether a program is let in. */
export const SERVICE_STATE_WORDS: Readonly<Record<ServiceState, Text>> = {
  ACTIVE: { id: 'Berlaku', en: 'Active' },
  EXPIRED: { id: 'Kedaluwarsa', en: 'Expired' },
  REVOKED: { id: 'Dicabut', en: 'Revoked' },
};

/** The programs that a region lets in. */
export const SERVICES_WORDS = {
  title: { id: 'Token untuk sistem lain', en: 'Tokens for other systems' },
  lead: {
    id: 'Program lain, misalnya sistem kepegawaian daerah, membaca Pantau dengan token. Hanya cakupan Data pegawai dan Hitungan yang dapat menulis, masing-masing bagiannya saja.',
    en: 'Other programs, such as the regional HR system, read Pantau with a token. The scopes Provisioning and Counters alone can write, each its own part.',
  },
  explorer: { id: 'Coba pertanyaannya di penjelajah API', en: 'Try the queries in the API explorer' },
  list: { id: 'Semua token', en: 'All tokens' },
  none: { id: 'Belum ada token.', en: 'There are no tokens yet.' },
  create: { id: 'Buat token', en: 'Make a token' },
  name: { id: 'Untuk apa', en: 'What it is for' },
  nameHint: { id: 'Misalnya: tarikan malam SIMPEG.', en: 'For example: nightly pull of SIMPEG.' },
  scopes: { id: 'Boleh membaca atau menulis', en: 'May read or write' },
  units: { id: 'Dari unit', en: 'Of units' },
  expires: { id: 'Berlaku sampai', en: 'Good until' },
  expiresHint: { id: 'Paling lama 400 hari.', en: 'At most 400 days ahead.' },
  quota: { id: 'Permintaan per jam', en: 'Requests an hour' },
  quotaHint: { id: '1 sampai 1.000.000.', en: '1 to 1,000,000.' },
  send: { id: 'Buat token', en: 'Make the token' },
  sending: { id: 'Menyimpan…', en: 'Recording…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  token: { id: 'Token untuk', en: 'Token for' },
  tokenLead: {
    id: 'Tampil sekali ini saja dan tidak disimpan di Pantau. Simpan di tempat programnya berjalan; kirim sebagai “Authorization: Bearer …”.',
    en: 'It is shown this once and kept nowhere in Pantau. Keep it where the program runs; send it as “Authorization: Bearer …”.',
  },
  tokenGone: {
    id: 'Tokennya sudah pernah ditampilkan. Bila belum tersimpan, ganti tokennya.',
    en: 'The token was shown before. If it was not kept, rotate it.',
  },
  close: { id: 'Sudah saya simpan', en: 'I have kept it' },
  rotate: { id: 'Ganti token', en: 'Rotate the token' },
  rotateHint: {
    id: 'Bila diganti, token lama masih berlaku 24 jam.',
    en: 'Once rotated, the old one stays good for 24 hours.',
  },
  revoke: { id: 'Cabut', en: 'Revoke' },
  lastUsed: { id: 'terakhir dipakai', en: 'last used' },
  neverUsed: { id: 'belum pernah dipakai', en: 'never used yet' },
  until: { id: 'berlaku sampai', en: 'good until' },
  revokedAt: { id: 'dicabut', en: 'revoked' },
  oldUntil: { id: 'Token lama berlaku sampai', en: 'The old token is good until' },
  thisHour: { id: 'jam ini', en: 'this hour' },
  of: { id: 'dari', en: 'of' },
  requests: { id: 'permintaan', en: 'requests' },
  more: { id: 'Muat lagi', en: 'Load more' },
} as const satisfies Record<string, Text>;
