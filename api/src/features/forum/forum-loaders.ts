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
