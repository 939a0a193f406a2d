import { getDistricts, getVillages } from 'idn-area-data';
import { uuidv7 } from 'uuidv7';
import type { RefusalRow, Sentence } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import { Cells, SeenRows, type Imported, type RowFinding } from '../../platform/files/cells.js';
import type { ColumnSpec } from '../../platform/files/match-columns.js';
import type { Row } from '../../platform/files/read-rows.js';
import type { FileValues, RowEffects } from '../../platform/files/row-effect.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { UnitKind, UnitRow } from './unit.entity.js';
import type { HasUnits } from './unit.store.js';

export const UNIT_COLUMNS: readonly ColumnSpec[] = [
  { name: 'code', aliases: ['kode'], required: true },
  { name: 'name', aliases: ['nama'], required: true },
  { name: 'kind', aliases: ['jenis'], required: true },
  { name: 'parent', aliases: ['induk', 'kode_induk'], required: true },
  { name: 'order', aliases: ['urutan'], required: true },
];

const UNIT_KINDS: readonly UnitKind[] = ['KECAMATAN', 'SECRETARIAT', 'SECTION', 'KELURAHAN'];
const CODE_LETTERS = 40;
const NAME_LETTERS = 120;

/** Why a row of a units file is left out. */
export const UNIT_ROW_REFUSALS = {
  PARENT_UNKNOWN: {
    when: 'The unit above is neither in the records nor on an earlier line.',
    field: 'parent',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Unit induk tidak ada. Tulis baris induknya di atas baris ini, atau perbaiki kodenya.',
      en: 'There is no such unit above. Put its row above this one, or correct the code.',
    },
  },
  PARENT_CIRCLE: {
    when: 'The unit would stand above itself.',
    field: 'parent',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Unit ini akan menjadi induk dirinya sendiri. Perbaiki kode induknya.',
      en: 'The unit would stand above itself. Correct the code of the unit above.',
    },
  },
  PARENT_MOVED: {
    when: 'A unit that has scores cannot change its place in the tree; its past roll-ups would no longer be true.',
    field: 'parent',
    mender: 'UNIT_ADMIN',
    message: {
      id: 'Induk unit yang sudah ada tidak dapat diganti lewat berkas. Biarkan induknya, atau buat unit baru.',
      en: 'The place of a unit in the tree cannot be changed by a file. Leave it as it is, or make a new unit.',
    },
  },
  AREA_UNKNOWN: {
    when: 'The code of a kecamatan or kelurahan is not in the official list of areas of this region.',
    field: 'code',
    mender: 'SENDER',
    message: {
      id: 'Kode ini bukan kode wilayah resmi (Kemendagri) di kabupaten/kota ini. Periksa kodenya.',
      en: 'This is no official area code (Kemendagri) of this region. Check the code.',
    },
  },
  AREA_NAME_DIFFERS: {
    when: 'The name is not the official one of the code.',
    field: 'name',
    mender: 'SENDER',
    message: (official: string): Sentence => ({
      id: `Nama resmi kode ini "${official}". Samakan nama dan kodenya.`,
      en: `The official name of this code is "${official}". Make the two agree.`,
    }),
  },
} as const satisfies Record<string, RefusalRow>;

/** What one file's import remembers between its batches. */
export interface UnitImport {
  readonly seen: SeenRows;
  /** Official names by code, of kecamatan and kelurahan. */
  readonly areas: ReadonlyMap<string, string>;
  readonly effects: RowEffects | null;
}

export async function beginUnitImport(effects: RowEffects | null = null): Promise<UnitImport> {
  const areas = [...(await getDistricts()), ...(await getVillages())];
  return { seen: new SeenRows(), areas: new Map(areas.map(({ code, name }) => [code, name])), effects };
}

/** Adds or changes the units of some rows; parents stand above their children. */
export async function importUnits(
  tx: HasUnits & HasClock,
  run: UnitImport,
  rows: readonly Row[],
): Promise<Verdict<Imported, never>> {
  const findings: RowFinding[] = [];
  const named = rows
    .flatMap(({ values }) => [values.code ?? '', values.parent ?? ''])
    .map((code) => code.trim());
  const known = new Map((await tx.units.byCodes([...new Set(named)])).map((unit) => [unit.code, unit]));
  const put = new Map<string, UnitRow>();
  let added = 0;
  let unchanged = 0;
  const above =
    run.effects && (await tx.units.byIds([...known.values()].flatMap(({ parentId }) => parentId ?? [])));
  const codes = new Map([...(above ?? []), ...known.values()].map(({ id, code }) => [id, code]));
  for (const row of rows) {
    const cells = new Cells(row, findings);
    const unit = readUnit(tx.regionCode, cells, run, (code) => put.get(code) ?? known.get(code) ?? null);
    if (unit === null) continue;
    codes.set(unit.id, unit.code);
    const before = known.get(unit.code);
    const isSame =
      before !== undefined &&
      before.name === unit.name &&
      before.kind === unit.kind &&
      before.officeOrder === unit.officeOrder;
    run.effects?.set(row.line, {
      outcome: before === undefined ? 'ADDED' : isSame ? 'UNCHANGED' : 'CHANGED',
      ...{ subjectId: unit.id, title: unit.name, startsOn: null },
      ...{ before: before === undefined ? null : unitValues(before, codes), after: unitValues(unit, codes) },
    });
    if (before === undefined) added += 1;
    if (isSame) {
      unchanged += 1;
      continue;
    }
    put.set(unit.code, unit);
  }
  const units = [...put.values()];
  await tx.units.put(units);
  return did(
    { added, changed: units.length - added, unchanged, findings },
    units.length === 0 ? [] : [{ kind: 'UnitsChanged', unitIds: units.map((unit) => unit.id) }],
  );
}

/** A unit as a row of a file would say it; `codes` are those of units by id. */
export function unitValues(unit: UnitRow, codes: ReadonlyMap<string, string>): FileValues {
  const { code, name, kind, parentId, officeOrder } = unit;
  return {
    code,
    name,
    kind,
    parent: parentId == null ? '' : (codes.get(parentId) ?? ''),
    order: String(officeOrder),
  };
}

function readUnit(
  regionCode: string,
  cells: Cells,
  run: UnitImport,
  find: (code: string) => UnitRow | null,
): UnitRow | null {
  const code = cells.text('code', CODE_LETTERS);
  const name = cells.text('name', NAME_LETTERS);
  const kind = cells.choice('kind', UNIT_KINDS);
  const officeOrder = cells.wholeNumber('order');
  if (code === null || name === null || kind === null || officeOrder === null) return null;
  if (!run.seen.first(code, cells, 'code') || !isOfficial(regionCode, cells, run, { code, name, kind }))
    return null;
  const told = UNIT_ROW_REFUSALS;
  const parentCode = cells.raw('parent');
  if (parentCode === code) return cells.refuse('parent', 'PARENT_CIRCLE', told.PARENT_CIRCLE);
  const parent = parentCode === '' ? null : find(parentCode);
  if (parentCode !== '' && parent === null)
    return cells.refuse('parent', 'PARENT_UNKNOWN', told.PARENT_UNKNOWN);
  const before = find(code);
  if (before !== null && (before.parentId ?? null) !== (parent?.id ?? null)) {
    return cells.refuse('parent', 'PARENT_MOVED', told.PARENT_MOVED);
  }
  const id = before?.id ?? uuidv7();
  const path = [...(parent?.path ?? []), id];
  return { regionCode, id, code, name, kind, parentId: parent?.id ?? null, path, officeOrder };
}

/** Kecamatan and kelurahan carry official codes and names; the parts of an office have codes of its own. */
function isOfficial(
  regionCode: string,
  cells: Cells,
  run: UnitImport,
  unit: { readonly code: string; readonly name: string; readonly kind: UnitKind },
): boolean {
  if (unit.kind !== 'KECAMATAN' && unit.kind !== 'KELURAHAN') return true;
  const official = run.areas.get(unit.code);
  if (official === undefined || !unit.code.startsWith(`${regionCode}.`)) {
    cells.refuse('code', 'AREA_UNKNOWN', UNIT_ROW_REFUSALS.AREA_UNKNOWN);
    return false;
  }
  const bare = unit.name.replace(/^(Kecamatan|Kelurahan|Desa)\s+/i, '');
  if (bare.toLowerCase() === official.toLowerCase()) return true;
  const { mender, message } = UNIT_ROW_REFUSALS.AREA_NAME_DIFFERS;
  cells.refuse('name', 'AREA_NAME_DIFFERS', { mender, message: message(official) });
  return false;
}
