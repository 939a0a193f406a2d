import type { UnitState } from '@pantau/schema';
import type { Text } from '../../lib/text/language.js';
import type { WallPage } from './wall-pages.js';

/** What a state is called. Never a verdict on people: what is asked of the organisation. */
export const STATE_WORDS: Readonly<Record<UnitState, Text>> = {
  ABOVE_TARGET: { id: 'Melampaui', en: 'Above target' },
  ON_TARGET: { id: 'Sesuai', en: 'On target' },
  NEEDS_SUPPORT: { id: 'Perlu pendampingan', en: 'Needs support' },
  NEEDS_DECISION: { id: 'Perlu keputusan', en: 'Needs a decision' },
  NOT_ENOUGH_DATA: { id: 'Data belum cukup', en: 'Not enough data' },
  TOO_FEW_PEOPLE: { id: 'Kelompok terlalu kecil', en: 'Too few people' },
};

/** What a page of the wall is called. */
export const PAGE_WORDS: Readonly<Record<WallPage['kind'], Text>> = {
  KELURAHAN: { id: 'Kelurahan', en: 'Urban villages' },
  OFFICE: { id: 'Unit kantor kecamatan', en: 'Units of the district office' },
  PROMISES: { id: 'Janji forum', en: 'Promises made in forums' },
};

/** Every other word of the wall. */
export const WALL_WORDS = {
  title: { id: 'Papan pantau', en: 'Wall' },
  waiting: { id: 'Menunggu data dari server', en: 'Waiting for data from the server' },
  noUnits: { id: 'Belum ada unit di wilayah ini', en: 'This region has no units yet' },
  noPeriod: { id: 'Belum ada periode berjalan', en: 'No period is running yet' },
  demo: { id: 'DATA CONTOH', en: 'SAMPLE DATA' },
  data: { id: 'data', en: 'data' },
  observations: { id: 'pengamatan', en: 'observations' },
  latest: { id: 'Kejadian terakhir', en: 'Latest happenings' },
  leave: { id: 'Halaman lain', en: 'Other pages' },
  isScreen: { id: 'Ini layar di dinding kantor?', en: 'Is this a screen on an office wall?' },
  pair: { id: 'Pasangkan layar ini', en: 'Pair this screen' },
  morePromises: { id: 'lainnya di halaman /janji', en: 'more on the page /janji' },
  nothingYet: { id: 'Belum ada kejadian pada periode ini', en: 'Nothing has happened in this period yet' },
} as const satisfies Record<string, Text>;

/** Where a figure leads, for those who hear it: "82,4, penjelasan nilai Kalijudan"; null while there is no figure. */
export function explanationOf(name: string, figure: string | null): Text {
  const say = (where: string) => [figure, where].filter((part) => part !== null).join(', ');
  return { id: say(`penjelasan nilai ${name}`), en: say(`how the score of ${name} came about`) };
}

/** "4 dtk" beside the word of reconnecting. */
export function silentFor(seconds: number): Text {
  return { id: `${seconds} dtk`, en: `${seconds} s` };
}

/** The band over a drained wall: what is shown, and why it does not move. */
export function bandWords(time: string, reason: 'DENIED' | 'SILENT' | 'CUT'): Text {
  const why: Text = {
    DENIED: { id: 'Akses layar ini dicabut.', en: 'This screen’s access was withdrawn.' },
    SILENT: { id: 'Server belum mengirim kabar baru.', en: 'The server has sent no news.' },
    CUT: { id: 'Sambungan ke server terputus.', en: 'The connection to the server is lost.' },
  }[reason];
  return { id: `Angka terakhir ${time}. ${why.id}`, en: `Last figures from ${time}. ${why.en}` };
}

/** A tile for those who hear it: "Kalijudan, 82,4, sesuai, data 3 menit lalu". */
export function tileSentence(
  name: string,
  figure: string | null,
  state: UnitState,
  age: string | null,
): Text {
  const say = (language: keyof Text) =>
    [
      name,
      figure,
      STATE_WORDS[state][language].toLowerCase(),
      age === null ? null : `${WALL_WORDS.data[language]} ${age}`,
    ]
      .filter((part) => part !== null)
      .join(', ');
  return { id: say('id'), en: say('en') };
}
