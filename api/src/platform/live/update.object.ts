import { Field, ObjectType } from 'type-graphql';
import { Cursor, Instant } from '../graphql/scalars.js';
import { LIVE } from './live-words.js';
import { PICTURE_REASONS, type PictureReason } from './picture-reason.js';

/** What every message of a stream says that sends the whole new state each time. */
@ObjectType()
export abstract class Update {
  @Field(() => Cursor, { description: LIVE.cursor })
  cursor!: string;

  @Field(() => Cursor, {
    description: `${LIVE.previous} The same as \`cursor\` where everything is told anew.`,
  })
  previous!: string;

  @Field(() => Instant, { description: 'When the change was recorded, or the picture read.' })
  at!: Date;

  @Field(() => PICTURE_REASONS, {
    nullable: true,
    description:
      'Why everything is told anew: forget what was held before. Null where this goes on from `previous`.',
  })
  reason!: PictureReason | null;
}
