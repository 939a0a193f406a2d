import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function onSearch(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The query string of the address, followed as it changes. */
export function useSearch(): string {
  return useSyncExternalStore(onSearch, () => window.location.search);
}

/** Changes the query string of the address without loading the page anew; the way back leads to the one before. */
export function goToSearch(search: string): void {
  window.history.pushState(null, '', search);
  for (const listener of [...listeners]) listener();
}
