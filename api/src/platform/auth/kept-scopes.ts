import type { Scope } from '../../domain/access/scope.js';

/** Scopes of actors that asked lately, at most this many: an office's worth of people, a few bytes for each row. */
const KEPT = 2_000;

/** Scopes in memory. A key names the number of the region's rights, so that none is ever out of date. */
export interface KeptScopes {
  get(key: string, load: () => Promise<Scope>): Promise<Scope>;
}

export function createKeptScopes(): KeptScopes {
  const kept = new Map<string, Promise<Scope>>();
  return {
    get(key, load) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const loading = load();
      kept.set(key, loading);
      loading.catch(() => kept.delete(key));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return loading;
    },
  };
}
