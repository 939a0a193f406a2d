import { useEffect } from 'react';

/** How often an open page asks what has moved, ms: promises move a few times a day, and telephones pay by the megabyte. */
export const EVERY = 60_000;

/** Asks again every minute, as long as somebody may be looking. */
export function useRenewal(again: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again();
    }, EVERY);
    return () => clearInterval(timer);
  }, [again]);
}
