import { Arg } from 'type-graphql';
import { Cursor } from '../graphql/scalars.js';

/** The argument by which every subscription is gone on with. */
export const After = (): ParameterDecorator =>
  Arg('after', () => Cursor, {
    nullable: true,
    description: 'The last cursor that was seen; leave it out at first.',
  }) as ParameterDecorator;
