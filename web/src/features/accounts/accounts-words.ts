import type { AccountState, AccountStep } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** Whether its owner gets in. */
export const ACCOUNT_STATE_WORDS: Readonly<Record<AccountState, Text>> = {
  ACTIVE: { id: 'Aktif', en: 'Active' },
  INVITED: { id: 'Diundang', en: 'Invited' },
  LOCKED: { id: 'Dikunci', en: 'Locked' },
};

/** What can be done with an account. */
export const STEP_WORDS: Readonly<Record<AccountStep, Text>> = {
  LOCK: { id: 'Kunci', en: 'Lock' },
  UNLOCK: { id: 'Buka kunci', en: 'Unlock' },
  RENEW: { id: 'Beri kode baru', en: 'Give a new code' },
  RESET_SECOND_FACTOR: { id: 'Atur ulang faktor kedua', en: 'Reset the second factor' },
};

/** Who gets in, as an administrator keeps it. */
export const ACCOUNTS_WORDS = {
  title: { id: 'Akun', en: 'Accounts' },
  lead: {
    id: 'Siapa yang bisa masuk, dan untuk apa. Setiap perubahan tercatat di jejak audit dan berlaku seketika.',
    en: 'Who gets in, and for what. Every change is in the audit trail and holds at once.',
  },
  list: { id: 'Semua akun', en: 'All accounts' },
  none: { id: 'Belum ada akun.', en: 'There are no accounts yet.' },
  more: { id: 'Muat lagi', en: 'Load more' },
  find: { id: 'Cari nama atau nama masuk', en: 'Find a name or a login name' },
  notFound: { id: 'Tidak ada di antara yang dimuat.', en: 'Not among those loaded.' },
  invite: { id: 'Undang seseorang', en: 'Invite somebody' },
  inviteLead: {
    id: 'Pantau membuat kode sekali pakai. Serahkan sendiri; kata sandinya ditentukan orang itu.',
    en: 'Pantau makes a code that can be used once. Hand it over yourself; the person sets the password.',
  },
  name: { id: 'Nama orangnya', en: 'Name of the person' },
  login: { id: 'Nama masuk', en: 'Login name' },
  unitOfPerson: { id: 'Unit pegawai', en: 'Unit of the employee' },
  noEmployee: { id: 'Bukan pegawai di wilayah ini', en: 'No employee of this region' },
  employee: { id: 'Pegawai', en: 'Employee' },
  choose: { id: 'Pilih', en: 'Choose' },
  employeeHint: {
    id: 'Menghubungkan akun dengan datanya sendiri, dan dengan perannya sebagai penilai.',
    en: 'Ties the account to the own data, and to appraising others.',
  },
  roles: { id: 'Peran', en: 'Roles' },
  rolesHint: {
    id: 'Boleh kosong: setiap pegawai melihat datanya sendiri, dan penilai melihat yang dinilainya, tanpa peran.',
    en: 'May be left empty: employees see their own data and appraisers those they appraise without a role.',
  },
  forUnit: { id: 'Untuk', en: 'For' },
  wholeRegion: { id: 'Seluruh wilayah', en: 'The whole region' },
  send: { id: 'Buat undangan', en: 'Make the invitation' },
  sending: { id: 'Menyimpan…', en: 'Recording…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  code: { id: 'Kode undangan untuk', en: 'Invitation code for' },
  codeLead: {
    id: 'Tampil sekali ini saja. Serahkan kepada orangnya, bukan lewat grup atau papan pengumuman. Ia membukanya di',
    en: 'It is shown this once. Hand it to the person, not through a group or a notice board. It is used at',
  },
  codeGone: {
    id: 'Kodenya sudah pernah ditampilkan. Bila belum sampai, beri kode baru.',
    en: 'The code was shown before. If it has not arrived, give a new one.',
  },
  close: { id: 'Sudah saya serahkan', en: 'I have handed it over' },
  secondOn: { id: 'faktor kedua aktif', en: 'second factor on' },
  secondOff: { id: 'tanpa faktor kedua', en: 'no second factor' },
  sample: { id: 'akun contoh', en: 'sample account' },
  made: { id: 'dibuat', en: 'made' },
  noRoles: { id: 'tanpa peran tambahan', en: 'no further role' },
  revoke: { id: 'Cabut', en: 'Revoke' },
  grant: { id: 'Beri peran', en: 'Grant a role' },
  role: { id: 'Peran', en: 'Role' },
  unit: { id: 'Untuk', en: 'For' },
} as const satisfies Record<string, Text>;
