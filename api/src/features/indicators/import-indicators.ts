import { uuidv7 } from 'uuidv7';
import { amount, formatAmount, type Amount } from '../../domain/amount.js';
import type { RefusalRow } from '../../domain/outcome.js';
import type { Direction } from '../../domain/scoring/attainment.js';
import type { Aggregation } from '../../domain/scoring/realisation.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { IndicatorRow } from './indicator.entity.js';
import type { HasIndicators } from './indicator.store.js';

export const INDICATOR_COLUMNS: readonly ColumnSpec[] = [
  { name: 'code', aliases: ['kode'], required: true },
  { name: 'name', aliases: ['nama', 'indikator'], required: true },
  { name: 'name_en', aliases: ['nama_inggris'], required: true },
  { name: 'measure_unit', aliases: ['satuan'], required: true },
  { name: 'direction', aliases: ['polaritas', 'arah'], required: true },
  { name: 'aggregation', aliases: ['agregasi'], required: true },
  { name: 'lowest', aliases: ['nilai_terendah'], required: false },
  { name: 'highest', aliases: ['nilai_tertinggi'], required: false },
  { name: 'source', aliases: ['sumber', 'sumber_data'], required: true },
  { name: 'definition', aliases: ['definisi'], required: true },
];

const DIRECTIONS: readonly Direction[] = ['HIGHER', 'LOWER'];
const AGGREGATIONS: readonly Aggregation[] = ['MEAN', 'SUM', 'LATEST'];
const CODE_LETTERS = 40;
const NAME_LETTERS = 160;
const TEXT_LETTERS = 1_000;

/** Why a row of an indicators file is left out. */
export const INDICATOR_ROW_REFUSALS = {
  BOUNDS_CROSSED: {
    when: 'The lowest value that can be is above the highest.',
    field: 'lowest',
    mender: 'SENDER',
    message: {
      id: 'Nilai terendah lebih besar daripada nilai tertinggi. Tukar atau perbaiki keduanya.',
      en: 'The lowest value is above the highest. Swap or correct them.',
    },
  },
  MEANING_CHANGED: {
    when: 'Direction or aggregation of an indicator that is in use cannot change: all its scores would turn.',
    field: 'direction',
    mender: 'POLICY_OWNER',
    message: {
      id: 'Polaritas dan agregasi indikator yang sudah ada tidak dapat diganti. Buat indikator baru dengan kode baru.',
      en: 'Direction and aggregation of an existing indicator cannot change. Make a new indicator with a new code.',
    },
  },
} as const satisfies Record<string, RefusalRow>;

export interface IndicatorImport {
  readonly seen: SeenRows;
}

export function beginIndicatorImport(): IndicatorImport {
  return { seen: new SeenRows() };
}

/** Adds or changes the indicators of some rows. */
export async function importIndicators(
  tx: HasIndicators & HasClock,
  run: IndicatorImport,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const codes = rows.map(({ values }) => (values.code ?? '').trim());
  const known = new Map((await tx.indicators.byCodes(codes)).map((indicator) => [indicator.code, indicator]));
  const put: IndicatorRow[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const cells = new Cells(row, findings);
    const read = readIndicator(cells, run);
    if (read === null) continue;
    const before = known.get(read.code);
    if (
      before !== undefined &&
      (before.kind !== read.kind ||
        before.direction !== read.direction ||
        before.aggregation !== read.aggregation)
    ) {
      cells.refuse('direction', 'MEANING_CHANGED', INDICATOR_ROW_REFUSALS.MEANING_CHANGED);
    } else if (before !== undefined && isSame(before, read)) {
      unchanged += 1;
    } else {
      put.push({ ...read, regionCode: tx.regionCode, id: before?.id ?? uuidv7() });
    }
  }
  await tx.indicators.putIndicators(put);
  const changed = put.filter(({ code }) => known.has(code)).length;
  return did(
    { added: put.length - changed, changed, unchanged, findings },
    put.length === 0 ? [] : [{ kind: 'IndicatorsChanged', indicatorIds: put.map(({ id }) => id) }],
  );
}

type ReadIndicator = Omit<IndicatorRow, 'regionCode' | 'id'>;

function readIndicator(cells: Cells, run: IndicatorImport): ReadIndicator | null {
  const code = cells.text('code', CODE_LETTERS);
  const name = cells.text('name', NAME_LETTERS);
  const nameEn = cells.text('name_en', NAME_LETTERS);
  const measureUnit = cells.text('measure_unit', CODE_LETTERS);
  const direction = cells.choice('direction', DIRECTIONS);
  const aggregation = cells.choice('aggregation', AGGREGATIONS);
  const source = cells.text('source', TEXT_LETTERS);
  const definition = cells.text('definition', TEXT_LETTERS);
  const bound = (column: string): Amount | null | undefined =>
    cells.raw(column) === '' ? undefined : cells.amount(column);
  const lowest = bound('lowest');
  const highest = bound('highest');
  if (code === null || name === null || nameEn === null || measureUnit === null) return null;
  if (direction === null || aggregation === null || source === null || definition === null) return null;
  if (lowest === null || highest === null) return null;
  if (lowest !== undefined && highest !== undefined && lowest > highest) {
    return cells.refuse('lowest', 'BOUNDS_CROSSED', INDICATOR_ROW_REFUSALS.BOUNDS_CROSSED);
  }
  if (!run.seen.first(code, cells, 'code')) return null;
  return {
    code,
    name,
    nameEn,
    kind: 'RESULT',
    coreValue: null,
    measureUnit,
    direction,
    aggregation,
    lowest: lowest === undefined ? null : formatAmount(lowest),
    highest: highest === undefined ? null : formatAmount(highest),
    source,
    definition,
  };
}

function isSame(before: IndicatorRow, after: ReadIndicator): boolean {
  const bound = (text: string | null | undefined) =>
    text === null || text === undefined ? null : amount(text);
  return (
    before.name === after.name &&
    before.nameEn === after.nameEn &&
    before.measureUnit === after.measureUnit &&
    bound(before.lowest) === bound(after.lowest) &&
    bound(before.highest) === bound(after.highest) &&
    before.source === after.source &&
    before.definition === after.definition
  );
}
