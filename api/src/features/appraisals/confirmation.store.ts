import type { EntityManager } from '@mikro-orm/postgresql';
import { amount, formatAmount } from '../../domain/amount.js';
import type { Predicate } from '../../domain/scoring/predicate.js';
import type { Rating } from '../../domain/scoring/rating.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import type { RecordLine, Trail } from '../../platform/audit/trail.js';
import { instant, sqlOf } from '../../platform/database/sql.js';
import type { EmployeePeriod } from '../indicators/indicator.store.js';
import { CHOSEN_PAIRS, chosenParameters, type ChosenPairs } from '../employees/chosen-pairs.js';
import type { ConfirmationRow } from './confirmation.entity.js';

/** A confirmation on its way into the record. */
export type NewConfirmation = Omit<ConfirmationRow, 'regionCode'>;

/** What an appraiser confirmed, and what the system had proposed and computed at that moment. */
export interface Confirmation extends EmployeePeriod {
  readonly id: string;
  readonly workRating: Rating;
  readonly behaviourRating: Rating;
  readonly predicate: Predicate;
  readonly note: string;
  readonly appraiserId: string;
  readonly proposed: Predicate | null;
  readonly proposedWorkRating: Rating | null;
  readonly proposedBehaviourRating: Rating | null;
  /** Canonical. */
  readonly scoreValue: string | null;
  readonly policyVersion: string;
  readonly recordedAt: Date;
  /** Id of the actor. */
  readonly recordedBy: string;
  /** Whether a later confirmation took its place. */
  readonly superseded: boolean;
  /** Whether the stored score is no longer the one that was confirmed. */
  readonly stale: boolean;
}

/** Which predicates are counted. */
export type PredicateBasis = 'CONFIRMED' | 'PROPOSED';

/** Where a page ended. */
export interface ConfirmationPlace extends EmployeePeriod {
  readonly id: string;
}

/** Which confirmations a list has. */
export interface ConfirmationFilterRow extends ChosenPairs {
  /** Whether those are in the list that a later one took the place of. */
  readonly superseded: boolean;
  /** Only what had been recorded by then. */
  readonly knownAt: Date | null;
}

/** What other rooms may ask about confirmed predicates. Every answer is of one region. */
export interface ConfirmationStore {
  get(id: string): Promise<Confirmation | null>;
  /** The confirmations of each of these people and periods, newest first, at most so many of each. */
  historyOf(pairs: readonly EmployeePeriod[], limit: number): Promise<Confirmation[]>;
  /** Of those people alone whom the reader may know; so are a page and its count. */
  byIds(ids: readonly string[]): Promise<Confirmation[]>;
  /** Employee after employee, of each period after period, of each the earlier ones first. */
  page(
    chosen: ConfirmationFilterRow,
    after: ConfirmationPlace | null,
    limit: number,
  ): Promise<Confirmation[]>;
  count(chosen: ConfirmationFilterRow): Promise<number>;
  add(confirmation: NewConfirmation): Promise<void>;
  /** How many people with a plan in the period have no confirmation, or a stale one. */
  unconfirmedIn(periodCode: string): Promise<number>;
  /** How many of the people who served in the unit or below it have each predicate; each of them once. */
  countPredicates(
    basis: PredicateBasis,
    unitId: string,
    periodCode: string,
  ): Promise<ReadonlyMap<Predicate, number>>;
}

export interface HasConfirmations {
  readonly confirmations: ConfirmationStore;
}

export function createConfirmationStore(
  em: EntityManager,
  regionCode: string,
  trail: Trail,
): ConfirmationStore {
  const sql = sqlOf(em);
  const parametersOf = (chosen: ConfirmationFilterRow) => [
    ...chosenParameters(regionCode, chosen),
    ...[chosen.superseded, chosen.knownAt],
  ];
  return {
    async get(id) {
      const rows = await sql.rows<ConfirmationInSql>(
        confirmationsFrom('select * from confirmation where region_code = $1 and id = $2'),
        [regionCode, id],
      );
      return rows[0] === undefined ? null : toConfirmation(rows[0]);
    },
    async historyOf(pairs, limit) {
      const rows = await sql.rows<ConfirmationInSql>(
        confirmationsFrom(
          `select latest.* from unnest($2::uuid[], $3::text[]) as pair (employee_id, period_code)
           cross join lateral (
             select * from confirmation
             where region_code = $1 and employee_id = pair.employee_id and period_code = pair.period_code
             order by id desc limit $4
           ) latest`,
        ),
        [regionCode, pairs.map((pair) => pair.employeeId), pairs.map((pair) => pair.periodCode), limit],
      );
      return rows.map(toConfirmation);
    },
    async byIds(ids) {
      const rows = await sql.rows<ConfirmationInSql>(
        confirmationsFrom(
          `select * from confirmation s where region_code = $1 and id = any($2::uuid[]) and ${KNOWN}`,
        ),
        [regionCode, ids],
      );
      return rows.map(toConfirmation);
    },
    async page(chosen, after, limit) {
      const from = after ?? BEFORE_ALL;
      const rows = await sql.rows<ConfirmationInSql>(
        confirmationsFrom(
          `select * from confirmation s where ${CHOSEN_CONFIRMATIONS}
             and (employee_id, period_code, id) > ($7::uuid, $8::text, $9::uuid)
           order by employee_id, period_code, id limit $10`,
          'c.employee_id, c.period_code, c.id',
        ),
        [...parametersOf(chosen), from.employeeId, from.periodCode, from.id, limit],
      );
      return rows.map(toConfirmation);
    },
    async count(chosen) {
      const rows = await sql.rows<{ confirmations: number }>(
        `select count(*)::int as confirmations from confirmation s where ${CHOSEN_CONFIRMATIONS}`,
        parametersOf(chosen),
      );
      return rows[0]!.confirmations;
    },
    async add(confirmation) {
      await sql.rows(
        `insert into confirmation (region_code, id, employee_id, period_code, work_rating, behaviour_rating, predicate,
           note, appraiser_id, proposed, proposed_work_rating, proposed_behaviour_rating, score_value, policy_version,
           supersedes_id, recorded_at, recorded_by, recorded_in)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
        [
          regionCode,
          confirmation.id,
          confirmation.employeeId,
          confirmation.periodCode,
          confirmation.workRating,
          confirmation.behaviourRating,
          confirmation.predicate,
          confirmation.note,
          confirmation.appraiserId,
          confirmation.proposed,
          confirmation.proposedWorkRating,
          confirmation.proposedBehaviourRating,
          confirmation.scoreValue,
          confirmation.policyVersion,
          confirmation.supersedesId,
          confirmation.recordedAt,
          confirmation.recordedBy,
          trail.id,
        ],
      );
      trail.cover([confirmationLine(confirmation)]);
    },
    async unconfirmedIn(periodCode) {
      const rows = await sql.rows<{ people: number }>(
        `select count(*)::int as people from employee_score s
         left join lateral (
           select * from confirmation c where c.region_code = s.region_code and c.employee_id = s.employee_id
             and c.period_code = s.period_code order by c.id desc limit 1
         ) c on true
         where s.region_code = $1 and s.period_code = $2 and (c.id is null or ${STALE})`,
        [regionCode, periodCode],
      );
      return rows[0]!.people;
    },
    async countPredicates(basis, unitId, periodCode) {
      const rows = await sql.rows<{ predicate: Predicate; people: number }>(
        `select has.predicate, count(*)::int as people
         from (
           select distinct p.employee_id from placement p
           join org_unit u on u.region_code = p.region_code and u.id = p.unit_id
           where p.region_code = $1 and p.period_code = $2 and $3::uuid = any(u.path)
         ) placed
         cross join lateral (${PREDICATE_OF[basis]}) has
         group by has.predicate`,
        [regionCode, periodCode, unitId],
      );
      return new Map(rows.map(({ predicate, people }) => [predicate, people]));
    },
  };
}

/** The row as the audit entry of its command covers it. */
function confirmationLine(row: NewConfirmation): RecordLine {
  return evidenceLine('confirmation', row.id, [
    ...[row.employeeId, row.periodCode, row.workRating, row.behaviourRating, row.predicate, row.note],
    ...[row.appraiserId, row.proposed ?? null, row.proposedWorkRating ?? null],
    ...[
      row.proposedBehaviourRating ?? null,
      row.scoreValue == null ? null : amount(row.scoreValue).toString(),
    ],
    ...[row.policyVersion, row.supersedesId ?? null, micros(row.recordedAt), row.recordedBy],
  ]);
}

/** Whether score `s` is no longer what confirmation `c` kept of it. */
const STALE = `(s.value, s.predicate, s.work_rating, s.behaviour_rating, s.policy_version) is distinct from
  (c.score_value, c.proposed, c.proposed_work_rating, c.proposed_behaviour_rating, c.policy_version)`;

const PREDICATE_OF: Readonly<Record<PredicateBasis, string>> = {
  CONFIRMED: `select predicate from confirmation
    where region_code = $1 and period_code = $2 and employee_id = placed.employee_id order by id desc limit 1`,
  PROPOSED: `select predicate from employee_score where region_code = $1 and period_code = $2
    and employee_id = placed.employee_id and predicate is not null`,
};

/** Confirmations that a query chose, with what became of them; employee after employee, newest first. */
function confirmationsFrom(chosen: string, order = 'c.employee_id, c.period_code, c.id desc'): string {
  return `select c.*, now.stale, now.superseded
    from (${chosen}) c
    cross join lateral confirmation_now(c.region_code, c.id) now
    order by ${order}`;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const BEFORE_ALL: ConfirmationPlace = { employeeId: NOBODY, periodCode: '', id: NOBODY };

/**
 * Whether whoever asks may know whom `confirmation s` is about. Whoever decided may read what they have just decided, and
 * finds it no more once the person is somebody else's to appraise.
 */
const KNOWN =
  'exists (select 1 from employee e where e.region_code = s.region_code and e.id = s.employee_id)';

/** The condition on `confirmation s`; parameters $1 to $6. */
const CHOSEN_CONFIRMATIONS = `${CHOSEN_PAIRS} and ${KNOWN}
  and ($6::timestamptz is null or s.recorded_at <= $6)
  and ($5 or not exists (select 1 from confirmation n where n.region_code = s.region_code
    and n.employee_id = s.employee_id and n.period_code = s.period_code and n.id > s.id
    and ($6::timestamptz is null or n.recorded_at <= $6)))`;

interface ConfirmationInSql {
  id: string;
  employee_id: string;
  period_code: string;
  work_rating: Rating;
  behaviour_rating: Rating;
  predicate: Predicate;
  note: string;
  appraiser_id: string;
  proposed: Predicate | null;
  proposed_work_rating: Rating | null;
  proposed_behaviour_rating: Rating | null;
  score_value: string | null;
  policy_version: string;
  recorded_at: string;
  recorded_by: string;
  superseded: boolean;
  stale: boolean;
}

function toConfirmation(row: ConfirmationInSql): Confirmation {
  return {
    id: row.id,
    employeeId: row.employee_id,
    periodCode: row.period_code,
    workRating: row.work_rating,
    behaviourRating: row.behaviour_rating,
    predicate: row.predicate,
    note: row.note,
    appraiserId: row.appraiser_id,
    proposed: row.proposed,
    proposedWorkRating: row.proposed_work_rating,
    proposedBehaviourRating: row.proposed_behaviour_rating,
    scoreValue: row.score_value === null ? null : formatAmount(amount(row.score_value)),
    policyVersion: row.policy_version,
    recordedAt: instant(row.recorded_at),
    recordedBy: row.recorded_by,
    superseded: row.superseded,
    stale: row.stale,
  };
}
