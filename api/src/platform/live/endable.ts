/**
 * An async iterable that ends at once when the subscriber goes, also while its source waits: `return()` of a plain
 * generator would wait for the source's next value.
 */
export function endable<T>(source: (signal: AbortSignal) => AsyncIterable<T>): AsyncIterableIterator<T> {
  const controller = new AbortController();
  const iterator = source(controller.signal)[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => iterator.next(),
    async return() {
      controller.abort();
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
}
