import { GraphQLError } from 'graphql';

/** The refusal of a place that this stream has never come to. */
export function badSince(): GraphQLError {
  return new GraphQLError(
    'since takes an endCursor of changes that this server gave out; the stream has not come to this place. ' +
      'Ask without since and take a new snapshot.',
    { extensions: { code: 'BAD_INPUT' } },
  );
}
