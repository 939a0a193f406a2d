import type {
  WebhookDeliveryState,
  WebhookDisabledBecause,
  WebhookMessageType,
  WebhookState,
  WebhookTrouble,
} from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What a message tells. */
export const MESSAGE_WORDS: Readonly<
  Record<WebhookMessageType, { readonly name: Text; readonly what: Text }>
> = {
  PERIOD_CONFIRMED: {
    name: { id: 'Periode ditetapkan', en: 'Period confirmed' },
    what: { id: 'hasil satu periode sudah final', en: 'the results of a period are final' },
  },
  SCORE_CORRECTED: {
    name: { id: 'Nilai dikoreksi', en: 'Score corrected' },
    what: {
      id: 'nilai periode yang pernah ditutup berubah, atau ada koreksi, penarikan, keberatan yang diterima',
      en: 'a score of a period once closed moved, or a correction, a withdrawal or an upheld objection moved one',
    },
  },
  EMPLOYEE_CHANGED: {
    name: { id: 'Pegawai berubah', en: 'Employee changed' },
    what: {
      id: 'data pegawai, penempatan atau cuti',
      en: 'master data, an appointment or a leave',
    },
  },
  TEST: {
    name: { id: 'Uji', en: 'Trial' },
    what: { id: 'tidak mengabarkan apa pun', en: 'tells nothing' },
  },
};

/** Whether an endpoint is sent to. */
export const WEBHOOK_STATE_WORDS: Readonly<Record<WebhookState, Text>> = {
  ACTIVE: { id: 'Aktif', en: 'Active' },
  DISABLED: { id: 'Dimatikan', en: 'Disabled' },
  ENDED: { id: 'Diakhiri', en: 'Ended' },
};

/** Why an endpoint is not sent to, and the way out. */
export const BECAUSE_WORDS: Readonly<Record<WebhookDisabledBecause, Text>> = {
  ADMINISTRATOR: { id: 'Dimatikan administrator', en: 'An administrator disabled it' },
  GONE: {
    id: 'Penerima menjawab bahwa ia sudah tidak ada (410). Periksa alamatnya, lalu nyalakan',
    en: 'The receiver answered that it is gone (410). Check its address, then enable it',
  },
  FAILING: {
    id: 'Lima hari tidak ada yang sampai. Perbaiki penerimanya, lalu nyalakan',
    en: 'Nothing got through for five days. Mend the receiver, then enable it',
  },
};

/** What became of a delivery. */
export const DELIVERY_STATE_WORDS: Readonly<Record<WebhookDeliveryState, Text>> = {
  WAITING: { id: 'Menunggu', en: 'Waiting' },
  DELIVERED: { id: 'Sampai', en: 'Delivered' },
  FAILED: { id: 'Gagal', en: 'Failed' },
};

/** Why the last try did not arrive. */
export const TROUBLE_WORDS: Readonly<Record<WebhookTrouble, Text>> = {
  TIMEOUT: { id: 'tidak menjawab dalam 15 detik', en: 'no answer within 15 seconds' },
  NAME_UNKNOWN: { id: 'nama server tidak dikenal', en: 'the name of the server is unknown' },
  ADDRESS_REFUSED: { id: 'alamatnya di jaringan dalam', en: 'its address is in an inner network' },
  TLS: { id: 'sertifikat tidak sah', en: 'its certificate is not good' },
  NO_CONNECTION: { id: 'tidak tersambung', en: 'no connection' },
  STATUS: { id: 'ditolak penerima', en: 'the receiver refused it' },
  REDIRECT: { id: 'penerima menunjuk alamat lain', en: 'the receiver named another address' },
  GONE: { id: 'penerima sudah tidak ada', en: 'the receiver is gone' },
  ENDED: { id: 'penerima diakhiri', en: 'the endpoint was ended' },
};

/** Endpoints that are told of changes. */
export const WEBHOOKS_WORDS = {
  title: { id: 'Pemberitahuan ke sistem lain', en: 'Telling other systems' },
  lead: {
    id: 'Begitu ada yang berubah, Pantau mengirim pesan singkat ke sistem lain (webhook). Isinya hanya kode, tanpa nama, NIP, atau nilai; sistem itu mengambil datanya sendiri dengan token.',
    en: 'As soon as something changes, Pantau sends a short message to another system (a webhook). It holds ids alone, no name, NIP or score; that system pulls the data with its token.',
  },
  list: { id: 'Semua penerima', en: 'All receivers' },
  none: { id: 'Belum ada penerima.', en: 'There are no receivers yet.' },
  create: { id: 'Tambah penerima', en: 'Add a receiver' },
  change: { id: 'Ubah', en: 'Change' },
  name: { id: 'Nama', en: 'Name' },
  nameHint: { id: 'Misalnya: SIMPEG.', en: 'For example: SIMPEG.' },
  url: { id: 'Alamat', en: 'Address' },
  urlHint: {
    id: 'Diawali https://, misalnya https://simpeg.example.go.id/pantau.',
    en: 'Begins with https://, such as https://simpeg.example.go.id/pantau.',
  },
  types: { id: 'Dikabari bila', en: 'Is told of' },
  save: { id: 'Simpan', en: 'Save' },
  sending: { id: 'Menyimpan…', en: 'Recording…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  secret: { id: 'Rahasia untuk', en: 'Secret for' },
  secretLead: {
    id: 'Tampil sekali ini saja. Simpan di penerima; dengan ini ia memastikan bahwa pesannya dari Pantau.',
    en: 'It is shown this once. Keep it where the receiver runs; by it the receiver knows that a message is from Pantau.',
  },
  secretGone: {
    id: 'Rahasianya sudah pernah ditampilkan. Bila belum tersimpan, ganti rahasianya.',
    en: 'The secret was shown before. If it was not kept, rotate it.',
  },
  close: { id: 'Sudah saya simpan', en: 'I have kept it' },
  rotate: { id: 'Ganti rahasia', en: 'Rotate the secret' },
  rotateHint: {
    id: 'Bila diganti, rahasia lama masih dipakai 24 jam.',
    en: 'Once rotated, the old one is used for 24 hours more.',
  },
  oldUntil: { id: 'Rahasia lama masih dipakai sampai', en: 'The old secret is used until' },
  ping: { id: 'Kirim uji', en: 'Send a trial' },
  off: { id: 'Matikan', en: 'Disable' },
  on: { id: 'Nyalakan', en: 'Enable' },
  end: { id: 'Akhiri', en: 'End' },
  lastSuccess: { id: 'terakhir sampai', en: 'last got through' },
  never: { id: 'belum pernah ada yang sampai', en: 'nothing has got through yet' },
  failingSince: { id: 'Gagal terus sejak', en: 'Failing since' },
  endedAt: { id: 'diakhiri', en: 'ended' },
  deliveries: { id: 'Kiriman', en: 'Deliveries' },
  noDeliveries: { id: 'Belum ada kiriman dalam 30 hari.', en: 'No deliveries in 30 days.' },
  refresh: { id: 'Muat ulang', en: 'Load again' },
  again: { id: 'Kirim ulang', en: 'Send again' },
  allAgain: { id: 'Kirim ulang semua yang gagal', en: 'Send all that failed again' },
  failedSince: { id: 'Yang gagal sejak', en: 'That failed since' },
  tries: { id: 'kali dicoba', en: 'tries' },
  status: { id: 'status', en: 'status' },
  next: { id: 'dicoba lagi', en: 'tried again' },
  more: { id: 'Muat lagi', en: 'Load more' },
} as const satisfies Record<string, Text>;
