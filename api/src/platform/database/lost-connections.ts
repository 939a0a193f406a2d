import type { Pool, PoolClient } from 'pg';

/** The two ends of a transaction at which the query builder holds a connection that it does not give back on failure. */
const EDGE = /^(begin|start transaction\b.*|rollback)$/;

const NOTHING = { command: '', rowCount: null, oid: 0, fields: [], rows: [] };

/**
 * A transaction whose `begin` or `rollback` fails, because its connection is lost, would keep its place in the pool for
 * good: after as many losses as there are places nobody could write any more. So neither fails. The connection is
 * ended instead: the server rolls back by itself, whatever is asked on it next fails and is told, and the pool gets
 * the place back.
 */
export function letGoOfLostConnections(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
    const askOrEnd = (...asked: unknown[]): unknown => {
      const answer = ask(...asked);
      if (typeof asked[0] !== 'string' || !EDGE.test(asked[0]) || !(answer instanceof Promise)) return answer;
      return answer.catch(() => {
        (client as unknown as { end(): Promise<void> }).end().catch(() => undefined);
        return NOTHING;
      });
    };
    client.query = askOrEnd as typeof client.query;
  });
}
