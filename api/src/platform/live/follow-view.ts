import type { Change } from '../changes/change-log.js';
import type { HasChanges } from '../changes/change-store.js';
import { formatCursor, readCursor, type Position } from '../changes/cursor.js';
import type { Context } from '../graphql/context.js';
import type { LiveEvent } from './live-stream.js';
import type { PictureReason } from './picture-reason.js';

/** What a message covers: nothing that concerns its reader lies between the two. */
export interface Stretch {
  readonly previous: string;
  readonly cursor: string;
}

/** What somebody follows of one region's stream: how it is drawn whole, and what each change adds. */
export interface LiveView<M extends LiveEvent> {
  readonly regionCode: string;
  /** The row whose changes alone concern this view; null: any may. */
  readonly subjectId: string | null;
  /** The whole, and the place in the stream that it shows, out of one consistent read. */
  picture(reason: PictureReason): Promise<{ readonly message: M; readonly position: Position }>;
  /** Whether single changes still lead from a picture of that moment to one of now. */
  goesOnFrom(seenAt: Date): Promise<boolean>;
  /** What a change adds; null: nothing; ANEW: single changes do not tell enough, draw it whole. */
  tell(change: Change, stretch: Stretch): Promise<M | null | 'ANEW'> | M | null | 'ANEW';
  /** Nothing newer is known, and the database has just been asked. */
  beat(at: Date, stretch: Stretch): M;
}

/**
 * A picture first, unless the cursor can be gone on from; then what each change adds, in commit order and once, and
 * beats. Wherever that is not possible a new picture comes, with its reason: never a gap.
 */
export async function* followView<M extends LiveEvent>(
  context: Context<HasChanges>,
  view: LiveView<M>,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<M> {
  let { from, reason } = await resume(context, view, after);
  while (!signal.aborted) {
    if (from === null) {
      const { message, position } = await view.picture(reason);
      yield message;
      from = position;
    }
    const next: PictureReason | null = yield* followChanges(context, view, from, signal);
    if (next === null) return;
    from = null;
    reason = next;
  }
}

/** Where to go on from: the cursor, if what the client holds can still be brought up to date. */
async function resume<M extends LiveEvent>(
  context: Context<HasChanges>,
  view: LiveView<M>,
  after: string | null,
): Promise<{ from: Position | null; reason: PictureReason }> {
  const from = after === null ? null : readCursor(after);
  if (from === null) return { from: null, reason: 'FIRST' };
  const { regionCode } = view;
  const head = await context.read(regionCode).changes.head();
  if (head === null || from.epoch !== head.epoch || from.offset > head.offset) {
    return { from: null, reason: 'OTHER_EPOCH' };
  }
  // When a change was recorded is no secret of what it was, which most may not read.
  const seenAt = await context.readWhole(regionCode, (whole) => whole.changes.recordedAt(from.offset));
  const goesOn = seenAt !== null && (await view.goesOnFrom(seenAt));
  return goesOn ? { from, reason: 'FIRST' } : { from: null, reason: 'STRUCTURE_CHANGED' };
}

/** Changes and beats until the end, or until a new picture is needed: then it gives the reason. */
async function* followChanges<M extends LiveEvent>(
  context: Context<HasChanges>,
  view: LiveView<M>,
  from: Position,
  signal: AbortSignal,
): AsyncGenerator<M, PictureReason | null> {
  const { regionCode, subjectId } = view;
  let previous = formatCursor(from);
  for await (const item of context.feed.follow(regionCode, from, signal, subjectId)) {
    if (item.kind === 'RESYNC') return item.reason;
    const { epoch } = item.upTo;
    if (item.kind === 'BEAT') {
      const cursor = formatCursor(item.upTo);
      yield view.beat(item.at, { previous, cursor });
      previous = cursor;
      continue;
    }
    for (const change of item.changes) {
      const told = await view.tell(change, {
        previous,
        cursor: formatCursor({ epoch, offset: change.offset }),
      });
      if (told === null) continue;
      if (told === 'ANEW') return 'STRUCTURE_CHANGED';
      yield told;
      previous = told.cursor;
    }
  }
  return null;
}
