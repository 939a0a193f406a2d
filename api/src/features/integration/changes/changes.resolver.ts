import { GraphQLError } from 'graphql';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { CHANGE_REASONS } from '../../../domain/integration/change-reason.js';
import { CHANGE_TYPES, type ChangeType } from '../../../domain/integration/change-type.js';
import { changedRowId, foldPage, type ToldRow } from '../../../domain/integration/fold-page.js';
import type { PeriodState } from '../../../domain/period/period-state.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { HasChanges } from '../../../platform/changes/change-store.js';
import { formatCursor, readCursor } from '../../../platform/changes/cursor.js';
import type { Context } from '../../../platform/graphql/context.js';
import { denied } from '../../../platform/graphql/guard-schema.js';
import { InRegion } from '../../../platform/graphql/in-region.js';
import { Cursor } from '../../../platform/graphql/scalars.js';
import type { Confirmation, HasConfirmations } from '../../appraisals/confirmation.store.js';
import type { HasIndicators } from '../../indicators/indicator.store.js';
import { pairKey } from '../../scores/pair-key.js';
import { Change, CHANGE_TYPE_ENUM, ChangesPage, PreviousPredicate, PreviousScore } from './change.object.js';
import type { HasChangedRows } from './changed-rows.store.js';
import { readLog } from './read-log.js';
import { readNodes, type NodeNeeds, type NodeNow } from './read-nodes.js';
import { resyncRequired } from './resync-required.js';
import { rowsOfSteps, type RowsOfSteps } from './rows-of-steps.js';

type Ask = Context<HasChanges & HasConfirmations & HasIndicators & HasChangedRows & NodeNeeds>;

/** Most rows that a page of changes holds, and how many it holds where nobody says. */
const MOST = 500;
const USUAL = 100;

@Resolver()
export class ChangesResolver {
  @Query(() => ChangesPage, {
    description:
      'What has changed since a cursor, in commit order: rows as they are now, and rows to forget. Without `since`: no changes, and the cursor of now; take it before a first load and go on from it afterwards, and nothing is missing. For services, and for leaders and administrators; what you may not read is not there. A cursor that cannot be gone on from: RESYNC_REQUIRED.',
  })
  async changes(
    @InRegion() region: string,
    @Arg('since', () => Cursor, {
      nullable: true,
      description:
        'The last `endCursor`; leave it out before a first load. One that this stream never gave out: BAD_INPUT.',
    })
    since: string | null | undefined,
    @Arg('first', () => Int, {
      defaultValue: USUAL,
      description: `How many rows to give at most: 1 to ${MOST}. Another number: BAD_INPUT.`,
    })
    first: number,
    @Arg('types', () => [CHANGE_TYPE_ENUM], {
      nullable: true,
      description:
        'Only rows of these types; leave it out for all that you may read. One that you may not: FORBIDDEN. People who went out of your reach are told as DELETE of EMPLOYEE whichever you name. Keep one cursor for each set of types.',
    })
    types: ChangeType[] | null | undefined,
    @Ctx() context: Ask,
  ): Promise<ChangesPage> {
    if (!Number.isInteger(first) || first < 1 || first > MOST) {
      throw new GraphQLError(`first takes a whole number from 1 to ${MOST}; got ${first}.`, {
        extensions: { code: 'BAD_INPUT' },
      });
    }
    const asked = typesFor(context.actor, types ?? null);
    if (since === null || since === undefined) return begin(context, region);
    const from = readCursor(since)!;
    // Which changes there were is told past row level security, so that a row that went out of reach can be told to be
    // forgotten. Whose they are is decided by what the actor reaches; the rows themselves are read by the actor's rights.
    const log = await context.readWhole(region, (whole) =>
      readLog(whole, context.actor, { since: from, first, types: asked }),
    );
    const stores = context.read(region);
    const found = await rowsOfSteps(stores, log.steps, asked);
    const page = foldPage(found.changes, first, log.upTo);
    const nodeOf = await readNodes(context, region, page.rows, found);
    return Object.assign(new ChangesPage(), {
      changes: page.rows.flatMap((row) => toChange(row, nodeOf(row), found)),
      endCursor: formatCursor({ epoch: from.epoch, offset: page.upTo }),
      hasNextPage: page.upTo < log.end,
    });
  }
}

/** Where the stream stands now. */
async function begin(context: Ask, region: string): Promise<ChangesPage> {
  const head = await context.read(region).changes.head();
  if (head === null) throw resyncRequired('OTHER_EPOCH');
  return Object.assign(new ChangesPage(), {
    changes: [],
    endCursor: formatCursor(head),
    hasNextPage: false,
  });
}

/** @throws Denied for a type of which the actor may read no row at all */
function typesFor(actor: Actor, named: readonly ChangeType[] | null): ReadonlySet<ChangeType> {
  const mayRead = (type: ChangeType) => (actor.scope.anywhere & CHANGE_TYPES[type].to) !== 0;
  const closed = named?.find((type) => !mayRead(type));
  if (closed !== undefined) throw denied(actor, `The type ${closed} of changes`);
  return new Set(named ?? (Object.keys(CHANGE_TYPES) as ChangeType[]).filter(mayRead));
}

/** Nothing for a row that is not there for whoever asks. */
function toChange(row: ToldRow, now: NodeNow | null, found: RowsOfSteps): Change[] {
  const { op, type, version, recordedAt, reason, reasons } = row;
  if (op === 'UPSERT' && now === null) return [];
  return [
    Object.assign(new Change(), {
      ...{ op, type, recordedAt, reason, reasons },
      id: changedRowId(row),
      version: Number(version),
      validFrom: now?.validFrom ?? null,
      sentence: CHANGE_REASONS[reason].id,
      sentenceEn: CHANGE_REASONS[reason].en,
      periodState: periodStateOf(row, found),
      previousScore: op === 'UPSERT' ? toPreviousScore(row) : null,
      previousPredicate: op === 'UPSERT' ? toPreviousPredicate(row, found) : null,
      node: now?.node ?? null,
    }),
  ];
}

/** The state of the row's period when the change was recorded; a period begins OPEN, without a step. */
function periodStateOf(
  { type, part, recordedAt }: ToldRow,
  { periodSteps }: RowsOfSteps,
): PeriodState | null {
  if (type !== 'EMPLOYEE_SCORE' && type !== 'CONFIRMED_PREDICATE') return null;
  return periodSteps.get(part!)?.find((step) => step.recordedAt <= recordedAt)?.state ?? 'OPEN';
}

function toPreviousScore({ type, subject, before }: ToldRow): PreviousScore | null {
  if (type !== 'EMPLOYEE_SCORE' || before === null || before === undefined) return null;
  return Object.assign(new PreviousScore(), {
    value: before.value,
    coverage: before.coverage,
    observationCount: before.observations,
    proposed: before.predicate,
    employeeId: subject,
  });
}

function toPreviousPredicate(row: ToldRow, { confirmations }: RowsOfSteps): PreviousPredicate | null {
  if (row.type !== 'CONFIRMED_PREDICATE' || !row.reasons.includes('PREDICATE_CONFIRMED')) return null;
  const pair = { employeeId: row.subject, periodCode: row.part! };
  const earlier: Confirmation | undefined = confirmations.get(pairKey(pair))?.[1];
  if (earlier === undefined) return null;
  return Object.assign(new PreviousPredicate(), {
    id: earlier.id,
    predicate: earlier.predicate,
    value: earlier.scoreValue,
    confirmedAt: earlier.recordedAt,
    employeeId: row.subject,
  });
}
