import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { useEffect, useState } from 'react';
import { askApi } from './ask-api.js';

/** The schema as the server tells it; CLOSED where it tells it to nobody with these rights. */
export type KnownSchema = GraphQLSchema | 'LOADING' | 'CLOSED';

const QUESTION = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true });
/** A token is typed, or pasted in pieces: it is tried once it stands still. */
const STILL_MS = 400;

/** Asks for the schema, again with another token. */
export function useSchema(token: string): KnownSchema {
  const [known, setKnown] = useState<KnownSchema>('LOADING');
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(
      () => {
        askApi({ query: QUESTION, variables: {}, token }, gone.signal)
          .then(({ body }) => {
            const { data } = body as { data?: IntrospectionQuery | null };
            setKnown(data ? buildClientSchema(data) : 'CLOSED');
          })
          .catch(() => {
            if (!gone.signal.aborted) setKnown('CLOSED');
          });
      },
      token === '' ? 0 : STILL_MS,
    );
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [token]);
  return known;
}
