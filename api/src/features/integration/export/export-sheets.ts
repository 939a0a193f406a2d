import {
  EXPORT_FINDINGS,
  EXPORT_NOTES,
  type ExportFindingCode,
} from '../../../domain/integration/export-findings.js';
import { EXPORT_COLUMNS } from './export-columns.js';
import type { NamedDelivery } from './export.store.js';
import type { MadeRow } from './make-rows.js';
import type { SheetForm, SheetValue } from './xlsx-message.js';

const text = (name: string, width: number): SheetForm['columns'][number] => ({ name, kind: 'TEXT', width });

export const ROWS_SHEET: SheetForm = {
  name: 'Kinerja Periodik',
  // What is handed to a thread holds no function.
  columns: EXPORT_COLUMNS.map(({ name, kind, width }) => ({ name, kind, width })),
};

/** What is to be said: of the delivery, of all rows, of single people, who is held back among them. */
export const NOTES_SHEET: SheetForm = {
  name: 'Catatan',
  columns: [
    text('tentang', 14),
    text('nama', 28),
    text('kode', 24),
    text('ditahan', 9),
    text('yangMemperbaiki', 18),
    text('penjelasan', 70),
    text('explanation', 70),
  ],
};

export const COLUMNS_SHEET: SheetForm = {
  name: 'Penjelasan kolom',
  columns: [text('kolom', 26), text('penjelasan', 70), text('explanation', 70)],
};

export function columnRows(): SheetValue[][] {
  return EXPORT_COLUMNS.map(({ name, about }) => [name, about.id, about.en]);
}

const MENDERS = {
  UNIT_ADMIN: 'Admin unit',
  REGIONAL_HR: 'BKPSDM',
  APPRAISER: 'Pejabat penilai',
  EMPLOYEE: 'Pegawai',
} as const;

/** The lines that stand above those about people. */
export function deliveryNotes(
  delivery: NamedDelivery,
  general: ReadonlyMap<ExportFindingCode, number>,
): SheetValue[][] {
  const { id, takenAt, sinceId, total, newRows, changedRows, withdrawnRows } = delivery;
  const at = takenAt.toISOString();
  const about = 'Serah terima';
  return [
    [
      about,
      null,
      null,
      null,
      null,
      `Id ${id}. Sebutkan sebagai since pada pengambilan berikutnya, sesudah file ini tersimpan.`,
      `Id ${id}. Name it as since in the next pull, once this file is kept.`,
    ],
    [
      about,
      null,
      null,
      null,
      null,
      `Keadaan pada ${at} (UTC): ${total} baris berlaku.`,
      `As of ${at}: ${total} rows stand.`,
    ],
    [
      ...[about, null, null, null, null],
      ...(sinceId == null
        ? ['Memuat semua baris yang berlaku.', 'It gives all rows that stand.']
        : [
            `Dibandingkan dengan ${sinceId}: ${newRows} baru, ${changedRows} berubah, ${withdrawnRows} ditarik.`,
            `Compared with ${sinceId}: ${newRows} new, ${changedRows} changed, ${withdrawnRows} taken back.`,
          ]),
    ],
    ...EXPORT_NOTES.map(({ id: note, en }) => ['Semua baris', null, null, 'tidak', null, note, en]),
    ...[...general].map(([code, rows]) => {
      const { mender, message } = EXPORT_FINDINGS[code];
      return [`${rows} baris`, null, code, 'tidak', MENDERS[mender], message.id, message.en];
    }),
  ];
}

/** A line for each thing that is to be said of a person and not of everybody. */
export function personNotes({ name, row, findings }: MadeRow): SheetValue[][] {
  return findings
    .filter((code) => !isGeneral(code))
    .map((code) => {
      const { mender, message } = EXPORT_FINDINGS[code];
      return ['Pegawai', name, code, row === null ? 'ya' : 'tidak', MENDERS[mender], message.id, message.en];
    });
}

export function isGeneral(code: ExportFindingCode): boolean {
  return 'general' in EXPORT_FINDINGS[code];
}
