import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely, type QueryResult, type Transaction } from 'kysely';
import { plannedOnce } from './prepared.js';

/**
 * Statements of our own with real parameters ($1, $2, …). MikroORM's `execute` writes parameters into the text,
 * which is slow for arrays of thousands; this uses the same connection and the same transaction underneath.
 */
export interface Sql {
  /**
   * Runs one statement and gives its rows. `numeric` and `bigint` come as text, `timestamptz` as text in UTC. In a
   * transaction statements may be asked without waiting for those before them: they run in the order asked.
   */
  rows<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** What else a transaction can do, so that it ends soon. */
export interface EagerSql extends Sql {
  /**
   * The same for a statement that is sent again and again. With few values it is parsed and planned once for each
   * connection; name its columns, for a plan does not bear that `*` comes to mean more.
   */
  prepared<Row>(text: string, parameters: readonly unknown[]): Promise<Row[]>;
  /**
   * Sends a prepared statement that answers nothing, and goes on. Where it fails, so do all that follow it, with its
   * error. Outside a transaction nobody would learn of it: there it is refused.
   */
  send(text: string, parameters: readonly unknown[]): void;
  /**
   * The last statement of a transaction and its commit, in one go. What must not be committed has to fail in the
   * statement itself.
   */
  last<Row>(text: string, parameters: readonly unknown[]): Promise<Row[]>;
}

/** A statement for many rows is worth a plan of its own. */
const FEW = 16;

interface Connection {
  executeQuery<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>;
}

/** What is known of a transaction under way. */
interface UnderWay {
  /** Its connection itself: Kysely lets only one statement at a time through to it. */
  readonly connection: Promise<Connection>;
  /** Why a statement has failed: what follows it only says that one did. */
  failure: unknown;
}

const underWay = new WeakMap<object, UnderWay>();

/** The statements of an entity manager: inside its transaction where it has one, else on the pool. */
export function sqlOf(em: EntityManager): EagerSql {
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  if (transaction === undefined) return onThePool(em);
  const known = underWay.get(transaction) ?? {
    connection: transaction.getExecutor().provideConnection(async (connection: Connection) => connection),
    failure: undefined,
  };
  underWay.set(transaction, known);

  async function rows<Row>(text: string, parameters: readonly unknown[]): Promise<Row[]> {
    const connection = await known.connection;
    try {
      return (await connection.executeQuery<Row>(CompiledQuery.raw(text, parameters as unknown[]))).rows;
    } catch (error) {
      if (isAborted(error)) throw known.failure ?? error;
      known.failure = error;
      throw error;
    }
  }

  return {
    rows: (text, parameters = []) => rows(text, [...parameters]),
    prepared: (text, parameters) => rows(text, planned(parameters)),
    send(text, parameters) {
      rows(text, planned(parameters)).catch(() => undefined);
    },
    async last<Row>(text: string, parameters: readonly unknown[]) {
      const [answer] = await Promise.all([rows<Row>(text, planned(parameters)), rows('commit', [])]);
      return answer;
    },
  };
}

function onThePool(em: EntityManager): EagerSql {
  const pool: Kysely<unknown> = em.getConnection().getClient();
  const rows = async <Row>(text: string, parameters: readonly unknown[]) =>
    (await pool.executeQuery<Row>(CompiledQuery.raw(text, parameters as unknown[]))).rows;
  const refuse = () => {
    throw new Error('only a transaction can go on without an answer, or be ended');
  };
  return {
    rows: (text, parameters = []) => rows(text, [...parameters]),
    prepared: (text, parameters) => rows(text, planned(parameters)),
    send: refuse,
    last: refuse,
  };
}

function planned(parameters: readonly unknown[]): readonly unknown[] {
  const many = parameters.some((parameter) => Array.isArray(parameter) && parameter.length > FEW);
  return many ? [...parameters] : plannedOnce([...parameters]);
}

/** PostgreSQL's answer to whatever follows a statement that failed. */
function isAborted(error: unknown): boolean {
  return (error as { code?: string }).code === '25P02';
}

/** An instant out of a row: the driver hands `timestamptz` over as text. */
export function instant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
}
