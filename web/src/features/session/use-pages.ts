import { useState } from 'react';

interface Row {
  readonly id: string;
}

/** A list that grows a page at a time; what was loaded before stays, the newest reading of a row holds. */
export function usePages<R extends Row>() {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly R[]>([]);
  return {
    /** The cursor to ask from; null: the first page. */
    after,
    /** Everything loaded so far, with this page of it. */
    with: (page: readonly R[]): readonly R[] => [
      // While the next page is on its way the last one is both among the earlier ones and still the answer.
      ...new Map([...earlier, ...page].map((row) => [row.id, row])).values(),
    ],
    next(loaded: readonly R[], cursor: string | null): void {
      setEarlier(loaded);
      setAfter(cursor);
    },
    /** Back to the first page: something in the list is another now. */
    reset(): void {
      setEarlier([]);
      setAfter(null);
    },
  };
}
