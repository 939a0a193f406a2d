import { GraphQLError } from 'graphql';

/** Why a stream cannot be gone on with from a cursor. */
export const RESYNC_REASONS = {
  OTHER_EPOCH: 'The data were restored or moved since this cursor was given out.',
  TOO_OLD: 'The changes after this cursor are no longer kept.',
  RIGHTS_CHANGED: 'Your own rights have changed since this cursor: other rows are open to you now.',
} as const;

export type ResyncReason = keyof typeof RESYNC_REASONS;

/** What to do, for the program that is told. */
const HOW = [
  'changes(region) without since: keep its endCursor',
  'read everything anew, page by page, in the place of the copy',
  'changes(region, since: that endCursor) until hasNextPage is false',
] as const;

/** The refusal that sends a program back to a first load. */
export function resyncRequired(because: ResyncReason): GraphQLError {
  return new GraphQLError(`${RESYNC_REASONS[because]} Take a new snapshot: ${HOW.join('; ')}.`, {
    extensions: { code: 'RESYNC_REQUIRED', resync: { because, how: HOW } },
  });
}
