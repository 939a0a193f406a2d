import { whyChanged, type RowChange, type RowPart } from '../../../domain/integration/row-changes.js';
import type { Sentence } from '../../../domain/outcome.js';
import { relationTo } from '../../../domain/access/scope.js';
import type { HasIndicators } from '../../indicators/indicator.store.js';
import type { PeriodRow } from '../../indicators/period.entity.js';
import type { Context } from '../../../platform/graphql/context.js';
import type { PersonalField } from '../../../platform/graphql/personal-reads.js';
import type { DeliveryRow } from './delivery.entity.js';
import { EXPORTERS } from './export-audiences.js';
import type { GivenConfirmation } from './export.store.js';
import { makeRows, type HasExportSources, type MadeRow, type RowsFor } from './make-rows.js';

/** One row as it is handed on. */
export interface HandedRow extends MadeRow {
  /** Null: nothing was compared. */
  readonly change: RowChange | null;
  readonly parts: readonly RowPart[];
  /** What was given before, where that is another confirmation or none is given any more. */
  readonly was: GivenConfirmation | null;
  readonly why: Sentence | null;
}

/** A part of what is handed on. */
export interface RowsPage {
  readonly rows: readonly HandedRow[];
  /** Where it ends, as the id of a person, also where that row is not for whoever asks; null: nothing was left. */
  readonly last: string | null;
  readonly more: boolean;
}

export type HasDeliverySources = HasExportSources & HasIndicators;

/** Steps of a period that are looked at for why it was opened again; more than it takes unless somebody plays. */
const STEPS = 100;
/** People looked at in one go. */
const AT_ONCE = 250;

/** The rows that stand now, delivery or none, in the order of the people's ids: those that can be handed on. */
export async function readStanding(
  stores: HasDeliverySources,
  period: PeriodRow,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  rowsFor: RowsFor & { readonly actor: NonNullable<RowsFor['actor']> },
): Promise<RowsPage> {
  const rows: HandedRow[] = [];
  let from = after;
  for (;;) {
    const people = await stores.exports.candidates(period.code, from, AT_ONCE);
    const mine = people.filter(
      ({ id }) => (relationTo(rowsFor.actor.scope, { employeeId: id }) & EXPORTERS) !== 0,
    );
    for (const row of await makeRows(stores, period, mine, rowsFor)) {
      if (row.row !== null) rows.push({ ...row, change: null, parts: [], was: null, why: null });
    }
    if (rows.length > limit || people.length < AT_ONCE) break;
    from = people.at(-1)!.id;
  }
  const page = rows.slice(0, limit);
  return { rows: page, last: page.at(-1)?.employeeId ?? null, more: rows.length > limit };
}

/**
 * A part of what a delivery gives, in the order of the people's ids. Results are those of the moment at which it was
 * taken, however late it is read; names and posts are of now, and what moved meanwhile comes with the next.
 */
export async function readDelivery(
  stores: HasDeliverySources,
  period: PeriodRow,
  delivery: Pick<DeliveryRow, 'id' | 'sinceId'>,
  page: { readonly after: string | null; readonly limit: number },
  rowsFor: RowsFor & { readonly actor: NonNullable<RowsFor['actor']> },
): Promise<RowsPage> {
  const which = delivery.sinceId == null ? 'STANDING' : 'CHANGED';
  const found = await stores.exports.stands(delivery.id, which, page.after, page.limit + 1);
  const stands = found.slice(0, page.limit);
  const mine = stands.filter(
    ({ employeeId }) => (relationTo(rowsFor.actor.scope, { employeeId }) & EXPORTERS) !== 0,
  );
  const made = new Map(
    (await makeRows(stores, period, await stores.exports.given(mine), rowsFor)).map((row) => [
      row.employeeId,
      row,
    ]),
  );
  const earlier = await stores.exports.confirmations(
    mine.flatMap(({ wasId }) => (wasId === null ? [] : [wasId])),
  );
  const wasById = new Map(earlier.map((row) => [row.id, row]));
  const steps = earlier.length === 0 ? [] : await stores.indicators.periodChangesOf([period.code], STEPS);
  const rows = mine.flatMap((stand): HandedRow[] => {
    const row = made.get(stand.employeeId);
    // Whoever is no longer open to the one who asks is not named to them either.
    if (row === undefined || (row.confirmation === null && stand.confirmationId !== null)) return [];
    const { change } = stand;
    const parts = stand.parts ?? [];
    const was = stand.wasId === null || change === null ? null : (wasById.get(stand.wasId) ?? null);
    const reopened =
      was === null
        ? null
        : steps.find((step) => step.state === 'REOPENED' && step.recordedAt > was.recordedAt);
    const why =
      change === null
        ? null
        : whyChanged({
            change,
            parts,
            note: row.confirmation?.note ?? null,
            reopened: reopened?.reason ?? null,
          });
    // What was taken back says why by itself; that nothing is confirmed now is no finding.
    return [{ ...row, change, parts, was, why, ...(change === 'WITHDRAWN' && { row: null, findings: [] }) }];
  });
  return { rows, last: stands.at(-1)?.employeeId ?? null, more: found.length > page.limit };
}

/** Notes whose data are in a row that is handed on: it is told to them, but for what one reads of oneself. */
export function noteRow({ reads, actor }: Pick<Context, 'reads' | 'actor'>, row: MadeRow): void {
  const note = (employeeId: string, field: PersonalField) => {
    if (employeeId !== actor.employeeId) reads.note(employeeId, field);
  };
  note(row.employeeId, 'IDENTITY');
  note(row.employeeId, 'PREDICATE');
  if (row.appraiserId !== null) note(row.appraiserId, 'IDENTITY');
  for (const employeeId of row.nipsOf) note(employeeId, 'NIP');
}
