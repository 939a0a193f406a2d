import type { IndicatorCode } from './plans.js';

/** How an indicator is measured in an office that keeps its registers. */
export interface Measuring {
  /** Working days from one reading to the next. */
  readonly every: number;
  /** The first reading of a quarter falls on one of so many first working days. */
  readonly within: number;
  /** Places that the source gives. */
  readonly decimals: number;
  /** How much a reading strays from its usual level, in points of attainment. */
  readonly wobble: number;
  /** One figure for the unit, which each of its people answers for. */
  readonly wholeUnit: boolean;
  /** What people write beside a good reading, and beside one that is not. */
  readonly notes: { readonly good: readonly string[]; readonly poor: readonly string[] };
}

const WEEKLY = { every: 5, within: 3, wobble: 5, decimals: 1, wholeUnit: false };
const FORTNIGHTLY = { every: 10, within: 5, wobble: 6, decimals: 1, wholeUnit: false };
const MONTHLY = { every: 21, within: 8, wobble: 4, decimals: 0, wholeUnit: false };

export const MEASURING: Readonly<Record<IndicatorCode, Measuring>> = {
  'ADM-01': {
    ...WEEKLY,
    notes: {
      good: ['KK selesai di tempat, jaringan lancar', 'Berkas dicek lebih dulu di meja depan'],
      poor: ['Jaringan adminduk terputus setengah hari', 'Formulir F-1.02 banyak yang kurang isi'],
    },
  },
  'ADM-02': {
    ...WEEKLY,
    notes: {
      good: ['Blangko KTP-el cukup', 'Cetak dilakukan sebelum jam istirahat'],
      poor: ['Blangko KTP-el habis sampai Rabu', 'Alat rekam satu rusak'],
    },
  },
  'ADM-03': {
    ...WEEKLY,
    decimals: 0,
    notes: {
      good: ['Antrean pagi, dua loket buka', 'Nomor antrean lewat WA dipakai separuh warga'],
      poor: ['Antrean pagi panjang, satu loket buka', 'Loket istirahat bergantian belum jalan'],
    },
  },
  'ADM-04': {
    ...WEEKLY,
    notes: {
      good: ['Daftar periksa syarat ditempel di loket', 'Berkas diperiksa dua orang'],
      poor: ['Salah ketik NIK pada surat pindah', 'Syarat surat waris belum seragam'],
    },
  },
  'ADM-05': {
    ...WEEKLY,
    notes: {
      good: ['Semua surat terbit di hari yang sama', 'Tanda tangan elektronik dipakai penuh'],
      poor: ['Menunggu tanda tangan yang dinas luar', 'Permohonan domisili menumpuk Senin'],
    },
  },
  'PGD-01': {
    ...WEEKLY,
    notes: {
      good: ['Semua pengaduan dijawab dalam dua hari', 'Jawaban pertama lewat WA RW'],
      poor: ['Satu pengaduan LAPOR! terlewat akhir pekan', 'Pengaduan salah alamat, diteruskan terlambat'],
    },
  },
  'PGD-02': {
    ...FORTNIGHTLY,
    notes: {
      good: ['Ditutup setelah warga menyatakan puas', 'Tindak lanjut bersama dinas selesai lebih awal'],
      poor: ['Menunggu pemeriksaan lapangan', 'Dua pengaduan melewati tenggat'],
    },
  },
  'PGD-03': {
    ...MONTHLY,
    wholeUnit: true,
    notes: {
      good: ['Sebab lama tidak muncul lagi'],
      poor: ['Keluhan lama urus KK muncul lagi'],
    },
  },
  'PGD-04': {
    ...WEEKLY,
    notes: {
      good: ['Sayang Warga: semua dijawab malam itu juga', 'Layanan Jumat di Balai RW ramai dan tuntas'],
      poor: ['Dua keluhan genangan baru selesai Senin', 'Perlu keputusan dinas, dijawab apa adanya'],
    },
  },
  'SKM-01': {
    ...MONTHLY,
    decimals: 2,
    wholeUnit: true,
    notes: {
      good: ['Warga memuji kecepatan loket'],
      poor: ['Unsur waktu pelayanan paling rendah'],
    },
  },
  'SKM-02': {
    ...MONTHLY,
    decimals: 2,
    wholeUnit: true,
    notes: {
      good: ['Petugas disebut ramah dan sabar'],
      poor: ['Beberapa warga merasa kurang disapa'],
    },
  },
  'FRM-01': {
    ...FORTNIGHTLY,
    notes: {
      good: ['Komitmen forum selesai, foto terlampir', 'Saluran RW 5 selesai sebelum tenggat'],
      poor: ['Menunggu jadwal dinas terkait', 'Tenggat komitmen digeser forum'],
    },
  },
  'FRM-02': {
    ...MONTHLY,
    wholeUnit: true,
    notes: {
      good: ['Pertemuan RW dihadiri 27 warga'],
      poor: ['Pertemuan ditunda karena hujan'],
    },
  },
  'LAP-01': {
    ...MONTHLY,
    notes: {
      good: ['Kunjungan Balai RW bersama pendamping'],
      poor: ['Kunjungan tertunda tugas kecamatan'],
    },
  },
  'LAP-02': {
    ...FORTNIGHTLY,
    notes: {
      good: ['Temuan jalan berlubang selesai pekan itu'],
      poor: ['Temuan trotoar menunggu dinas'],
    },
  },
  'KSR-01': {
    ...MONTHLY,
    decimals: 1,
    notes: {
      good: ['Semua balita terdaftar hadir di posyandu'],
      poor: ['Tiga balita pindah domisili belum tercatat'],
    },
  },
  'TRB-01': {
    ...WEEKLY,
    notes: {
      good: ['Pompa Sutorejo dinyalakan sebelum hujan', 'PKL ditata bersama pengurus RW'],
      poor: ['Genangan depan SD baru surut hari kedua', 'PKL kembali di jalan utama'],
    },
  },
  'DSP-01': {
    ...WEEKLY,
    notes: {
      good: ['Hadir penuh'],
      poor: ['Mesin presensi luring dua pagi'],
    },
  },
  'KMP-01': {
    ...MONTHLY,
    wobble: 3,
    notes: {
      good: ['Lokakarya Manajemen Waktu Pelayanan, 8 JP'],
      poor: ['Pelatihan terjadwal bulan depan'],
    },
  },
  'KMP-02': {
    ...MONTHLY,
    decimals: 1,
    notes: {
      good: ['Meja periksa berkas hasil lokakarya dipakai'],
      poor: ['Penerapan belum sempat dilihat atasan'],
    },
  },
};
