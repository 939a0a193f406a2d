import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { Context } from '../../../platform/graphql/context.js';
import { commandRefusal } from '../../../platform/graphql/refusal.object.js';
import { ForumRefused, ForumSession } from '../forum.object.js';
import type { HasCommitments } from '../commitment.store.js';
import type { HasForum } from '../forum.store.js';
import { photosLoader } from '../forum-loaders.js';
import {
  ForumPhoto,
  ForumPhotoRecorded,
  ForumPhotoResult,
  PublishForumPhotoInput,
  toForumPhoto,
} from './photo.object.js';
import type { HasForumPhotos } from './photo.store.js';
import { publishPhoto } from './publish-photo.js';
import { unitOfPhoto } from './unit-of-photo.js';

type Ask = Context<HasForum & HasCommitments & HasForumPhotos>;

/** Pictures of sessions; their bytes come and go over HTTP. */
@Resolver(() => ForumSession)
export class ForumPhotoResolver {
  @FieldResolver(() => [ForumPhoto], {
    description:
      'Its pictures, in the order in which they came, at most 100. For those who prepare or check the minutes; others are given an empty list.',
  })
  async photos(@Root() { regionCode, id, unitId }: ForumSession, @Ctx() context: Ask): Promise<ForumPhoto[]> {
    const rows = await photosLoader(context, regionCode).load(id);
    return rows.map((row) => toForumPhoto(row, unitId));
  }

  @Mutation(() => ForumPhotoResult, {
    description:
      'Shows a picture to everybody, or hides it again. Whoever does so confirms that those who are seen in it have agreed. PHOTO_UNKNOWN; FORBIDDEN for a picture of another unit’s session or promise, or none.',
  })
  async publishForumPhoto(
    @Arg('input', () => PublishForumPhotoInput, { description: 'Which, and whether.' })
    input: PublishForumPhotoInput,
    @Ctx() context: Ask,
  ): Promise<typeof ForumPhotoResult> {
    const { region: regionCode, key, id: photoId, public: isPublic } = input;
    const command = { photoId, public: isPublic };
    const done = await context.unitOfWork.run(
      { verb: 'publishForumPhoto', actor: context.actor, regionCode, key, input: command },
      (tx) => publishPhoto(tx, command),
    );
    if (!done.ok) return commandRefusal(ForumRefused, done.refusal);
    const stores = context.read(regionCode);
    const photo = (await stores.forumPhotos.get(done.value.photoId))!;
    return Object.assign(new ForumPhotoRecorded(), {
      photo: toForumPhoto(photo, await unitOfPhoto(stores, photo)),
      cursor: formatCursor(done.position),
      replayed: done.replayed,
    });
  }
}
