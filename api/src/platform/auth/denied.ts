/** Not allowed, not known: becomes a GraphQL error with this code, never a refusal that the person could mend. */
export class Denied extends Error {
  constructor(
    readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND',
    message: string,
  ) {
    super(message);
  }
}
