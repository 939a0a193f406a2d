import { localDate } from '../../../domain/calendar.js';
import {
  toKinerjaPeriodik,
  type ExportPerson,
  type ExportVerdict,
} from '../../../domain/integration/kinerja-periodik.js';
import type { SiasnCodes } from '../../../domain/integration/siasn-codes.js';
import { appraiserOn } from '../../../domain/people/reporting-line.js';
import { assignmentOn } from '../../../domain/people/service-days.js';
import { relationTo } from '../../../domain/access/scope.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasEmployees } from '../../employees/employee.store.js';
import type { HasService } from '../../employees/service.store.js';
import type { HasUnits } from '../../employees/unit.store.js';
import type { PeriodRow } from '../../indicators/period.entity.js';
import { NAME_READERS, NIP_READERS } from './export-audiences.js';
import type { ExportCandidate, GivenConfirmation, HasExports } from './export.store.js';

/** What is asked to make rows of people. */
export type HasExportSources = HasExports & HasEmployees & HasService & HasUnits;

/** Somebody's row, or why there is none. */
export interface MadeRow extends ExportVerdict {
  readonly employeeId: string;
  readonly name: string;
  readonly confirmation: GivenConfirmation | null;
  /** Whose NIPs are in the row in full. */
  readonly nipsOf: readonly string[];
  readonly appraiserId: string | null;
}

/** For whom rows are made, and in whose words. */
export interface RowsFor {
  /** Null: as they are, with nothing masked. */
  readonly actor: Actor | null;
  readonly codes: SiasnCodes;
}

/** Makes the rows of a batch of people; a handful of statements, however many they are. */
export async function makeRows(
  stores: HasExportSources,
  period: PeriodRow,
  people: readonly ExportCandidate[],
  { actor, codes }: RowsFor,
): Promise<MadeRow[]> {
  const appraiserIds = [
    ...new Set(
      people.flatMap(({ confirmation }) => (confirmation === null ? [] : [confirmation.appraiserId])),
    ),
  ];
  const is = (employeeId: string, to: number) =>
    actor === null || (relationTo(actor.scope, { employeeId }) & to) !== 0;
  const appraisers = new Map(
    (await stores.employees.byIds(appraiserIds.filter((id) => is(id, NAME_READERS)))).map((row) => [
      row.id,
      row,
    ]),
  );
  const open = people
    .filter(({ confirmation }) => confirmation === null || confirmation.stale)
    .map(({ id }) => id);
  const posts = await stores.service.assignmentsOf(
    [...new Set([...people.map(({ id }) => id), ...appraisers.keys()])],
    null,
  );
  const lines = open.length === 0 ? [] : await stores.service.linesOf(open);
  const planned = open.length === 0 ? new Set<string>() : await stores.exports.planned(period.code, open);
  const postOf = (row: { id: string; unitId: string; positionTitle: string }) =>
    assignmentOn(period.endsOn, posts.get(row.id) ?? []) ?? row;
  const known = [...people, ...appraisers.values()];
  const units = new Map(
    (await stores.units.byIds([...new Set(known.map((row) => postOf(row).unitId))])).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const isOpen = (employeeId: string) => is(employeeId, NIP_READERS);
  const personOf = (row: (typeof known)[number]): ExportPerson => {
    const { unitId, positionTitle } = postOf(row);
    return {
      ...{ nip: row.nip, name: row.name, nipOpen: isOpen(row.id), positionTitle },
      unitName: units.get(unitId) ?? null,
    };
  };
  return people.map((row) => {
    const { confirmation } = row;
    const appraiser = confirmation === null ? undefined : appraisers.get(confirmation.appraiserId);
    const verdict = toKinerjaPeriodik(
      {
        period,
        person: personOf(row),
        planned: planned.has(row.id),
        appraiserOnRecord: appraiserOn(period.endsOn, lines, row.id) !== null,
        confirmed: confirmation && {
          workResult: confirmation.workRating,
          behaviour: confirmation.behaviourRating,
          predicate: confirmation.predicate,
          confirmedOn: localDate(confirmation.recordedAt),
          stale: confirmation.stale,
          appraiser: appraiser === undefined ? null : personOf(appraiser),
        },
      },
      codes,
    );
    return {
      ...verdict,
      ...{ employeeId: row.id, name: row.name, confirmation },
      nipsOf: verdict.row === null ? [] : [row.id, ...(appraiser ? [appraiser.id] : [])].filter(isOpen),
      appraiserId: verdict.row === null ? null : (appraiser?.id ?? null),
    };
  });
}
