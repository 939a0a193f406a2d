/**
 * What a log line may say of an error: never a value. A database's own errors repeat the statement with its
 * parameters, or the value that was wrong; of them the name, the state, the table and the constraint say enough.
 */
export function loggedMessage(error: unknown): string {
  const given = (error ?? {}) as Partial<Error> & Record<string, unknown>;
  const { message = 'unknown', name = 'Error', code, table, constraint } = given;
  return typeof code === 'string'
    ? [name, code, table, constraint].filter((part) => typeof part === 'string').join(' ')
    : message;
}
