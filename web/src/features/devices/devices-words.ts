import type { WallDeviceState, WallLevel } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** How far a screen has come. */
export const DEVICE_STATE_WORDS: Readonly<Record<WallDeviceState, Text>> = {
  WAITING: { id: 'Menunggu layarnya', en: 'Waiting for the screen' },
  PAIRED: { id: 'Dipasangkan', en: 'Paired' },
  REVOKED: { id: 'Dicabut', en: 'Revoked' },
};

/** Who sees a screen, and what it therefore shows. */
export const LEVEL_WORDS: Readonly<Record<WallLevel, { readonly name: Text; readonly what: Text }>> = {
  OFFICE: {
    name: { id: 'Ruang kerja', en: 'Office' },
    what: {
      id: 'Tanpa tamu: angka unit, dan apa yang baru menggerakkannya.',
      en: 'No visitors: figures of units, and what just moved them.',
    },
  },
  VISITORS: {
    name: { id: 'Ruang tamu', en: 'Visitors' },
    what: {
      id: 'Terlihat warga: angka unit saja.',
      en: 'Citizens see it: figures of units alone.',
    },
  },
};

/** The screens on the walls of an office. */
export const DEVICES_WORDS = {
  title: { id: 'Layar', en: 'Screens' },
  lead: {
    id: 'Dinding yang dipasangkan dengan Pantau. Layar hanya memperlihatkan angka unit, tidak pernah seseorang, dan tidak dapat mengubah apa pun.',
    en: 'Walls that are paired with Pantau. A screen shows figures of units, never a person, and can change nothing.',
  },
  list: { id: 'Semua layar', en: 'All screens' },
  none: { id: 'Belum ada layar yang dipasangkan.', en: 'No screen is paired yet.' },
  pair: { id: 'Pasangkan dinding', en: 'Pair a wall' },
  pairLead: {
    id: 'Buka /wall di layarnya. Ketik kode yang tampil di sana; setelah itu dinding muncul dengan sendirinya.',
    en: 'Open /wall on the screen. Type the code that it shows; the wall then appears by itself.',
  },
  code: { id: 'Kode di layar', en: 'Code on the screen' },
  codeHint: {
    id: 'Delapan huruf, misalnya BCDF-GHJK. Kode berganti tiap sepuluh menit.',
    en: 'Eight letters, such as BCDF-GHJK. It changes every ten minutes.',
  },
  name: { id: 'Tempatnya', en: 'Where it hangs' },
  nameHint: { id: 'Misalnya: Ruang Camat.', en: 'For example: office of the Camat.' },
  level: { id: 'Siapa yang melihatnya', en: 'Who sees it' },
  units: { id: 'Unit yang diperlihatkan', en: 'Units that it shows' },
  send: { id: 'Pasangkan', en: 'Pair' },
  sending: { id: 'Menyimpan…', en: 'Recording…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  paired: {
    id: 'Disetujui. Layar itu berubah menjadi dinding dalam beberapa detik.',
    en: 'Approved. That screen becomes the wall within a few seconds.',
  },
  change: { id: 'Ubah', en: 'Change' },
  save: { id: 'Simpan', en: 'Save' },
  revoke: { id: 'Cabut', en: 'Revoke' },
  pairedAt: { id: 'dipasangkan', en: 'paired' },
  lastSeen: { id: 'terakhir terlihat', en: 'last seen' },
  neverSeen: { id: 'belum pernah terlihat', en: 'never seen yet' },
  revokedAt: { id: 'dicabut', en: 'revoked' },
  more: { id: 'Muat lagi', en: 'Load more' },
} as const satisfies Record<string, Text>;
