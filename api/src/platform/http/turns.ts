/** Lets a few pieces of work run at a time; the others wait in the order in which they came. */
export interface Turns {
  take<T>(work: () => T | Promise<T>): Promise<T>;
}

/**
 * @param atOnce how many may run at a time
 */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async take(work) {
      if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        // Whoever waits longest takes over this place.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

/** Turns of each of many, by a name of theirs. Whoever has nothing under way is forgotten. */
export interface TurnsOfEach {
  take<T>(name: string, work: () => T | Promise<T>): Promise<T>;
}

/**
 * @param atOnce how many of each may run at a time
 */
export function createTurnsOfEach(atOnce: number): TurnsOfEach {
  const known = new Map<string, { readonly turns: Turns; taken: number }>();
  return {
    async take(name, work) {
      const own = known.get(name) ?? { turns: createTurns(atOnce), taken: 0 };
      known.set(name, own);
      own.taken += 1;
      try {
        return await own.turns.take(work);
      } finally {
        own.taken -= 1;
        if (own.taken === 0) known.delete(name);
      }
    },
  };
}
