import { EXPORT_FINDINGS, type ExportFindingCode } from '../../../domain/integration/export-findings.js';
import { relationTo } from '../../../domain/access/scope.js';
import type { PeriodRow } from '../../indicators/period.entity.js';
import { EXPORTERS } from './export-audiences.js';
import { makeRows, type HasExportSources, type MadeRow, type RowsFor } from './make-rows.js';

/** What the export of a period is like before anybody takes it. */
export interface ExportReport {
  readonly people: number;
  readonly ready: number;
  /** People of whom each finding is said, in the order of the list; findings of nobody are left out. */
  readonly counts: readonly { readonly code: ExportFindingCode; readonly people: number }[];
}

type For = RowsFor & { readonly actor: NonNullable<RowsFor['actor']> };

/** People looked at in one go. */
const BATCH = 500;

/** Looks at everybody whom whoever asks may see. */
export async function reportOnExport(
  stores: HasExportSources,
  period: PeriodRow,
  rowsFor: For,
): Promise<ExportReport> {
  const counts = new Map<ExportFindingCode, number>();
  let people = 0;
  let ready = 0;
  for await (const rows of checked(stores, period, null, rowsFor)) {
    for (const { row, findings } of rows) {
      people += 1;
      if (row !== null) ready += 1;
      for (const code of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const codes = Object.keys(EXPORT_FINDINGS) as ExportFindingCode[];
  return {
    ...{ people, ready },
    counts: codes.flatMap((code) => (counts.has(code) ? [{ code, people: counts.get(code)! }] : [])),
  };
}

/** The people of whom something is to be said, in the order of their ids: so many of them after a person. */
export async function checkRows(
  stores: HasExportSources,
  period: PeriodRow,
  page: { readonly after: string | null; readonly limit: number; readonly heldBackOnly: boolean },
  rowsFor: For,
): Promise<MadeRow[]> {
  const found: MadeRow[] = [];
  for await (const rows of checked(stores, period, page.after, rowsFor)) {
    found.push(
      ...rows.filter(({ row, findings }) => findings.length > 0 && (!page.heldBackOnly || row === null)),
    );
    if (found.length >= page.limit) break;
  }
  return found.slice(0, page.limit);
}

async function* checked(
  stores: HasExportSources,
  period: PeriodRow,
  after: string | null,
  rowsFor: For,
): AsyncGenerator<MadeRow[]> {
  for (let from = after; ;) {
    const people = await stores.exports.candidates(period.code, from, BATCH);
    const mine = people.filter(
      ({ id }) => (relationTo(rowsFor.actor.scope, { employeeId: id }) & EXPORTERS) !== 0,
    );
    yield await makeRows(stores, period, mine, rowsFor);
    if (people.length < BATCH) return;
    from = people.at(-1)!.id;
  }
}
