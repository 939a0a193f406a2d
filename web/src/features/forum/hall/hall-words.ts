import type { Language, Text } from '../../../lib/text/language.js';

/** The page on the phone of whoever is in the hall. */
export const HALL_WORDS = {
  title: { id: 'Saya hadir', en: 'I am here' },
  lead: {
    id: 'Ketuk semua yang sesuai dengan Anda, lalu «Saya hadir».',
    en: 'Tap all that fit you, then “I am here”.',
  },
  anonymous: {
    id: 'Tanpa nama, tanpa nomor. Yang disimpan hanya jumlah.',
    en: 'No name, no number. Only sums are kept.',
  },
  groups: { id: 'Kelompok Anda', en: 'Your groups' },
  send: { id: 'Saya hadir', en: 'I am here' },
  choose: { id: 'Pilih kelompok dahulu', en: 'Choose a group first' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  thanks: { id: 'Terima kasih, Anda sudah terhitung', en: 'Thank you, you are counted' },
  thanksLead: {
    id: 'Ponsel ini sudah dihitung untuk pertemuan ini. Anda boleh menutup halaman ini.',
    en: 'This phone has been counted for this session. You may close this page.',
  },
  shared: {
    id: 'Berbagi ponsel? Yang lain dihitung oleh fasilitator.',
    en: 'Do you share a phone? The facilitator counts the others.',
  },
  notBegun: { id: 'Pertemuan belum dimulai', en: 'The session has not begun' },
  notBegunLead: {
    id: 'Biarkan halaman ini terbuka; begitu fasilitator memulai, Anda dapat mencatat kehadiran.',
    en: 'Leave this page open; as soon as the facilitator begins you can say that you are here.',
  },
  over: { id: 'Pertemuan sudah selesai', en: 'The session is over' },
  overLead: {
    id: 'Kehadiran lewat QR ditutup. Tidak ada yang perlu Anda lakukan.',
    en: 'Nobody is counted by QR any more. There is nothing for you to do.',
  },
  scan: { id: 'Pindai kode QR di layar', en: 'Scan the QR code on the screen' },
  scanLead: {
    id: 'Halaman ini dibuka dari kode QR di ruang pertemuan. Bila tidak bisa memindai, minta dihitung fasilitator.',
    en: 'This page is opened by the QR code in the hall. If you cannot scan it, have the facilitator count you.',
  },
  unknown: {
    id: 'Kode ini bukan kode pertemuan yang berlaku.',
    en: 'This is not the code of a session.',
  },
  unreachable: {
    id: 'Server belum terjangkau. Coba lagi; kehadiran Anda tidak terhitung dua kali.',
    en: 'The server cannot be reached yet. Try again; you are not counted twice.',
  },
  retry: { id: 'Coba lagi', en: 'Try again' },
  // On the screen of the hall and on the console.
  qr: { id: 'Kode QR kehadiran', en: 'QR code of attendance' },
  screenTitle: { id: 'Sudah hadir? Pindai kode ini.', en: 'Are you here? Scan this code.' },
  screenSteps: {
    id: ['Buka kamera ponsel, arahkan ke kode.', 'Pilih kelompok Anda.', 'Ketuk «Saya hadir».'],
    en: ['Point the camera of your phone at it.', 'Choose your group.', 'Tap “I am here”.'],
  },
  screenAnonymous: { id: 'Tanpa nama. Tanpa aplikasi.', en: 'No name. No app.' },
  screenLater: {
    id: 'Bisa dipakai begitu pertemuan dimulai.',
    en: 'It works as soon as the session begins.',
  },
  show: { id: 'Kode hadir', en: 'Attendance code' },
  hide: { id: 'Tutup kode', en: 'Hide the code' },
  byQr: { id: 'lewat QR', en: 'by QR' },
  byHand: { id: 'dihitung fasilitator', en: 'counted by the facilitator' },
  beside: {
    id: 'Hitungan QR berdiri sendiri dan tidak dijumlahkan: yang memindai juga Anda hitung. Kuorum memakai hitungan Anda.',
    en: 'The count by QR stands alone and is not added: you count those who scan, too. The quorum goes by your count.',
  },
  more: {
    id: 'Lebih banyak pindaian daripada orang yang Anda hitung: hitung ulang, atau kodenya beredar di luar ruangan.',
    en: 'More scans than people you counted: count again, or the code went round outside of the hall.',
  },
} as const satisfies Record<string, Text | Readonly<Record<Language, readonly string[]>>>;
