import { GraphQLError } from 'graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Position } from '../../platform/changes/cursor.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { Refusal } from '../../domain/outcome.js';
import type { Context } from '../../platform/graphql/context.js';
import { toRefusal } from '../../platform/graphql/refusal.object.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { LogForumEntriesInput, type ForumEntryInput } from './forum.input.js';
import { ForumEntriesLogged, ForumEntryResult, ForumRefused } from './forum.object.js';
import type { ForumNeeds } from './forum-needs.js';
import { logEntry } from './log-entry.js';
import { askerHash, readEntry } from './read-entry.js';

type Ask = Context<ForumNeeds>;

/** What a tablet has gathered while it had no network goes up in a few of these. */
const MOST_ENTRIES = 50;

/** What devices write down in a session. */
@Resolver()
export class ForumEntryResolver {
  @Query(() => Instant, {
    description:
      'What the clock of the server shows: a device that works without a network knows from it how far its own is off. Open to everybody.',
  })
  serverNow(@Ctx() context: Ask): Date {
    return context.now();
  }

  @Mutation(() => ForumEntriesLogged, {
    description:
      'Takes what a device has written down, each entry once and for itself: one that is refused keeps no other from being taken. Send the same again after a lost answer. FORBIDDEN for a session of another unit.',
  })
  async logForumEntries(
    @Arg('input', () => LogForumEntriesInput, {
      description: 'The session and 1 to 50 entries, each with an id that is its key.',
    })
    input: LogForumEntriesInput,
    @Ctx() context: Ask,
  ): Promise<ForumEntriesLogged> {
    const { entries } = input;
    if (entries.length < 1 || entries.length > MOST_ENTRIES) {
      const message = `entries takes 1 to ${MOST_ENTRIES} of them; got ${entries.length}.`;
      throw new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
    }
    const results: ForumEntryResult[] = [];
    let reached: Position | null = null;
    // One after the other: what a device wrote first is taken first.
    for (const entry of entries) {
      const { result, position } = await takeEntry(context, input, entry);
      results.push(result);
      if (position !== null && (reached === null || position.offset > reached.offset)) reached = position;
    }
    return Object.assign(new ForumEntriesLogged(), {
      results,
      serverNow: context.now(),
      cursor: reached === null ? null : formatCursor(reached),
    });
  }
}

async function takeEntry(
  context: Ask,
  { region: regionCode, session, device, deviceNow }: LogForumEntriesInput,
  input: ForumEntryInput,
): Promise<{ result: ForumEntryResult; position: Position | null }> {
  const { id } = input;
  const entry = readEntry(input, { device, deviceNow }, (code) =>
    askerHash(context.key('forum-code'), regionCode, code),
  );
  if (!entry.ok) return { result: refusedEntry(id, entry.refusal), position: null };
  const { said, reason, device: from } = entry.value;
  // What the clock showed when it was sent is another thing with each retry.
  const command = { sessionId: session, said, reason, device, seq: from!.seq, takenAt: from!.takenAt };
  const done = await context.unitOfWork.run(
    { verb: 'logForumEntries', actor: context.actor, regionCode, key: id, input: command },
    (tx) => logEntry(tx, context.actor, session, entry.value),
  );
  if (!done.ok) return { result: refusedEntry(id, done.refusal), position: null };
  const result = Object.assign(new ForumEntryResult(), {
    ...{ id, state: done.value.amends ? 'AMENDED' : 'TAKEN', replayed: done.replayed, refusal: null },
  });
  return { result, position: done.position };
}

function refusedEntry(id: string, refusal: Refusal): ForumEntryResult {
  return Object.assign(new ForumEntryResult(), {
    ...{ id, state: 'REFUSED', replayed: false, refusal: toRefusal(ForumRefused, refusal) },
  });
}
