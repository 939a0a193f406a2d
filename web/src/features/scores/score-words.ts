import type { Predicate, Rating } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';
import type { ScopeFault } from './scope.js';

/** What a predicate of the regulation is called (PermenPANRB 6/2022). */
export const PREDICATE_WORDS: Readonly<Record<Predicate, Text>> = {
  SANGAT_BAIK: { id: 'Sangat Baik', en: 'Very good' },
  BAIK: { id: 'Baik', en: 'Good' },
  BUTUH_PERBAIKAN: { id: 'Butuh Perbaikan', en: 'Needs improvement' },
  KURANG: { id: 'Kurang', en: 'Poor' },
  SANGAT_KURANG: { id: 'Sangat Kurang', en: 'Very poor' },
};

/** What a rating is called: what was seen beside what was expected. */
export const RATING_WORDS: Readonly<Record<Rating, Text>> = {
  ABOVE: { id: 'di atas ekspektasi', en: 'above expectations' },
  MEETS: { id: 'sesuai ekspektasi', en: 'meets expectations' },
  BELOW: { id: 'di bawah ekspektasi', en: 'below expectations' },
};

/** What the value of a behaviour observation says; the figure alone would make a zero of what is just as it should be. */
export const LEVEL_WORDS: Readonly<Record<string, Text>> = {
  '1': RATING_WORDS.ABOVE,
  '0': RATING_WORDS.MEETS,
  '-1': RATING_WORDS.BELOW,
};

/** Every other word of the pages of scores. */
export const SCORE_WORDS = {
  wall: { id: 'Papan pantau', en: 'Wall' },
  titlePerson: { id: 'Penjelasan nilai', en: 'Score explained' },
  titleUnit: { id: 'Penjelasan nilai unit', en: 'Unit score explained' },
  points: { id: 'poin', en: 'points' },
  indicative: { id: 'indikatif — bukan predikat', en: 'indicative — not a predicate' },
  notEnough: { id: 'belum cukup data', en: 'not enough data yet' },
  notShown: { id: 'tidak ditampilkan', en: 'not shown' },
  report: { id: 'Kode laporan', en: 'Report code' },
  coverage: { id: 'Cakupan data', en: 'Data coverage' },
  policy: { id: 'Aturan penilaian', en: 'Scoring policy' },
  noProposal: {
    id: 'Belum ada usulan predikat: datanya belum cukup.',
    en: 'No predicate is proposed yet: there is not enough data.',
  },
  decided: {
    id: 'Predikat: usulan sistem, ditetapkan oleh penilai',
    en: 'Predicate: proposed by the system, decided by the appraiser',
  },
  workResult: { id: 'hasil kerja', en: 'work result' },
  behaviour: { id: 'perilaku kerja', en: 'behaviour' },
  ifUpheld: { id: 'bila keberatan dikabulkan', en: 'if the objection is upheld' },
  contested: { id: 'ada keberatan', en: 'contested' },
  how: { id: 'Bagaimana angka ini dihitung?', en: 'How did this figure come about?' },
  contributes: { id: 'menyumbang', en: 'contributes' },
  rule: { id: 'Aturan', en: 'Rule' },
  close: { id: 'Tutup', en: 'Close' },
  tooFewWhy: {
    id: 'Terlalu sedikit orang dinilai di sini. Nilainya tidak ditampilkan, agar nilai seseorang tidak dapat ditebak.',
    en: 'Too few people are scored here. The value is not shown, so that nobody’s own can be guessed.',
  },
  above: { id: 'Unit di atasnya', en: 'The unit above' },
  openUnit: { id: 'Buka halaman unit ini', en: 'Open the page of this unit' },
  people: { id: 'Pegawai di unit ini', en: 'People of this unit' },
  peopleHint: {
    id: 'Menurut abjad, tanpa angka: tidak ada peringkat pegawai.',
    en: 'In alphabetical order and without figures: nobody is ranked.',
  },
  noPeople: { id: 'Belum ada pegawai di unit ini.', en: 'This unit has no people yet.' },
  morePeople: { id: 'Muat lagi', en: 'Load more' },
  loaded: { id: 'Dimuat', en: 'Loaded' },
  loadAgain: { id: 'Muat ulang', en: 'Load again' },
  loading: { id: 'Memuat penjelasan…', en: 'Loading the explanation…' },
  retry: { id: 'Coba lagi', en: 'Try again' },
  period: { id: 'Periode', en: 'Period' },
  replay: { id: 'Lihat keadaan lampau', en: 'Look at the past' },
  asOf: { id: 'Keadaan pada', en: 'As things stood at' },
  asOfHint: {
    id: 'Hanya pengamatan sampai saat itu yang dihitung.',
    en: 'Only what was observed until then counts.',
  },
  knownAt: { id: 'Yang sudah tercatat pada', en: 'As recorded by' },
  knownAtHint: {
    id: 'Hanya catatan dan koreksi yang sudah masuk saat itu.',
    en: 'Only records and corrections that had come in by then.',
  },
  zone: { id: 'Waktu Indonesia Barat (WIB)', en: 'Western Indonesia Time (WIB)' },
  show: { id: 'Tampilkan', en: 'Show' },
  past: { id: 'Anda melihat masa lalu', en: 'You are looking at the past' },
  now: { id: 'Kembali ke sekarang', en: 'Back to now' },
} as const satisfies Record<string, Text>;

/** A state in which there is nothing to explain: what happened, and what to do. */
interface Trouble {
  readonly title: Text;
  readonly hint: Text;
}

/** Why no explanation is shown, and what to do about it. */
export const TROUBLE_WORDS: Readonly<
  Record<ScopeFault | 'UNREACHABLE' | 'REFUSED' | 'NOT_OPEN' | 'NO_PERSON' | 'NO_UNIT', Trouble>
> = {
  NOT_OPEN: {
    title: { id: 'Nilai ini tidak terbuka untuk Anda', en: 'This score is not open to you' },
    hint: {
      id: 'Nilai seseorang hanya terbuka bagi orang itu sendiri, penilainya, atasan penilainya, dan pimpinan unitnya. Nilai unit terbuka bagi yang bekerja di dalamnya.',
      en: 'A person’s score is open to that person, the appraiser, the appraiser’s superior and the leadership of the unit alone. A unit’s is open to those who work in it.',
    },
  },
  NO_PERSON: {
    title: { id: 'Nilai ini tidak ditemukan', en: 'There is no such score' },
    hint: {
      id: 'Mungkin pegawai ini belum memiliki rencana kinerja pada periode ini, atau tautannya keliru. Periksa tautannya, atau cari pegawainya dari halaman unit lewat papan pantau.',
      en: 'Perhaps this person has no plan for this period yet, or the link is wrong. Check the link, or find the person from a unit’s page by way of the wall.',
    },
  },
  NO_UNIT: {
    title: { id: 'Unit ini tidak ditemukan', en: 'There is no such unit' },
    hint: {
      id: 'Wilayah ini tidak memiliki unit atau periode dengan alamat ini. Periksa tautannya, atau pilih unitnya di papan pantau.',
      en: 'This region has no such unit or period. Check the link, or choose the unit on the wall.',
    },
  },
  INCOMPLETE: {
    title: { id: 'Alamat ini belum lengkap', en: 'This address is incomplete' },
    hint: {
      id: 'Wilayah atau periodenya tidak disebut. Pilih unitnya di papan pantau.',
      en: 'It names no region or no period. Choose the unit on the wall.',
    },
  },
  UNREADABLE: {
    title: { id: 'Waktu di alamat ini tidak terbaca', en: 'The time in this address cannot be read' },
    hint: {
      id: 'Kembalilah ke keadaan sekarang, lalu pilih waktunya lagi.',
      en: 'Go back to now, and choose the time again.',
    },
  },
  UNREACHABLE: {
    title: { id: 'Server tidak terjangkau', en: 'The server cannot be reached' },
    hint: {
      id: 'Periksa jaringan perangkat ini. Begitu tersambung, penjelasan dimuat dengan sendirinya.',
      en: 'Check this device’s network. Once it is back, the explanation loads by itself.',
    },
  },
  REFUSED: {
    title: { id: 'Penjelasan ini tidak dapat ditampilkan', en: 'This explanation cannot be shown' },
    hint: {
      id: 'Server menjawab, tetapi tanpa penjelasan. Coba lagi; bila tetap begini, sampaikan kode di bawah kepada pengelola.',
      en: 'The server answered, but without an explanation. Try again; if it stays so, give the administrator the code below.',
    },
  },
};

const AND_KNOWN: Text = { id: 'menurut ', en: '' };

/** "Keadaan pada …, menurut yang sudah tercatat pada …": which past is shown; each moment ready to show, or null. */
export function pastWords(asOf: string | null, knownAt: string | null): Text {
  const say = (language: keyof Text) => {
    const happened = asOf && `${SCORE_WORDS.asOf[language]} ${asOf}`;
    const recorded = knownAt && `${SCORE_WORDS.knownAt[language]} ${knownAt}`;
    if (!happened || !recorded) return happened ?? recorded ?? '';
    return `${happened}, ${AND_KNOWN[language]}${recorded.charAt(0).toLowerCase()}${recorded.slice(1)}`;
  };
  return { id: say('id'), en: say('en') };
}
