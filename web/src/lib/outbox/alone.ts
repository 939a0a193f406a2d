/** The lock that whoever sends holds in the whole browser. */
const SENDER_LOCK = 'pantau-outbox-sender';

/** Runs one piece of work at a time over all tabs; where a browser has no such locks, over this one. */
export function aloneInBrowser(): <T>(work: () => Promise<T>) => Promise<T> {
  if ('locks' in navigator) {
    return async <T>(work: () => Promise<T>): Promise<T> => {
      const done = await navigator.locks.request(SENDER_LOCK, async () => ({ result: await work() }));
      return done.result;
    };
  }
  return aloneInTab();
}

/** Runs one piece of work at a time here. */
export function aloneInTab(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Waits for so many ms, or until `over` is. */
export async function pauseFor(ms: number, over: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const time = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([time, over]);
  clearTimeout(timer);
}
