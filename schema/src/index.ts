/** The typed documents of every operation Pantau's own programs send, and the types of what comes back. */
export * from './gql/graphql.js';
