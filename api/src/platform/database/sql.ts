import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';

/**
 * Statements of our own with real parameters ($1, $2, …). MikroORM's `execute` writes parameters into the text,
 * which is slow for arrays of thousands; this uses the same connection and the same transaction underneath.
 */
export interface Sql {
  /** Runs one statement and gives its rows. `numeric` and `bigint` come as text, `timestamptz` as text in UTC. */
  rows<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** The statements of an entity manager: inside its transaction where it has one, else on the pool. */
export function sqlOf(em: EntityManager): Sql {
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  const executor: Kysely<unknown> = transaction ?? em.getConnection().getClient();
  return {
    async rows<Row>(text: string, parameters: readonly unknown[] = []) {
      const result = await executor.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]));
      return result.rows;
    },
  };
}

/** An instant out of a row: the driver hands `timestamptz` over as text. */
export function instant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
}
