/** The question of one key: what is over with the one that is under way, and the one that those who came since wait for. */
interface Asking<T> {
  readonly over: Promise<unknown>;
  next: Promise<T> | null;
}

/**
 * Asks once for all who want the same and come before it is asked. Those who come while it is being asked share the next
 * question: nobody is told what was so before they came.
 */
export function createAskTogether<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const askings = new Map<string, Asking<T>>();

  function begin(key: string, ask: () => Promise<T>): Promise<T> {
    const answer = ask();
    const asking: Asking<T> = { over: answer.catch(() => undefined), next: null };
    askings.set(key, asking);
    void asking.over.then(() => {
      if (asking.next === null) askings.delete(key);
    });
    return answer;
  }

  return (key, ask) => {
    const asking = askings.get(key);
    if (asking === undefined) return begin(key, ask);
    asking.next ??= asking.over.then(() => begin(key, ask));
    return asking.next;
  };
}
