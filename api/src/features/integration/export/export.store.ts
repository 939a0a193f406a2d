import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowChange, RowPart } from '../../../domain/integration/row-changes.js';
import type { Predicate } from '../../../domain/scoring/predicate.js';
import type { Rating } from '../../../domain/scoring/rating.js';
import { instant, sqlOf } from '../../../platform/database/sql.js';
import type { DeliveryRow } from './delivery.entity.js';

/** What an appraiser confirmed, as far as it is handed on. */
export interface GivenConfirmation {
  readonly id: string;
  readonly workRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
  readonly note: string;
  readonly appraiserId: string;
  readonly recordedAt: Date;
  readonly stale: boolean;
}

/** Somebody who is in the export of a period, or ought to be. */
export interface ExportCandidate {
  readonly id: string;
  readonly nip: string;
  readonly name: string;
  readonly positionTitle: string;
  readonly unitId: string;
  readonly confirmation: GivenConfirmation | null;
}

/** How one row stood in a delivery. */
export interface Stand {
  readonly employeeId: string;
  readonly confirmationId: string | null;
  readonly digest: Buffer | null;
  readonly change: RowChange | null;
  readonly parts: readonly RowPart[] | null;
  readonly wasId: string | null;
}

/** A delivery, with the name of whoever took it where whoever asks may know it. */
export interface NamedDelivery extends DeliveryRow {
  readonly takerName: string | null;
}

export type NewDelivery = Omit<DeliveryRow, 'regionCode' | 'acknowledgedAt' | 'remembered'>;

/** The questions that handing on asks the database. Every answer is of one region. */
export interface ExportStore {
  /** People in service, and others with a confirmed predicate in the period, with the latest; in the order of their ids. */
  candidates(periodCode: string, after: string | null, limit: number): Promise<ExportCandidate[]>;
  /** These people, each with the confirmation that is named (null: none); in no order. */
  given(
    pairs: readonly { readonly employeeId: string; readonly confirmationId: string | null }[],
  ): Promise<ExportCandidate[]>;
  /** Who of these people has a plan in the period. */
  planned(periodCode: string, employeeIds: readonly string[]): Promise<ReadonlySet<string>>;
  confirmations(ids: readonly string[]): Promise<GivenConfirmation[]>;
  /** Adds it, or puts its counts right. */
  put(delivery: NewDelivery): Promise<void>;
  addStands(deliveryId: string, stands: readonly Stand[]): Promise<void>;
  get(id: string): Promise<NamedDelivery | null>;
  /** The last delivery of a period that somebody acknowledged; null: none. */
  lastKept(takenBy: string, periodCode: string): Promise<DeliveryRow | null>;
  /** Newest first. */
  page(periodCode: string | null, before: string | null, limit: number): Promise<NamedDelivery[]>;
  countSince(takenBy: string, since: Date): Promise<number>;
  /** Rows of a delivery in the order of the people's ids: all that stood in it, or only those that it tells of. */
  stands(
    deliveryId: string,
    which: 'STANDING' | 'CHANGED',
    after: string | null,
    limit: number,
  ): Promise<Stand[]>;
  acknowledge(id: string, at: Date): Promise<void>;
  /** Forgets the rows of somebody's deliveries in a period but of those named and of the latest few. */
  forget(takenBy: string, periodCode: string, but: readonly string[], latest: number): Promise<void>;
}

export interface HasExports {
  readonly exports: ExportStore;
}

const CONFIRMATION = `c.id as "confirmationId", c.work_rating as "workRating", c.behaviour_rating as "behaviourRating",
  c.predicate, c.note, c.appraiser_id as "appraiserId", c.recorded_at as "recordedAt"`;
const PERSON = `e.id, e.nip, e.name, e.position_title as "positionTitle", e.unit_id as "unitId"`;
const DELIVERY = `d.region_code as "regionCode", d.id, d.period_code as "periodCode", d.taken_by as "takenBy",
  d.taken_by_kind as "takenByKind", d.taken_at as "takenAt", d.since_id as "sinceId", d.total,
  d.new_rows as "newRows", d.changed_rows as "changedRows", d.withdrawn_rows as "withdrawnRows",
  d.acknowledged_at as "acknowledgedAt", d.remembered`;
const NAMED = `select ${DELIVERY}, coalesce(s.name, a.name) as "takerName" from delivery d
  left join service_token s on d.taken_by_kind = 'SERVICE' and s.region_code = d.region_code and s.id::text = d.taken_by
  left join account a on d.taken_by_kind = 'PERSON' and a.region_code = d.region_code and a.id::text = d.taken_by`;

export function createExportStore(em: EntityManager, regionCode: string): ExportStore {
  const sql = sqlOf(em);
  return {
    async candidates(periodCode, after, limit) {
      const rows = await sql.rows<CandidateInSql>(
        `select ${PERSON}, ${CONFIRMATION}, now.stale
         from employee e
         left join lateral (
           select * from confirmation where region_code = e.region_code and employee_id = e.id and period_code = $2
           order by id desc limit 1
         ) c on true
         left join lateral confirmation_now(c.region_code, c.id) now on true
         where e.region_code = $1 and ($3::uuid is null or e.id > $3) and (e.active or c.id is not null)
         order by e.id limit $4`,
        [regionCode, periodCode, after, limit],
      );
      return rows.map(toCandidate);
    },
    async given(pairs) {
      const rows = await sql.rows<CandidateInSql>(
        `select ${PERSON}, ${CONFIRMATION}, false as stale
         from unnest($2::uuid[], $3::uuid[]) as pair (employee_id, confirmation_id)
         join employee e on e.region_code = $1 and e.id = pair.employee_id
         left join confirmation c on c.region_code = $1 and c.id = pair.confirmation_id`,
        [regionCode, pairs.map((pair) => pair.employeeId), pairs.map((pair) => pair.confirmationId)],
      );
      return rows.map(toCandidate);
    },
    async planned(periodCode, employeeIds) {
      const rows = await sql.rows<{ ids: string[] }>(`select planned_in($1, $2, $3::uuid[]) as ids`, [
        regionCode,
        periodCode,
        employeeIds,
      ]);
      return new Set(rows[0]?.ids);
    },
    async confirmations(ids) {
      const rows = await sql.rows<Required<ConfirmationInSql>>(
        `select ${CONFIRMATION}, false as stale from confirmation c
         where c.region_code = $1 and c.id = any($2::uuid[])`,
        [regionCode, ids],
      );
      return rows.map((row) => toConfirmation(row)!);
    },
    async put(delivery) {
      await sql.rows(
        `insert into delivery (region_code, id, period_code, taken_by, taken_by_kind, taken_at, since_id, total, new_rows,
           changed_rows, withdrawn_rows, remembered)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true)
         on conflict (region_code, id) do update set total = excluded.total, new_rows = excluded.new_rows,
           changed_rows = excluded.changed_rows, withdrawn_rows = excluded.withdrawn_rows`,
        [
          ...[regionCode, delivery.id, delivery.periodCode, delivery.takenBy, delivery.takenByKind],
          ...[delivery.takenAt, delivery.sinceId ?? null, delivery.total, delivery.newRows],
          ...[delivery.changedRows, delivery.withdrawnRows],
        ],
      );
    },
    async addStands(deliveryId, stands) {
      await sql.rows(
        `insert into delivery_stand (region_code, delivery_id, employee_id, confirmation_id, digest, change, parts, was_id)
         select $1, $2, s.employee_id, s.confirmation_id, s.digest, s.change, string_to_array(s.parts, ' '), s.was_id
         from unnest($3::uuid[], $4::uuid[], $5::bytea[], $6::text[], $7::text[], $8::uuid[])
           as s (employee_id, confirmation_id, digest, change, parts, was_id)`,
        [
          regionCode,
          deliveryId,
          stands.map(({ employeeId }) => employeeId),
          stands.map(({ confirmationId }) => confirmationId),
          stands.map(({ digest }) => digest),
          stands.map(({ change }) => change),
          stands.map(({ parts }) => (parts === null || parts.length === 0 ? null : parts.join(' '))),
          stands.map(({ wasId }) => wasId),
        ],
      );
    },
    async get(id) {
      const rows = await sql.rows<DeliveryInSql>(`${NAMED} where d.region_code = $1 and d.id = $2`, [
        regionCode,
        id,
      ]);
      return rows[0] === undefined ? null : toDelivery(rows[0]);
    },
    async lastKept(takenBy, periodCode) {
      const rows = await sql.rows<DeliveryInSql>(
        `${NAMED} where d.region_code = $1 and d.taken_by = $2 and d.period_code = $3 and d.remembered
           and d.acknowledged_at is not null
         order by d.id desc limit 1`,
        [regionCode, takenBy, periodCode],
      );
      return rows[0] === undefined ? null : toDelivery(rows[0]);
    },
    async page(periodCode, before, limit) {
      const rows = await sql.rows<DeliveryInSql>(
        `${NAMED} where d.region_code = $1 and ($2::text is null or d.period_code = $2) and ($3::uuid is null or d.id < $3)
         order by d.id desc limit $4`,
        [regionCode, periodCode, before, limit],
      );
      return rows.map(toDelivery);
    },
    async countSince(takenBy, since) {
      const rows = await sql.rows<{ n: number }>(
        `select count(*)::int as n from delivery where region_code = $1 and taken_by = $2 and taken_at > $3`,
        [regionCode, takenBy, since],
      );
      return rows[0]!.n;
    },
    stands: (deliveryId, which, after, limit) =>
      sql.rows<Stand>(
        `select employee_id as "employeeId", confirmation_id as "confirmationId", digest, change, parts,
           was_id as "wasId"
         from delivery_stand
         where region_code = $1 and delivery_id = $2 and ($3::uuid is null or employee_id > $3)
           and ${which === 'CHANGED' ? 'change is not null' : 'confirmation_id is not null'}
         order by employee_id limit $4`,
        [regionCode, deliveryId, after, limit],
      ),
    async acknowledge(id, at) {
      await sql.rows(
        `update delivery set acknowledged_at = $3 where region_code = $1 and id = $2 and acknowledged_at is null`,
        [regionCode, id, at],
      );
    },
    async forget(takenBy, periodCode, but, latest) {
      await sql.rows(
        `with over as (
           update delivery set remembered = false
           where region_code = $1 and taken_by = $2 and period_code = $3 and remembered and id <> all($4::uuid[])
             and id not in (select id from delivery where region_code = $1 and taken_by = $2 and period_code = $3
               order by id desc limit $5)
           returning id
         )
         delete from delivery_stand s using over where s.region_code = $1 and s.delivery_id = over.id`,
        [regionCode, takenBy, periodCode, but, latest],
      );
    },
  };
}

interface ConfirmationInSql {
  confirmationId: string | null;
  workRating: Rating;
  behaviourRating: Rating;
  predicate: Predicate;
  note: string;
  appraiserId: string;
  recordedAt: string;
  stale: boolean | null;
}

type CandidateInSql = ConfirmationInSql & Omit<ExportCandidate, 'confirmation'>;

type DeliveryInSql = Omit<NamedDelivery, 'takenAt' | 'acknowledgedAt'> & {
  takenAt: string;
  acknowledgedAt: string | null;
};

function toCandidate(row: CandidateInSql): ExportCandidate {
  const { id, nip, name, positionTitle, unitId } = row;
  return { id, nip, name, positionTitle, unitId, confirmation: toConfirmation(row) };
}

function toConfirmation(row: ConfirmationInSql): GivenConfirmation | null {
  const { confirmationId: id, workRating, behaviourRating, predicate, note, appraiserId, recordedAt } = row;
  if (id === null) return null;
  return {
    ...{ id, workRating, behaviourRating, predicate, note, appraiserId },
    recordedAt: instant(recordedAt),
    // Where nothing was planned any more there is no score that it could be held against.
    stale: row.stale ?? true,
  };
}

function toDelivery(row: DeliveryInSql): NamedDelivery {
  return {
    ...row,
    takenAt: instant(row.takenAt),
    acknowledgedAt: row.acknowledgedAt === null ? null : instant(row.acknowledgedAt),
  };
}
