import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Fact } from '../domain/facts.js';
import { refused, type Refused, type Sentence } from '../domain/outcome.js';
import { closeCommand } from './audit/close-command.js';
import type { TellDenied } from './audit/tell-denied.js';
import { beginTrail, type Trail } from './audit/trail.js';
import type { Actor } from './auth/actor.js';
import type { NewChange } from './changes/change-log.js';
import type { Position } from './changes/cursor.js';
import type { Doorbell } from './changes/doorbell.js';
import type { Clock } from './clock.js';
import type { MikroORM } from './database/orm.js';
import { sqlOf, type EagerSql } from './database/sql.js';

/** What a verb answers: a value and what has happened, or why it was refused. */
export type Verdict<T, C extends string> =
  { readonly ok: true; readonly value: T; readonly facts: readonly Fact[] } | Refused<C>;

/** The verb did it; `facts` are handed to the reactions. */
export function did<T>(value: T, facts: readonly Fact[]): Verdict<T, never> {
  return { ok: true, value, facts };
}

/** Refusals that any verb can meet. */
export type CommonRefusalCode = 'IDEMPOTENCY_CONFLICT';

/** What the caller gets: the value with the place in the stream up to which it shows, or the refusal. */
export type Done<T, C extends string> =
  | { readonly ok: true; readonly value: T; readonly position: Position; readonly replayed: boolean }
  | Refused<C | CommonRefusalCode>;

/** One command of one actor. */
export interface Command<Verb extends string> {
  readonly verb: Verb;
  readonly actor: Actor;
  readonly regionCode: string;
  /** Made by the client, kept over its retries: the same key has one effect and one answer. */
  readonly key: string;
  /** Everything that the effect depends on; the same key with another input is refused. */
  readonly input: object;
}

/** Asks a verb what it would do. */
export type TryOut<Tx, Verb extends string> = <T extends object, C extends string>(
  command: Command<Verb>,
  act: (tx: Tx) => Promise<Verdict<T, C>>,
) => Promise<Verdict<T, C>>;

/** Runs a command: policy, idempotency, ONE transaction with its reactions, its changes and its audit entry, then the doorbell. */
export interface UnitOfWork<Tx, Verb extends string> {
  run<T extends object, C extends string>(
    command: Command<Verb>,
    act: (tx: Tx) => Promise<Verdict<T, C>>,
  ): Promise<Done<T, C>>;
  /**
   * Tries verbs out, each seeing what those before it did, and keeps nothing of it. Reactions are left out: they
   * never refuse.
   */
  rehearse<R>(body: (tryOut: TryOut<Tx, Verb>, stores: (regionCode: string) => Tx) => Promise<R>): Promise<R>;
}

export interface UnitOfWorkOptions<Tx, Verb extends string> {
  readonly orm: MikroORM;
  readonly clock: Clock;
  readonly doorbell: Doorbell;
  /** The stores over one transaction; what they add to the record they tell the trail. */
  readonly openTx: (em: EntityManager, regionCode: string, now: Date, trail: Trail) => Tx;
  /** Throws Denied where the actor may not do this to this. */
  readonly allow: (tx: Tx, actor: Actor, verb: Verb, input: object) => Promise<void>;
  /** Told of each command that its actor may not give. */
  readonly tellDenied?: TellDenied;
  /** Follows facts to their effects and gives all facts, the first ones included. */
  readonly react: (tx: Tx, facts: readonly Fact[]) => Promise<readonly Fact[]>;
  /** What of a fact is written to the change log. */
  readonly toChanges: (fact: Fact) => readonly NewChange[];
  /**
   * Names of constraints on what only one can have: where somebody else was first with it at the same time, the command
   * looks again, finds it there and says what that means.
   */
  readonly firstCome?: readonly string[] | undefined;
  /** Told of each command, how it came out, and how many seconds it took. */
  readonly onCommand?: ((outcome: CommandOutcome, seconds: number) => void) | undefined;
  /** Goes around each command, by its name. */
  readonly around?: (<T>(name: string, work: () => Promise<T>) => Promise<T>) | undefined;
}

/** How a command came out; what was done before under the same key is a replay. */
export type CommandOutcome = 'done' | 'replayed' | 'refused' | 'failed';

interface Stored<T> {
  readonly value: T;
  readonly epoch: string;
  readonly offset: string;
}

/** Thrown to roll back, with what is answered all the same; never leaves this file. */
class RolledBack<T, C extends string> extends Error {
  constructor(readonly done: Done<T, C>) {
    super('refused, or done before');
  }
}

/** To be thrown by a verb that finds something moved between two of its own looks: it is rolled back and run again. */
export class MovedMeanwhile extends Error {
  constructor() {
    super('something moved between two looks of one command');
  }
}

const CONFLICT: Sentence = {
  id: 'Kunci ini sudah dipakai untuk isian lain. Pakai kunci baru untuk isian baru; ulangi isian yang sama untuk kunci yang sama.',
  en: 'This key was already used with another input. Use a new key for a new input; repeat the same input for the same key.',
};

/** Two transactions that wait for each other: PostgreSQL ends one, and it may simply be run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

export function createUnitOfWork<Tx, Verb extends string>(
  options: UnitOfWorkOptions<Tx, Verb>,
): UnitOfWork<Tx, Verb> {
  const {
    orm,
    clock,
    doorbell,
    openTx,
    allow,
    react,
    toChanges,
    onCommand,
    around,
    firstCome = [],
  } = options;

  async function answered<T>(
    sql: EagerSql,
    command: Command<Verb>,
    hash: string,
  ): Promise<Done<T, never> | null> {
    const rows = await sql.prepared<{ verb: string; request_hash: string; answer: Stored<T> }>(
      `select verb, request_hash, answer from idempotency where region_code = $1 and actor_id = $2 and key = $3`,
      [command.regionCode, command.actor.id, command.key],
    );
    const row = rows[0];
    if (row === undefined) return null;
    if (row.verb !== command.verb || row.request_hash !== hash) {
      return refused('IDEMPOTENCY_CONFLICT', { field: 'key', message: CONFLICT, mender: 'SENDER' });
    }
    const { value, epoch, offset } = row.answer;
    return { ok: true, value, position: { epoch, offset: BigInt(offset) }, replayed: true };
  }

  async function attempt<T extends object, C extends string>(
    command: Command<Verb>,
    hash: string,
    act: (tx: Tx) => Promise<Verdict<T, C>>,
  ): Promise<Done<T, C>> {
    return orm.em.fork().transactional(async (em) => {
      const sql = sqlOf(em);
      const now = clock();
      const trail = beginTrail();
      const tx = openTx(em, command.regionCode, now, trail);
      // Asked along with what the verb asks first: a key that is new, as nearly all are, costs no wait. Where it is not,
      // whatever the verb did is taken back.
      const [earlier, acted] = await Promise.allSettled([
        answered<T>(sql, command, hash),
        allow(tx, command.actor, command.verb, command.input).then(() => act(tx)),
      ]);
      if (earlier.status === 'rejected') throw earlier.reason;
      if (earlier.value !== null) throw new RolledBack<T, C>(earlier.value);
      if (acted.status === 'rejected') throw acted.reason;
      const verdict = acted.value;
      if (!verdict.ok) throw new RolledBack<T, C>(verdict);
      const facts = await react(tx, verdict.facts);
      const changes = facts.flatMap(toChanges);
      // From here to the commit the region's head rows are locked: nothing comes after it.
      const position = await closeCommand(sql, {
        regionCode: command.regionCode,
        verb: command.verb,
        actor: command.actor,
        key: command.key,
        requestHash: hash,
        value: verdict.value,
        changes,
        trail,
        now,
      });
      return { ok: true, value: verdict.value, position, replayed: false };
    });
  }

  async function attempts<T extends object, C extends string>(
    command: Command<Verb>,
    act: (tx: Tx) => Promise<Verdict<T, C>>,
  ): Promise<Done<T, C>> {
    const hash = createHash('sha256').update(JSON.stringify(command.input)).digest('base64url');
    for (let tries = 1; ; tries += 1) {
      try {
        const done = await attempt(command, hash, act);
        if (done.ok && !done.replayed) doorbell.ring(command.regionCode);
        return done;
      } catch (error) {
        if (error instanceof RolledBack) {
          const done = error.done as Done<T, C>;
          // What is refused may be what the same key, at the same time, has just done: then that answer is ours.
          return done.ok ? done : ((await answered<T>(sqlOf(orm.em.fork()), command, hash)) ?? done);
        }
        await options.tellDenied?.(command.actor, command.verb, error);
        const { code, constraint } = error as { code?: string; constraint?: string };
        // The same key came twice at the same time and the other one was first: its answer is ours.
        const twin =
          code === '23505' && (constraint === 'idempotency_pkey' || firstCome.includes(constraint ?? ''));
        const isPassing = twin || RETRYABLE.has(code ?? '') || error instanceof MovedMeanwhile;
        if (tries >= ATTEMPTS || !isPassing) throw error;
      }
    }
  }

  return {
    async rehearse(body) {
      const em = orm.em.fork();
      await em.begin();
      const stores = (regionCode: string) => openTx(em, regionCode, clock(), beginTrail());
      try {
        const tryOut: TryOut<Tx, Verb> = async ({ regionCode, actor, verb, input }, act) => {
          const tx = stores(regionCode);
          await allow(tx, actor, verb, input);
          return act(tx);
        };
        return await body(tryOut, stores);
      } finally {
        await em.rollback();
      }
    },
    async run<T extends object, C extends string>(
      command: Command<Verb>,
      act: (tx: Tx) => Promise<Verdict<T, C>>,
    ): Promise<Done<T, C>> {
      const began = performance.now();
      let outcome: CommandOutcome = 'failed';
      try {
        const work = () => attempts(command, act);
        const done = await (around === undefined ? work() : around(`command ${command.verb}`, work));
        outcome = !done.ok ? 'refused' : done.replayed ? 'replayed' : 'done';
        return done;
      } finally {
        onCommand?.(outcome, (performance.now() - began) / 1_000);
      }
    },
  };
}
