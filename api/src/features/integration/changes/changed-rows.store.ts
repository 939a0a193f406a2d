import type { EntityManager } from '@mikro-orm/postgresql';
import { instant, sqlOf } from '../../../platform/database/sql.js';
import { PeriodEntity, type PeriodRow } from '../../indicators/period.entity.js';
import type { EmployeePeriod } from '../../indicators/indicator.store.js';
import { PolicyEntity, type PolicyRow } from '../../policies/policy.entity.js';

/** Who appraises somebody from a day on. */
export interface LineRow {
  readonly employeeId: string;
  /** Null: nobody from this day on. */
  readonly appraiserId: string | null;
  readonly startsOn: string;
  readonly recordedAt: Date;
}

/** Rows that changes are told of, many at a time. Every answer is of one region. */
export interface ChangedRowsStore {
  /** The pairs for which there is a score, or a confirmed predicate, of these people. */
  pairsOf(employeeIds: readonly string[]): Promise<EmployeePeriod[]>;
  /** The reporting lines of these people, the last word on each day. */
  linesOf(employeeIds: readonly string[]): Promise<LineRow[]>;
  periodsOf(codes: readonly string[]): Promise<PeriodRow[]>;
  policiesOf(versions: readonly string[]): Promise<PolicyRow[]>;
}

export interface HasChangedRows {
  readonly changedRows: ChangedRowsStore;
}

export function createChangedRowsStore(em: EntityManager, regionCode: string): ChangedRowsStore {
  const sql = sqlOf(em);
  const plain = { disableIdentityMap: true } as const;
  return {
    pairsOf: (employeeIds) =>
      sql.rows<EmployeePeriod>(
        `select employee_id as "employeeId", period_code as "periodCode" from employee_score
         where region_code = $1 and employee_id = any($2::uuid[])
         union
         select employee_id, period_code from confirmation where region_code = $1 and employee_id = any($2::uuid[])
         order by 1, 2`,
        [regionCode, employeeIds],
      ),
    async linesOf(employeeIds) {
      const rows = await sql.rows<Omit<LineRow, 'recordedAt'> & { recordedAt: string }>(
        `select distinct on (employee_id, starts_on) employee_id as "employeeId", appraiser_id as "appraiserId",
           starts_on::text as "startsOn", recorded_at as "recordedAt"
         from reporting_line where region_code = $1 and employee_id = any($2::uuid[])
         order by employee_id, starts_on, recorded_at desc, id desc`,
        [regionCode, employeeIds],
      );
      return rows.map((row) => ({ ...row, recordedAt: instant(row.recordedAt) }));
    },
    periodsOf: (codes) => em.find(PeriodEntity, { regionCode, code: { $in: [...codes] } }, plain),
    policiesOf: (versions) => em.find(PolicyEntity, { regionCode, version: { $in: [...versions] } }, plain),
  };
}
