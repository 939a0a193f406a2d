import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidv7 } from 'uuidv7';
import type { Assignment, Leave } from '../../domain/people/service-days.js';
import type { ReportingLine } from '../../domain/people/reporting-line.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import type { Trail } from '../../platform/audit/trail.js';
import { groupBy } from '../../platform/group-by.js';
import { sqlOf } from '../../platform/database/sql.js';

/** An assignment as it is recorded. */
export interface HeldAssignment extends Assignment {
  readonly positionTitle: string;
}

/** An assignment on its way into the record. */
export interface NewAssignment extends HeldAssignment {
  readonly employeeId: string;
}

/** A leave on its way into the record; without a last day it calls off the leave that begins on this day. */
export interface NewLeave {
  readonly employeeId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Who recorded something, and when. */
export interface Recorded {
  readonly by: string;
  readonly at: Date;
}

/** Where and when people serve, and under whom, day by day. Every answer is of one region. */
export interface ServiceStore {
  /** The assignments of each employee, as they were recorded by `knownAt` (null: by now). */
  assignmentsOf(
    employeeIds: readonly string[],
    knownAt: Date | null,
  ): Promise<Map<string, readonly HeldAssignment[]>>;
  /** The leaves of each employee, as they were recorded by `knownAt` (null: by now). */
  leavesOf(employeeIds: readonly string[], knownAt: Date | null): Promise<Map<string, readonly Leave[]>>;
  /** The last word on every leave of these employees, those called off included. */
  leaveWordsOf(employeeIds: readonly string[]): Promise<NewLeave[]>;
  /** The reporting lines of these employees. */
  linesOf(employeeIds: readonly string[]): Promise<ReportingLine[]>;
  /** The reporting lines of an employee and of everybody who ever appraised them: two steps up. */
  linesAbove(employeeId: string): Promise<ReportingLine[]>;
  /** Keeps everybody else from recording service of these people until the transaction ends. */
  lock(employeeIds: readonly string[]): Promise<void>;
  assign(assignments: readonly NewAssignment[], recorded: Recorded): Promise<void>;
  recordLeaves(leaves: readonly NewLeave[], recorded: Recorded): Promise<void>;
  report(lines: readonly ReportingLine[], recorded: Recorded): Promise<void>;
}

export interface HasService {
  readonly service: ServiceStore;
}

export function createServiceStore(em: EntityManager, regionCode: string, trail: Trail): ServiceStore {
  const sql = sqlOf(em);
  return {
    async assignmentsOf(employeeIds, knownAt) {
      const rows = await sql.rows<NewAssignment>(
        `select distinct on (employee_id, kind, starts_on) employee_id as "employeeId", unit_id as "unitId",
           position_title as "positionTitle", kind, starts_on::text as "startsOn", ends_on::text as "endsOn"
         from assignment
         where region_code = $1 and employee_id = any($2::uuid[]) and ($3::timestamptz is null or recorded_at <= $3)
         order by employee_id, kind, starts_on, recorded_at desc, id desc`,
        [regionCode, employeeIds, knownAt],
      );
      return groupBy(rows, ({ employeeId }) => employeeId);
    },
    async leavesOf(employeeIds, knownAt) {
      const rows = await sql.rows<Leave & { employeeId: string }>(
        `select * from (
           select distinct on (employee_id, starts_on) employee_id as "employeeId", starts_on::text as "startsOn",
             ends_on::text as "endsOn"
           from leave
           where region_code = $1 and employee_id = any($2::uuid[]) and ($3::timestamptz is null or recorded_at <= $3)
           order by employee_id, starts_on, recorded_at desc, id desc
         ) held where "endsOn" is not null`,
        [regionCode, employeeIds, knownAt],
      );
      return groupBy(rows, ({ employeeId }) => employeeId);
    },
    leaveWordsOf: (employeeIds) =>
      sql.rows<NewLeave>(
        `select distinct on (employee_id, starts_on) employee_id as "employeeId", starts_on::text as "startsOn",
           ends_on::text as "endsOn"
         from leave where region_code = $1 and employee_id = any($2::uuid[])
         order by employee_id, starts_on, recorded_at desc, id desc`,
        [regionCode, employeeIds],
      ),
    linesOf: (employeeIds) =>
      sql.rows<ReportingLine>(
        `select distinct on (employee_id, starts_on) employee_id as "employeeId", appraiser_id as "appraiserId",
           starts_on::text as "startsOn"
         from reporting_line where region_code = $1 and employee_id = any($2::uuid[])
         order by employee_id, starts_on, recorded_at desc, id desc`,
        [regionCode, employeeIds],
      ),
    linesAbove: (employeeId) =>
      sql.rows<ReportingLine>(
        `with own as (select * from reporting_line where region_code = $1 and employee_id = $2)
         select distinct on (employee_id, starts_on) employee_id as "employeeId", appraiser_id as "appraiserId",
           starts_on::text as "startsOn"
         from (
           select * from own
           union select l.* from reporting_line l
             where l.region_code = $1 and l.employee_id in (select appraiser_id from own)
         ) lines order by employee_id, starts_on, recorded_at desc, id desc`,
        [regionCode, employeeId],
      ),
    async lock(employeeIds) {
      await sql.rows(
        `select 1 from employee where region_code = $1 and id = any($2::uuid[]) order by id for no key update`,
        [regionCode, employeeIds],
      );
    },
    async assign(assignments, { by, at }) {
      const ids = inOrder(assignments);
      await sql.rows(
        `insert into assignment (region_code, id, employee_id, unit_id, position_title, kind, starts_on, ends_on,
           recorded_at, recorded_by, recorded_in)
         select $1, a.*, $9, $10, $11
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::date[]) a`,
        [
          regionCode,
          ids,
          assignments.map((assignment) => assignment.employeeId),
          assignments.map((assignment) => assignment.unitId),
          assignments.map((assignment) => assignment.positionTitle),
          assignments.map((assignment) => assignment.kind),
          assignments.map((assignment) => assignment.startsOn),
          assignments.map((assignment) => assignment.endsOn),
          at,
          by,
          trail.id,
        ],
      );
      trail.cover(
        assignments.map(({ employeeId, unitId, positionTitle, kind, startsOn, endsOn }, place) =>
          evidenceLine('assignment', ids[place]!, [
            ...[employeeId, unitId, positionTitle, kind, startsOn, endsOn, micros(at), by],
          ]),
        ),
      );
    },
    async recordLeaves(leaves, { by, at }) {
      const ids = inOrder(leaves);
      await sql.rows(
        `insert into leave (region_code, id, employee_id, starts_on, ends_on, recorded_at, recorded_by, recorded_in)
         select $1, l.*, $6, $7, $8 from unnest($2::uuid[], $3::uuid[], $4::date[], $5::date[]) l`,
        [
          regionCode,
          ids,
          leaves.map((leave) => leave.employeeId),
          leaves.map((leave) => leave.startsOn),
          leaves.map((leave) => leave.endsOn),
          at,
          by,
          trail.id,
        ],
      );
      trail.cover(
        leaves.map(({ employeeId, startsOn, endsOn }, place) =>
          evidenceLine('leave', ids[place]!, [employeeId, startsOn, endsOn, micros(at), by]),
        ),
      );
    },
    async report(lines, { by, at }) {
      const ids = inOrder(lines);
      await sql.rows(
        `insert into reporting_line (region_code, id, employee_id, appraiser_id, starts_on, recorded_at, recorded_by,
           recorded_in)
         select $1, l.*, $6, $7, $8 from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[]) l`,
        [
          regionCode,
          ids,
          lines.map((line) => line.employeeId),
          lines.map((line) => line.appraiserId),
          lines.map((line) => line.startsOn),
          at,
          by,
          trail.id,
        ],
      );
      trail.cover(
        lines.map(({ employeeId, appraiserId, startsOn }, place) =>
          evidenceLine('reporting_line', ids[place]!, [employeeId, appraiserId, startsOn, micros(at), by]),
        ),
      );
    },
  };
}

/** Ids that grow: of two records of one instant the later one is told by them. */
function inOrder(rows: readonly unknown[]): string[] {
  return rows.map(() => uuidv7());
}
