import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What one transaction has read already, for what is asked for again on its way and does not change under it: because
 * it holds a lock on it, or because what it decided by stays what it decided by. Outside a transaction nothing is
 * remembered.
 */
export interface Remembered {
  /** The answer that was given before to a question of this kind, else the answer now. */
  of<T>(kind: string, question: string, ask: () => Promise<T>): Promise<T>;
  /** An answer that is known without having been asked for. */
  put(kind: string, question: string, answer: unknown): void;
  /** After writing what questions of this kind are about. */
  forget(kind: string): void;
}

const memories = new WeakMap<object, Map<string, Map<string, Promise<unknown>>>>();

const NOTHING: Remembered = {
  of: (_kind, _question, ask) => ask(),
  put: () => undefined,
  forget: () => undefined,
};

/** What the transaction of an entity manager remembers, however many stores are opened on it. */
export function rememberedIn(em: EntityManager): Remembered {
  const transaction = em.getTransactionContext<object>();
  if (transaction === undefined) return NOTHING;
  const memory = memories.get(transaction) ?? new Map<string, Map<string, Promise<unknown>>>();
  memories.set(transaction, memory);
  const ofKind = (kind: string) => {
    const answers = memory.get(kind) ?? new Map<string, Promise<unknown>>();
    memory.set(kind, answers);
    return answers;
  };
  return {
    of<T>(kind: string, question: string, ask: () => Promise<T>) {
      const answers = ofKind(kind);
      const known = (answers.get(question) as Promise<T> | undefined) ?? ask();
      answers.set(question, known);
      return known;
    },
    put: (kind, question, answer) => void ofKind(kind).set(question, Promise.resolve(answer)),
    forget: (kind) => void memory.delete(kind),
  };
}
