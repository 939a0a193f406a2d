import type { Role } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';

/** What a role is called, and what it is for. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly name: Text; readonly what: Text }>> = {
  EMPLOYEE: {
    name: { id: 'Pegawai', en: 'Employee' },
    what: { id: 'Melihat data sendiri.', en: 'Sees their own data.' },
  },
  OBSERVER: {
    name: { id: 'Pengamat', en: 'Observer' },
    what: { id: 'Mencatat yang terlihat di unitnya.', en: 'Logs what is seen in the unit.' },
  },
  FACILITATOR: {
    name: { id: 'Fasilitator', en: 'Facilitator' },
    what: {
      id: 'Memandu forum warga dan menangani aduannya.',
      en: 'Leads the citizens’ forum and handles their complaints.',
    },
  },
  LEADERSHIP: {
    name: { id: 'Pimpinan', en: 'Leadership' },
    what: {
      id: 'Melihat angka unit dan orangnya, dan bertindak. Perlu faktor kedua.',
      en: 'Sees figures of units and their people, and acts. Needs a second factor.',
    },
  },
  AUDITOR: {
    name: { id: 'Auditor', en: 'Auditor' },
    what: {
      id: 'Membaca jejak audit. Perlu faktor kedua.',
      en: 'Reads the audit trail. Needs a second factor.',
    },
  },
  ADMINISTRATOR: {
    name: { id: 'Administrator', en: 'Administrator' },
    what: {
      id: 'Mengelola akun, layar dan token. Perlu faktor kedua.',
      en: 'Keeps accounts, screens and tokens. Needs a second factor.',
    },
  },
};

/** What leads where, and how one leaves. */
export const HEADER_WORDS = {
  menu: { id: 'Menu', en: 'Menu' },
  pages: { id: 'Halaman', en: 'Pages' },
  skip: { id: 'Langsung ke isi', en: 'Skip to the content' },
  wall: { id: 'Papan pantau', en: 'Wall' },
  me: { id: 'Data saya', en: 'My data' },
  complaints: { id: 'Aduan', en: 'Complaints' },
  feedback: { id: 'Penilaian warga', en: 'Feedback' },
  forum: { id: 'Forum', en: 'Forum' },
  promises: { id: 'Janji', en: 'Promises' },
  forumPlan: { id: 'Rencana forum', en: 'Forum plans' },
  policies: { id: 'Aturan', en: 'Policies' },
  accounts: { id: 'Akun', en: 'Accounts' },
  imports: { id: 'Impor', en: 'Import' },
  devices: { id: 'Layar', en: 'Screens' },
  services: { id: 'Token', en: 'Tokens' },
  exports: { id: 'Serah terima', en: 'Handing on' },
  webhooks: { id: 'Webhook', en: 'Webhooks' },
  corrections: { id: 'Koreksi', en: 'Corrections' },
  audit: { id: 'Jejak audit', en: 'Audit trail' },
  account: { id: 'Akun saya', en: 'My account' },
  signIn: { id: 'Masuk', en: 'Sign in' },
  unsent: {
    id: 'catatan atau foto forum belum terkirim. Bila Anda keluar, semuanya tetap di perangkat ini dan terkirim saat Anda masuk lagi di sini.',
    en: 'forum entries or pictures are not sent. If you sign out they stay on this device, and are sent when you sign in here again.',
  },
  leaveAnyway: { id: 'Keluar juga', en: 'Sign out all the same' },
  stay: { id: 'Tetap di sini', en: 'Stay' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  signingOut: { id: 'Keluar…', en: 'Signing out…' },
} as const satisfies Record<string, Text>;

/** What stands in the place of a page that cannot be shown. */
export const GATE_WORDS = {
  loading: { id: 'Memuat…', en: 'Loading…' },
  retry: { id: 'Coba lagi', en: 'Try again' },
  unreachable: { id: 'Server tidak terjangkau', en: 'The server cannot be reached' },
  unreachableHint: {
    id: 'Periksa jaringan perangkat ini. Begitu tersambung, halaman dimuat dengan sendirinya.',
    en: 'Check this device’s network. Once it is back, the page loads by itself.',
  },
  refused: { id: 'Halaman ini tidak dapat ditampilkan', en: 'This page cannot be shown' },
  refusedHint: {
    id: 'Server menjawab, tetapi tanpa isi. Coba lagi; bila tetap begini, sampaikan kepada pengelola.',
    en: 'The server answered, but without content. Try again; if it stays so, tell the administrator.',
  },
  report: { id: 'Kode laporan', en: 'Report code' },
  notOpen: { id: 'Halaman ini tidak terbuka untuk Anda', en: 'This page is not open to you' },
  notOpenHint: {
    id: 'Setiap orang hanya melihat yang diperlukan untuk tugasnya. Bila tugas Anda memerlukan halaman ini, minta perannya kepada administrator.',
    en: 'Everybody sees only what their work needs. If yours needs this page, ask the administrator for the role.',
  },
  signedInAs: { id: 'Anda masuk sebagai', en: 'You are signed in as' },
  home: { id: 'Ke halaman Anda', en: 'To your page' },
  ended: {
    id: 'Sesi Anda telah berakhir. Masuk lagi untuk melanjutkan; yang sudah Anda tulis di halaman ini tetap ada.',
    en: 'Your session has ended. Sign in again to go on; what you wrote on this page is kept.',
  },
  screen: {
    id: 'Peramban ini dipasangkan sebagai dinding. Bila Anda masuk di sini, dindingnya harus dipasangkan lagi.',
    en: 'This browser is paired as a wall. If you sign in here, the wall has to be paired again.',
  },
  notRenewed: {
    id: 'Tidak dapat dimuat ulang; ini keadaan sebelumnya.',
    en: 'It could not be loaded again; this is how it was before.',
  },
} as const satisfies Record<string, Text>;

/** Getting in. */
export const SIGN_IN_WORDS = {
  title: { id: 'Masuk', en: 'Sign in' },
  lead: {
    id: 'Dengan nama masuk dan kata sandi dari Pantau.',
    en: 'With your login name and password for Pantau.',
  },
  login: { id: 'Nama masuk', en: 'Login name' },
  loginHint: { id: 'Bukan NIP.', en: 'Not your NIP.' },
  password: { id: 'Kata sandi', en: 'Password' },
  show: { id: 'Tampilkan kata sandi', en: 'Show the password' },
  hide: { id: 'Sembunyikan kata sandi', en: 'Hide the password' },
  region: { id: 'Kode wilayah', en: 'Region code' },
  regionHint: {
    id: 'Kode Kemendagri kabupaten atau kota. Contoh: 35.78 untuk Kota Surabaya.',
    en: 'The Kemendagri code of the kabupaten or kota. Example: 35.78 for Kota Surabaya.',
  },
  send: { id: 'Masuk', en: 'Sign in' },
  sending: { id: 'Memeriksa…', en: 'Checking…' },
  second: { id: 'Satu langkah lagi', en: 'One more step' },
  secondLead: {
    id: 'Akun ini dijaga faktor kedua. Buka aplikasi autentikator di ponsel Anda.',
    en: 'This account is kept by a second factor. Open the authenticator on your phone.',
  },
  code: { id: 'Kode 6 angka', en: '6-digit code' },
  codeHint: {
    id: 'Ponsel tidak di tangan? Masukkan salah satu kode pemulihan Anda.',
    en: 'No phone at hand? Enter one of your recovery codes.',
  },
  back: { id: 'Kembali', en: 'Back' },
  signOn: { id: 'Masuk dengan akun organisasi', en: 'Sign in with your organisation’s account' },
  or: { id: 'atau', en: 'or' },
  forgotten: {
    id: 'Lupa kata sandi, atau baru pertama kali? Minta kode kepada administrator, lalu buka',
    en: 'Forgot your password, or here for the first time? Ask the administrator for a code, then open',
  },
  invitation: { id: 'halaman undangan', en: 'the invitation page' },
  setUpDue: {
    id: 'Wilayah ini belum punya administrator.',
    en: 'Nobody administers this region yet.',
  },
  setUp: { id: 'Siapkan administrator pertama', en: 'Set up the first administrator' },
  demo: { id: 'Akun contoh', en: 'Sample accounts' },
  demoMark: { id: 'DATA REKAAN', en: 'INVENTED DATA' },
  demoLead: {
    id: 'Orang dan angkanya rekaan. Pilih satu untuk melihat dunianya.',
    en: 'The people and their figures are invented. Choose one to see their world.',
  },
  demoPassword: { id: 'Kata sandi semuanya', en: 'The password of all' },
  as: { id: 'Masuk sebagai', en: 'Sign in as' },
  unsent: {
    id: 'Server tidak terjangkau. Periksa jaringan, lalu coba lagi.',
    en: 'The server cannot be reached. Check the network, then try again.',
  },
  whichRegion: {
    id: 'Server ini memuat beberapa wilayah. Tulis kode wilayah Anda.',
    en: 'This server holds several regions. Write the code of yours.',
  },
} as const satisfies Record<string, Text>;

/** A password of one's own: beforehand what is asked of it. */
export const PASSWORD_WORDS = {
  next: { id: 'Kata sandi baru', en: 'New password' },
  rules: { id: 'Kata sandi yang baik', en: 'A good password' },
  length: {
    id: '12 sampai 128 karakter. Beberapa kata yang Anda ingat sudah cukup; spasi boleh.',
    en: '12 to 128 characters. A few words that you remember will do; spaces are allowed.',
  },
  common: {
    id: 'Bukan kata sandi yang sering dipakai orang, dan bukan satu huruf yang diulang-ulang.',
    en: 'None that many people use, and not one letter again and again.',
  },
  names: {
    id: 'Tidak memuat nama masuk Anda, nama Pantau, atau nama wilayah.',
    en: 'Without your login name, the word Pantau, or the name of the region.',
  },
  free: {
    id: 'Huruf besar, angka, atau tanda baca tidak diwajibkan.',
    en: 'Capitals, digits or signs are not demanded.',
  },
} as const satisfies Record<string, Text>;

/** The first administrator. */
export const SET_UP_WORDS = {
  title: { id: 'Administrator pertama', en: 'The first administrator' },
  lead: {
    id: 'Sekali saja untuk satu wilayah. Kodenya tampil di tempat server dijalankan.',
    en: 'Once for a region. The code is shown where the server was started.',
  },
  code: { id: 'Kode penyiapan', en: 'Set-up code' },
  codeHint: {
    id: 'Spasi, tanda hubung, dan huruf besar tidak berpengaruh.',
    en: 'Spaces, dashes and capitals make no difference.',
  },
  name: { id: 'Nama Anda', en: 'Your name' },
  login: { id: 'Nama masuk', en: 'Login name' },
  loginHint: {
    id: '3 sampai 64 huruf a–z, angka, titik, atau tanda hubung. NIP tidak boleh: di dalamnya terbaca tanggal lahir.',
    en: '3 to 64 letters a–z, digits, points or dashes. Never a NIP: it tells the date of birth.',
  },
  send: { id: 'Buat akun administrator', en: 'Make the administrator’s account' },
  sending: { id: 'Menyiapkan…', en: 'Setting up…' },
  done: { id: 'Akun administrator siap', en: 'The administrator’s account is ready' },
  doneHint: {
    id: 'Masuk sekarang. Setelah itu Pantau meminta faktor kedua; siapkan ponsel Anda.',
    en: 'Sign in now. Pantau then asks for a second factor; have your phone ready.',
  },
  notDue: {
    id: 'Wilayah di server ini sudah punya administrator. Halaman ini hanya untuk wilayah baru.',
    en: 'The region on this server has an administrator already. This page is for new regions only.',
  },
  another: { id: 'Siapkan wilayah lain', en: 'Set up another region' },
} as const satisfies Record<string, Text>;

/** A first password, by a code that was handed over. */
export const INVITATION_WORDS = {
  title: { id: 'Undangan', en: 'Invitation' },
  lead: {
    id: 'Administrator memberi Anda sebuah kode. Dengan kode itu Anda menentukan kata sandi sendiri.',
    en: 'The administrator gave you a code. With it you set a password of your own.',
  },
  code: { id: 'Kode undangan', en: 'Invitation code' },
  send: { id: 'Simpan kata sandi', en: 'Set the password' },
  sending: { id: 'Menyimpan…', en: 'Setting…' },
  done: { id: 'Kata sandi tersimpan', en: 'The password is set' },
  doneHint: { id: 'Nama masuk Anda:', en: 'Your login name:' },
} as const satisfies Record<string, Text>;

/** A second factor, set up once. */
export const SECOND_WORDS = {
  title: { id: 'Faktor kedua', en: 'Second factor' },
  due: {
    id: 'Peran Anda membuka data banyak orang, jadi kata sandi saja tidak cukup. Ini dilakukan sekali; tanpa itu halaman lain belum terbuka.',
    en: 'Your role opens the data of many people, so a password alone is not enough. This is done once; until then nothing else is open.',
  },
  lead: {
    id: 'Selain kata sandi, aplikasi di ponsel Anda memberi kode yang berganti tiap 30 detik.',
    en: 'Besides the password, an app on your phone gives a code that changes every 30 seconds.',
  },
  begin: { id: 'Mulai', en: 'Begin' },
  beginning: { id: 'Menyiapkan…', en: 'Preparing…' },
  scan: {
    id: 'Pasang aplikasi autentikator di ponsel (misalnya Aegis, Google Authenticator, atau FreeOTP), lalu pindai kode ini.',
    en: 'Put an authenticator on your phone (such as Aegis, Google Authenticator or FreeOTP), then scan this code.',
  },
  qr: { id: 'Kode QR untuk aplikasi autentikator', en: 'QR code for the authenticator' },
  letters: {
    id: 'Tidak bisa memindai? Ketik huruf ini di aplikasi:',
    en: 'Cannot scan? Type these letters into the app:',
  },
  code: { id: 'Kode 6 angka dari aplikasi', en: '6-digit code from the app' },
  confirm: { id: 'Aktifkan', en: 'Turn on' },
  confirming: { id: 'Memeriksa…', en: 'Checking…' },
  recovery: { id: 'Simpan kode pemulihan ini', en: 'Keep these recovery codes' },
  recoveryLead: {
    id: 'Faktor kedua sudah aktif. Bila ponsel hilang, satu kode ini membuka akun sekali. Kode ini tidak akan ditampilkan lagi: cetak atau salin, dan simpan di tempat aman.',
    en: 'The second factor is on. If the phone is lost, one of these codes opens the account once. They are not shown again: print or copy them, and keep them in a safe place.',
  },
  print: { id: 'Cetak', en: 'Print' },
  copy: { id: 'Salin', en: 'Copy' },
  copied: { id: 'Tersalin', en: 'Copied' },
  notCopied: { id: 'Tidak tersalin; salin sendiri.', en: 'Not copied; copy it yourself.' },
  kept: { id: 'Saya sudah menyimpannya', en: 'I have kept them' },
  goOn: { id: 'Lanjutkan', en: 'Go on' },
  on: { id: 'Aktif', en: 'On' },
  off: { id: 'Belum diatur', en: 'Not set up' },
  lost: {
    id: 'Ganti ponsel atau kode pemulihan habis? Minta administrator mengatur ulang.',
    en: 'Another phone, or no recovery codes left? Ask the administrator to reset it.',
  },
} as const satisfies Record<string, Text>;
