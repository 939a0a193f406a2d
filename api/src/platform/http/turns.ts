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
