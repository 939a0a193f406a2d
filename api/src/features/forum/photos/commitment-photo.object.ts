import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ForumPhotoRow } from '../photo.entity.js';

@ObjectType({ description: 'A picture of what became of a promise.' })
export class CommitmentPhoto {
  @Field(() => ID, { description: 'UUID, made by the device.' })
  id!: string;

  @Field(() => String, { description: 'Where the JPEG is, on this server.' })
  address!: string;

  @Field(() => Int, { description: 'How wide it is, pixels, 1 to 1,600.' })
  width!: number;

  @Field(() => Int, { description: 'How high it is, pixels, 1 to 1,600.' })
  height!: number;

  @Field(() => Boolean, { description: 'Whether everybody may see it.' })
  public!: boolean;
}

/** As it is told to whoever may see it; who has not signed in says by the address of which region it is. */
export function toCommitmentPhoto(photo: ForumPhotoRow): CommitmentPhoto {
  const { id, width, height, public: isPublic } = photo;
  const address = publicAddress(photo);
  return Object.assign(new CommitmentPhoto(), { id, address, width, height, public: isPublic });
}

/** Where somebody finds a picture who has not signed in. */
export function publicAddress({ id, regionCode }: Pick<ForumPhotoRow, 'id' | 'regionCode'>): string {
  return `/forum/photos/${id}?region=${regionCode}`;
}
