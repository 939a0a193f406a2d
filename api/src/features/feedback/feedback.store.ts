import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  FeedbackDecision,
  FeedbackStanding,
  FeedbackTaken,
  LeaveOutReason,
} from '../../domain/feedback/feedback-standing.js';
import type { FeedbackTally } from '../../domain/feedback/summarise-feedback.js';
import { SURVEY_CODES, type SurveyElement } from '../../domain/survey/satisfaction-index.js';
import { micros } from '../../platform/audit/canonical-json.js';
import { evidenceLine } from '../../platform/audit/evidence-line.js';
import { sealTexts } from '../../platform/audit/seal-texts.js';
import type { Trail } from '../../platform/audit/trail.js';
import { sqlOf } from '../../platform/database/sql.js';
import { FeedbackEntity, type FeedbackRow } from './feedback.entity.js';

/** Feedback on its way into the record. */
export interface NewFeedback {
  readonly id: string;
  readonly counterId: string;
  readonly unitId: string;
  /** 'YYYY-MM-DD' in Asia/Jakarta. */
  readonly leftOn: string;
  readonly ratings: ReadonlyMap<SurveyElement, number>;
  readonly text: string | null;
  readonly taken: FeedbackTaken;
  /** Null where no contact was left. */
  readonly erasureHash: Buffer | null;
}

/** Which feedback a list holds; null: of all. */
export interface FeedbackFilter {
  readonly unitIds: readonly string[] | null;
  readonly counterId: string | null;
  readonly standing: FeedbackStanding | null;
  /** Only that in which something is written. */
  readonly wordsOnly: boolean;
}

/** A place in a list that goes from the newest day to the oldest. */
export interface FeedbackPlace {
  readonly leftOn: string;
  readonly id: string;
}

/** What other rooms may ask about feedback. Every answer is of one region, and none says who left it. */
export interface FeedbackStore {
  get(id: string): Promise<FeedbackRow | null>;
  /** The same, and nobody else decides about it until the transaction ends. */
  hold(id: string): Promise<FeedbackRow | null>;
  byErasure(erasureHash: Buffer): Promise<FeedbackRow | null>;
  /** Nobody else who may be given this code is given any until the transaction ends. */
  holdErasure(erasureHash: Buffer): Promise<void>;
  /** The newest day first; within a day in no order that means anything. */
  page(filter: FeedbackFilter, after: FeedbackPlace | null, limit: number): Promise<FeedbackRow[]>;
  /** What the counters of one unit were told from one day to another, both inside. */
  tally(unitId: string, startsOn: string, endsOn: string): Promise<FeedbackTally>;
  add(feedback: NewFeedback): Promise<void>;
  decide(id: string, decided: Decided): Promise<void>;
}

/** What was decided about feedback that waited. */
export interface Decided {
  readonly decision: FeedbackDecision;
  readonly reason: LeaveOutReason | null;
  readonly at: Date;
  readonly by: string;
}

export interface HasFeedback {
  readonly feedback: FeedbackStore;
}

/** The column of an element. */
type Column = Lowercase<SurveyElement>;
const columnOf = (element: SurveyElement) => element.toLowerCase() as Column;

const STANDING = {
  COUNTED: { $or: [{ taken: 'COUNTED' as const }, { decision: 'COUNT' as const }] },
  WAITING: { taken: 'WAITING' as const, decision: null },
  LEFT_OUT: { decision: 'LEAVE_OUT' as const },
};
const IS_COUNTED = `(taken = 'COUNTED' or coalesce(decision, '') = 'COUNT')`;

/** The ratings of a row, U1 first. */
export function ratingsOf(row: FeedbackRow): { readonly element: SurveyElement; readonly rating: number }[] {
  return SURVEY_CODES.flatMap((element) => {
    const rating = row[columnOf(element)] ?? null;
    return rating === null ? [] : [{ element, rating }];
  });
}

export function createFeedbackStore(em: EntityManager, regionCode: string, trail: Trail): FeedbackStore {
  const plain = { disableIdentityMap: true } as const;
  const sql = sqlOf(em);
  return {
    get: (id) => em.findOne(FeedbackEntity, { regionCode, id }, plain),
    hold: (id) =>
      em.findOne(FeedbackEntity, { regionCode, id }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE }),
    byErasure: (erasureHash) => em.findOne(FeedbackEntity, { regionCode, erasureHash }, plain),
    async holdErasure(erasureHash) {
      await sql.rows(`select pg_advisory_xact_lock(hashtextextended('feedback ' || $1 || $2, 0))`, [
        regionCode,
        erasureHash.toString('hex'),
      ]);
    },
    page: ({ unitIds, counterId, standing, wordsOnly }, after, limit) =>
      em.find(
        FeedbackEntity,
        {
          $and: [
            {
              regionCode,
              ...(unitIds === null ? {} : { unitId: { $in: [...unitIds] } }),
              ...(counterId === null ? {} : { counterId }),
              ...(wordsOnly ? { text: { $ne: null } } : {}),
            },
            ...(standing === null ? [] : [STANDING[standing]]),
            ...(after === null
              ? []
              : [
                  {
                    $or: [{ leftOn: { $lt: after.leftOn } }, { leftOn: after.leftOn, id: { $gt: after.id } }],
                  },
                ]),
          ],
        },
        { ...plain, orderBy: [{ leftOn: 'desc' }, { id: 'asc' }], limit },
      ),
    async tally(unitId, startsOn, endsOn) {
      const columns = SURVEY_CODES.map(columnOf).map(
        (column) => `coalesce(sum(${column}) filter (where ${IS_COUNTED}), 0)::int as sum_${column},
          count(${column}) filter (where ${IS_COUNTED})::int as n_${column}`,
      );
      const reasons = ['REPEATED', 'NO_VISIT', 'TRIAL'] as const satisfies readonly LeaveOutReason[];
      const [row] = await sql.rows<Record<string, number>>(
        `select count(*) filter (where ${IS_COUNTED})::int as counted,
          count(*) filter (where not ${IS_COUNTED} and decision is null)::int as waiting,
          ${reasons.map((reason) => `count(*) filter (where decision_reason = '${reason}')::int as ${reason.toLowerCase()}`).join(', ')},
          ${columns.join(', ')}
         from feedback where region_code = $1 and unit_id = $2 and left_on between $3 and $4`,
        [regionCode, unitId, startsOn, endsOn],
      );
      const of = (name: string) => row![name]!;
      return {
        counted: of('counted'),
        waiting: of('waiting'),
        leftOut: new Map(reasons.map((reason) => [reason, of(reason.toLowerCase())])),
        answers: SURVEY_CODES.map((element) => ({
          element,
          sum: of(`sum_${columnOf(element)}`),
          respondents: of(`n_${columnOf(element)}`),
        })).filter(({ respondents }) => respondents > 0),
      };
    },
    async add({ id, counterId, unitId, leftOn, ratings, text, taken, erasureHash }) {
      const { salt, commitment } = sealTexts([text]);
      const given = SURVEY_CODES.map((element) => ratings.get(element) ?? null);
      await em.insert(FeedbackEntity, {
        ...{ regionCode, id, counterId, unitId, leftOn, text, taken, erasureHash },
        ...(Object.fromEntries(SURVEY_CODES.map((element, n) => [columnOf(element), given[n]!])) as Record<
          Column,
          number | null
        >),
        ...{ decision: null, decisionReason: null, decidedAt: null, decidedBy: null },
        ...{ recordedIn: trail.id, wordsSalt: salt, wordsCommitment: commitment },
      });
      trail.cover([
        evidenceLine('feedback', id, [
          ...[counterId, unitId, leftOn, ...given, taken],
          ...[erasureHash?.toString('hex') ?? null, commitment?.toString('hex') ?? null],
        ]),
      ]);
    },
    async decide(id, { decision, reason, at, by }) {
      await em.nativeUpdate(
        FeedbackEntity,
        { regionCode, id },
        { decision, decisionReason: reason, decidedAt: at, decidedBy: by, decidedIn: trail.id },
      );
      trail.cover([evidenceLine('feedback_decision', id, [decision, reason, micros(at), by])]);
    },
  };
}
