import { useEffect } from 'react';

/** Names the page in the browser: what it shows, once that is known, what kind of page it is, and Pantau. */
export function useTitle(name: string | undefined, kind: string): void {
  useEffect(() => {
    document.title = [name, kind, 'Pantau'].filter(Boolean).join(' · ');
  }, [name, kind]);
}
