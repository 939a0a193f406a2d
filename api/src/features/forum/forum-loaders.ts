import DataLoader from 'dataloader';
import type { Context } from '../../platform/graphql/context.js';
import { groupBy } from '../../platform/group-by.js';
import type { CommitmentStepRow } from './commitment.entity.js';
import type { HasCommitments } from './commitment.store.js';
import type { ForumEntryRow } from './entry.entity.js';
import type { HasForum } from './forum.store.js';
import type { ForumOutcomeRow } from './outcome.entity.js';
import type { ForumPhotoRow } from './photo.entity.js';
import type { HasForumPhotos } from './photos/photo.store.js';

/** What was said in each session, asked once for all sessions of an answer. */
export function outcomesLoader(
  context: Context<HasForum>,
  region: string,
): DataLoader<string, readonly ForumOutcomeRow[]> {
  return context.loader(`outcomes ${region}`, () =>
    grouped(
      (ids) => context.read(region).forum.outcomesOf(ids),
      ({ sessionId }) => sessionId,
    ),
  );
}

/** Who signed each session. */
export function signaturesLoader(
  context: Context<HasForum>,
  region: string,
): DataLoader<string, readonly ForumEntryRow[]> {
  return context.loader(`signatures ${region}`, () =>
    grouped(
      (ids) => context.read(region).forum.entriesOf(ids, 'SIGN'),
      ({ sessionId }) => sessionId,
    ),
  );
}

/** The pictures of each session. */
export function photosLoader(
  context: Context<HasForumPhotos>,
  region: string,
): DataLoader<string, readonly ForumPhotoRow[]> {
  return context.loader(`photos ${region}`, () =>
    grouped(
      (ids) => context.read(region).forumPhotos.ofSessions(ids),
      ({ sessionId }) => sessionId,
    ),
  );
}

/** Pictures by their ids; null where there is none any more, or none for whoever asks. */
export function photoLoader(
  context: Context<HasForumPhotos>,
  region: string,
): DataLoader<string, ForumPhotoRow | null> {
  return context.loader(`photo ${region}`, () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const known = new Map((await context.read(region).forumPhotos.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => known.get(id) ?? null);
    });
  });
}

/** The unit that invited to each session; null where there is no such session. */
export function sessionUnitLoader(
  context: Context<HasForum>,
  region: string,
): DataLoader<string, string | null> {
  return context.loader(`units of sessions ${region}`, () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const rows = await context.read(region).forum.sessionsByIds(ids);
      const units = new Map(rows.map(({ id, unitId }) => [id, unitId]));
      return ids.map((id) => units.get(id) ?? null);
    });
  });
}

/** The history of each promise. */
export function stepsLoader(
  context: Context<HasCommitments>,
  region: string,
): DataLoader<string, readonly CommitmentStepRow[]> {
  return context.loader(`steps ${region}`, () =>
    grouped(
      (ids) => context.read(region).commitments.stepsOf(ids),
      ({ commitmentId }) => commitmentId,
    ),
  );
}

function grouped<Row>(
  ask: (ids: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = groupBy(await ask(ids), keyOf);
    return ids.map((id) => rows.get(id) ?? []);
  });
}
