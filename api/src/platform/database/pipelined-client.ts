import type { Writable } from 'node:stream';
import pg, { type QueryResult } from 'pg';
import { plannedName } from './prepared.js';

const BEGIN = /^(begin|start transaction)/;
const END = /^(commit|rollback)$/;

/** The part of `pg` that its types do not show. */
interface Wired {
  readonly connection: { readonly stream: Writable };
}

type Asked = readonly unknown[];

/** Asks a statement, whose text it is told, and gives what comes of it. */
export type AskedSql = (text: string, ask: () => Promise<unknown>) => Promise<unknown>;

const NOTHING: QueryResult = { command: '', rowCount: null, oid: 0, fields: [], rows: [] };

/** The transaction had failed before its end, and PostgreSQL took back what was to be kept. */
export class NotCommitted extends Error {
  constructor() {
    super('a statement of this transaction failed, so that it could not be committed');
  }
}

/**
 * A connection on which nothing waits that need not: statements are sent without waiting for the answers of those
 * before them, all of one turn of the event loop in one write, and the beginning of a transaction travels with its
 * first statement. PostgreSQL works on them one after another, each on its own look at the data, so that what is sent
 * in an order is done in it. A commit that had nothing left to commit is an error here; PostgreSQL calls it a rollback.
 */
export class PipelinedClient extends pg.Client {
  /** Whether a transaction was begun and not ended. */
  #inTransaction = false;
  #writesHeld = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // A copy of the options would lose the password, which pg-pool hides from copies.
    Reflect.set(this, 'pipeline', true);
  }

  /** In all the shapes of `pg`; only texts that are answered by a promise are treated in another way than there. */
  override query(...asked: Asked): never {
    const [text, values] = asked;
    if (typeof text !== 'string' || asked.some((part) => typeof part === 'function'))
      return this.#send(asked);
    if (BEGIN.test(text)) return this.#begin(asked) as never;
    if (END.test(text)) return this.#end(text, asked) as never;
    const name = plannedName(text, values);
    return this.#send(name === null ? asked : [{ name, text }, values]);
  }

  #send(asked: Asked): never {
    this.#holdWrites();
    return (super.query as (...parts: Asked) => never).apply(this, [...asked]);
  }

  /** Whatever is asked until this turn ends is written at once: a write costs more than what is written. */
  #holdWrites(): void {
    if (this.#writesHeld) return;
    this.#writesHeld = true;
    const { stream } = (this as unknown as Wired).connection;
    stream.cork();
    process.nextTick(() => {
      this.#writesHeld = false;
      stream.uncork();
    });
  }

  /** Where it fails, so does all that follows it. */
  #begin(asked: Asked): Promise<QueryResult> {
    this.#inTransaction = true;
    (this.#send(asked) as Promise<QueryResult>).catch(() => undefined);
    return Promise.resolve(NOTHING);
  }

  async #end(command: string, asked: Asked): Promise<QueryResult> {
    // The commit was sent along with the last statement.
    if (!this.#inTransaction) return NOTHING;
    this.#inTransaction = false;
    const result = await (this.#send(asked) as Promise<QueryResult>);
    if (command === 'commit' && result.command === 'ROLLBACK') throw new NotCommitted();
    return result;
  }
}

/** The same connection, of whose statements somebody is told. */
export function toldClient(told: AskedSql): typeof PipelinedClient {
  return class ToldClient extends PipelinedClient {
    override query(...asked: Asked): never {
      const [text] = asked;
      const ask = () => super.query(...asked);
      if (typeof text !== 'string' || asked.some((part) => typeof part === 'function')) return ask();
      return told(text, ask) as never;
    }
  };
}
