import type { AuditOutcome } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** How something ended. */
export const OUTCOME_WORDS: Readonly<Record<AuditOutcome, Text>> = {
  DONE: { id: 'Dilakukan', en: 'Done' },
  REFUSED: { id: 'Ditolak aturan', en: 'Refused by a rule' },
  DENIED: { id: 'Tidak berhak', en: 'Denied' },
};

/** What kind of somebody did it. */
export const ACTOR_WORDS: Readonly<Record<string, Text>> = {
  PERSON: { id: 'Orang', en: 'Person' },
  DEVICE: { id: 'Layar', en: 'Screen' },
  SERVICE: { id: 'Token', en: 'Token' },
  COMMAND: { id: 'Di server', en: 'On the server' },
  SYSTEM: { id: 'Sistem', en: 'System' },
  PUBLIC: { id: 'Belum masuk', en: 'Not signed in' },
};

/** What of a person was looked at. */
export const PERSONAL_WORDS: Readonly<Record<string, Text>> = {
  IDENTITY: { id: 'nama dan jabatan', en: 'name and post' },
  NIP: { id: 'NIP', en: 'NIP' },
  SCORE: { id: 'nilai', en: 'score' },
  EXPLANATION: { id: 'penjelasan nilai', en: 'explanation of the score' },
  OBSERVATION: { id: 'pengamatan', en: 'observations' },
  OBJECTION: { id: 'keberatan', en: 'objections' },
  PREDICATE: { id: 'predikat', en: 'predicate' },
};

/** The audit trail. */
export const AUDIT_WORDS = {
  title: { id: 'Jejak audit', en: 'Audit trail' },
  lead: {
    id: 'Siapa melakukan apa, kapan, dan hasilnya. Setiap butir terikat pada butir sebelumnya; tidak ada yang dapat diubah atau dihilangkan tanpa ketahuan.',
    en: 'Who did what, when, and how it ended. Each entry is chained to the one before; none can be changed or taken out unnoticed.',
  },
  filter: { id: 'Saring', en: 'Filter' },
  action: { id: 'Tindakan', en: 'Action' },
  actionHint: {
    id: 'Nama perintah, misalnya read, signIn, grantRole. Kosong: semua.',
    en: 'Name of the command, such as read, signIn, grantRole. Empty: all.',
  },
  outcome: { id: 'Hasil', en: 'Outcome' },
  all: { id: 'Semua', en: 'All' },
  apply: { id: 'Tampilkan', en: 'Show' },
  clear: { id: 'Hapus saringan', en: 'Clear the filter' },
  onlyActor: { id: 'Hanya pelaku ini', en: 'Only this one' },
  filteredActor: { id: 'Hanya satu pelaku ditampilkan.', en: 'Only one actor is shown.' },
  none: { id: 'Tidak ada butir seperti ini.', en: 'There is no such entry.' },
  entry: { id: 'Butir', en: 'Entry' },
  at: { id: 'Kapan', en: 'When' },
  who: { id: 'Siapa', en: 'Who' },
  what: { id: 'Apa', en: 'What' },
  details: { id: 'Rincian', en: 'Details' },
  changes: { id: 'Perubahan di aliran', en: 'Changes in the stream' },
  records: { id: 'Pengamatan tercatat', en: 'Observations recorded' },
  people: { id: 'Data orang yang dibaca', en: 'Whose data were read' },
  told: { id: 'Keterangan', en: 'Told' },
  erased: {
    id: 'Rinciannya sudah dihapus sesuai aturan.',
    en: 'Its details have been erased as the rules say.',
  },
  gone: { id: 'sudah tidak ada', en: 'gone' },
  more: { id: 'Muat lagi', en: 'Load more' },
  verify: { id: 'Memeriksa tanpa mempercayai server', en: 'To verify without trusting the server' },
  verifyLead: {
    id: 'Halaman ini dibuat oleh server yang diperiksa. Pemeriksaan yang sungguh dilakukan di tempat lain, dengan salinan rantai, titik periksa yang disimpan di luar jangkauan pengelola basis data, dan kunci publik:',
    en: 'This page comes from the server that is examined. A real check is made elsewhere, with a copy of the chain, checkpoints kept out of reach of whoever runs the database, and the public key:',
  },
  verifyMore: {
    id: 'Setiap temuan disebut dengan tempatnya: ALTERED, REMOVED, INSERTED, REORDERED, TRUNCATED, FORKED, REWRITTEN, FORGED. Penjelasannya ada di AUDIT.md.',
    en: 'Each finding is named with its place: ALTERED, REMOVED, INSERTED, REORDERED, TRUNCATED, FORKED, REWRITTEN, FORGED. AUDIT.md explains them.',
  },
} as const satisfies Record<string, Text>;
