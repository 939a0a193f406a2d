import type { Text } from '../../lib/text/language.js';

/** One's own account. */
export const ACCOUNT_WORDS = {
  title: { id: 'Akun saya', en: 'My account' },
  login: { id: 'Nama masuk', en: 'Login name' },
  roles: { id: 'Peran', en: 'Roles' },
  employee: { id: 'Pegawai', en: 'Employee' },
  ownData: { id: 'melihat data sendiri', en: 'sees their own data' },
  noRole: { id: 'belum ada', en: 'none yet' },
  wholeRegion: { id: 'seluruh wilayah', en: 'the whole region' },
  demo: {
    id: 'Ini akun contoh: kata sandi dan faktor keduanya tidak dapat diubah.',
    en: 'This is a sample account: its password and second factor cannot be changed.',
  },
  password: { id: 'Kata sandi', en: 'Password' },
  change: { id: 'Ganti kata sandi', en: 'Change the password' },
  current: { id: 'Kata sandi saat ini', en: 'Present password' },
  send: { id: 'Ganti', en: 'Change' },
  sending: { id: 'Mengganti…', en: 'Changing…' },
  changed: {
    id: 'Kata sandi diganti. Sesi lain Anda diakhiri.',
    en: 'The password is changed. Your other sessions were ended.',
  },
  sessions: { id: 'Sesi', en: 'Sessions' },
  sessionsLead: {
    id: 'Di sini akun Anda sedang dipakai. Akhiri yang tidak Anda kenal, lalu ganti kata sandi.',
    en: 'Where your account is in use. End what you do not know, and change your password.',
  },
  thisOne: { id: 'Sesi ini', en: 'This session' },
  other: { id: 'Sesi lain', en: 'Another session' },
  began: { id: 'Mulai', en: 'Began' },
  lastSeen: { id: 'Terakhir dipakai', en: 'Last used' },
  ends: { id: 'Berakhir sendiri', en: 'Ends by itself' },
  end: { id: 'Akhiri', en: 'End' },
  endAll: { id: 'Keluar dari semua perangkat', en: 'Sign out everywhere' },
  ending: { id: 'Mengakhiri…', en: 'Ending…' },
} as const satisfies Record<string, Text>;
