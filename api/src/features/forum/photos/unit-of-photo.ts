import type { HasCommitments } from '../commitment.store.js';
import type { HasForum } from '../forum.store.js';
import type { ForumPhotoRow } from '../photo.entity.js';

/** The unit that answers for a picture: the one whose promise it shows, else the one that invited. */
export async function unitOfPhoto(
  { forum, commitments }: HasForum & HasCommitments,
  { sessionId, commitmentId }: Pick<ForumPhotoRow, 'sessionId' | 'commitmentId'>,
): Promise<string> {
  const promise = commitmentId == null ? null : await commitments.get(commitmentId);
  // A promise that was taken out of the minutes is nobody's; its picture can be hidden all the same.
  return (promise ?? (await forum.session(sessionId))!).unitId;
}
