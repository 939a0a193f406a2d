import { Field, ObjectType } from 'type-graphql';
import { Cursor, Instant } from '../graphql/scalars.js';
import { LIVE } from './live-words.js';

@ObjectType({
  description:
    'Nothing newer than `cursor` is known, and the database has just been asked. Comes each second.',
})
export class Heartbeat {
  @Field(() => Cursor, { description: 'Everything up to here has been sent.' })
  cursor!: string;

  @Field(() => Cursor, { description: LIVE.previous })
  previous!: string;

  @Field(() => Instant, { description: 'When the database was asked.' })
  at!: Date;
}
