import type { Sentence } from '../outcome.js';
import type { KinerjaPeriodikRow } from './kinerja-periodik.js';

/** What became of a row since another delivery. */
export type RowChange = 'NEW' | 'CHANGED' | 'WITHDRAWN';

/** What of a row differs. */
export type RowPart = 'RESULT' | 'PERSON' | 'APPRAISER' | 'CODES';

/** Each field of a row belongs to one part; a field without a part does not compile. */
const PART_OF = {
  hasilKerja: 'RESULT',
  perilakuKerja: 'RESULT',
  predikat: 'RESULT',
  tanggalKonfirmasi: 'RESULT',
  bulanMulaiPenilaian: 'RESULT',
  bulanSelesaiPenilaian: 'RESULT',
  tahun: 'RESULT',
  tahunMulaiPenilaian: 'RESULT',
  tahunSelesaiPenilaian: 'RESULT',
  periode: 'RESULT',
  tanggalMulai: 'RESULT',
  tanggalSelesai: 'RESULT',
  nip: 'PERSON',
  nama: 'PERSON',
  unitKerja: 'PERSON',
  jabatan: 'PERSON',
  pnsDinilaiId: 'PERSON',
  penilaiGolongan: 'APPRAISER',
  penilaiJabatanNama: 'APPRAISER',
  penilaiNama: 'APPRAISER',
  penilaiNipNrp: 'APPRAISER',
  penilaiUnorNama: 'APPRAISER',
  statusPenilai: 'APPRAISER',
  hasilKinerjaNilai: 'CODES',
  perilakuKerjaNilai: 'CODES',
  kuadranKinerjaNilai: 'CODES',
  koefisienId: 'CODES',
  periodikId: 'CODES',
} as const satisfies { [F in keyof KinerjaPeriodikRow]: RowPart };

/** In the order in which they are told. */
export const ROW_PARTS = ['RESULT', 'PERSON', 'APPRAISER', 'CODES'] as const satisfies readonly RowPart[];

const FIELDS = Object.entries(PART_OF) as [keyof KinerjaPeriodikRow, RowPart][];

/** What each part of a row says, as one text: equal texts, equal parts. */
export function partTexts(
  row: KinerjaPeriodikRow,
  confirmationId: string,
): Readonly<Record<RowPart, string>> {
  const text = (part: RowPart) =>
    JSON.stringify(FIELDS.filter(([, of]) => of === part).map(([name]) => row[name]));
  return {
    // The same predicate confirmed anew is another verdict, with another note.
    RESULT: `${confirmationId} ${text('RESULT')}`,
    PERSON: text('PERSON'),
    APPRAISER: text('APPRAISER'),
    CODES: text('CODES'),
  };
}

/** A row of an earlier delivery and of now, by what identifies their parts; null: not there. */
export interface RowStands<P> {
  readonly before: Readonly<Record<RowPart, P>> | null;
  readonly now: Readonly<Record<RowPart, P>> | null;
}

/** What became of a row; null: nothing, or it was never there. */
export function compareRows<P>({
  before,
  now,
}: RowStands<P>): { readonly change: RowChange; readonly parts: readonly RowPart[] } | null {
  if (before === null) return now === null ? null : { change: 'NEW', parts: [] };
  if (now === null) return { change: 'WITHDRAWN', parts: [] };
  const result = before.RESULT !== now.RESULT;
  const parts = ROW_PARTS.filter((part) =>
    // Another result has other codes: that they differ says nothing more.
    part === 'CODES' && result ? false : before[part] !== now[part],
  );
  return parts.length === 0 ? null : { change: 'CHANGED', parts };
}

/** What the records say about why a row changed. */
export interface ChangeReasons {
  readonly change: RowChange;
  readonly parts: readonly RowPart[];
  /** The appraiser's note to what is confirmed now; null: nothing is. */
  readonly note: string | null;
  /** Why the period was opened again after what was handed on had been confirmed; null: it was not. */
  readonly reopened: string | null;
}

/** Says why a row changed, in one text of each language; what people wrote stays in their words. */
export function whyChanged({ change, parts, note, reopened }: ChangeReasons): Sentence {
  const said: Sentence[] = [];
  const moved = change === 'WITHDRAWN' || parts.includes('RESULT');
  if (reopened !== null && moved)
    said.push({ id: `Periode dibuka kembali: ${reopened}`, en: `The period was opened again: ${reopened}` });
  if (change === 'WITHDRAWN')
    said.push({
      id: 'Ditarik: skornya berubah sesudah dikonfirmasi dan menunggu konfirmasi baru, atau datanya kini perlu dilengkapi.',
      en: 'Taken back: the score has moved since it was confirmed and waits to be confirmed anew, or its data now lack something.',
    });
  if (note !== null && (change === 'NEW' || parts.includes('RESULT')))
    said.push({ id: `Dikonfirmasi pejabat penilai: ${note}`, en: `Confirmed by the appraiser: ${note}` });
  if (parts.includes('PERSON'))
    said.push({ id: 'Data pegawai diperbarui.', en: 'The data of the person were updated.' });
  if (parts.includes('APPRAISER'))
    said.push({ id: 'Data pejabat penilai diperbarui.', en: 'The data of the appraiser were updated.' });
  if (parts.includes('CODES'))
    said.push({ id: 'Kode rujukan SIASN diatur ulang.', en: "SIASN's reference codes were set anew." });
  return {
    id: said.map(({ id }) => sentence(id)).join(' '),
    en: said.map(({ en }) => sentence(en)).join(' '),
  };
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
