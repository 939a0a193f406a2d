import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdempotencyConflict } from '../../../platform/graphql/refusal.object.js';
import { Cursor, RegionCode, Uuid } from '../../../platform/graphql/scalars.js';
import { ForumRefused } from '../forum.object.js';
import type { ForumPhotoRow } from '../photo.entity.js';

@ObjectType({ description: 'A picture of a session, for those who prepare or check its minutes.' })
export class ForumPhoto {
  @Field(() => ID, { description: 'UUID, made by the device.' })
  id!: string;

  @Field(() => String, { description: 'Where the JPEG is, on this server.' })
  address!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The outcome that it belongs to; null: the whole session.',
  })
  outcomeId!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether everybody may see it: those who are seen in it have agreed. False until somebody says so.',
  })
  public!: boolean;

  unitId!: string;
}

@InputType({ description: 'Whether everybody may see a picture.' })
export class PublishForumPhotoInput {
  @Field(() => RegionCode, { description: 'The region of the picture.' })
  region!: string;

  @Field(() => Uuid, { description: 'Idempotency key; the same again gives the same answer.' })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the picture.' })
  id!: string;

  @Field(() => Boolean, {
    description:
      'True: those who are seen in it have agreed, and everybody may see it from now on. False: no longer; who has looked at it may have it still.',
  })
  public!: boolean;
}

@ObjectType({ description: 'Whether everybody may see a picture is recorded.' })
export class ForumPhotoRecorded {
  @Field(() => ForumPhoto, { description: 'The picture as it is now.' })
  photo!: ForumPhoto;

  @Field(() => Cursor, { description: 'The place in the change stream from which on it shows.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

export const ForumPhotoResult = createUnionType({
  name: 'ForumPhotoResult',
  description: 'The three ways in which showing a picture to everybody ends.',
  types: () => [ForumPhotoRecorded, ForumRefused, IdempotencyConflict] as const,
});

/** `unitId` is that of the unit that answers for it. */
export function toForumPhoto({ id, outcomeId, public: isPublic }: ForumPhotoRow, unitId: string): ForumPhoto {
  const address = `/forum/photos/${id}`;
  return Object.assign(new ForumPhoto(), {
    id,
    address,
    outcomeId: outcomeId ?? null,
    public: isPublic,
    unitId,
  });
}
