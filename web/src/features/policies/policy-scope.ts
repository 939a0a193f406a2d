/** What the page of policies shows, as its address says it. */
export type PolicyScope =
  | { readonly kind: 'LIST'; readonly region: string }
  /** One version: its numbers, and what can be done with it. */
  | { readonly kind: 'VERSION'; readonly region: string; readonly version: string }
  /** The form with a copy of this version. */
  | { readonly kind: 'COPY'; readonly region: string; readonly version: string };

/** Reads `?region=35.78`, `&version=2026-2` or `&copy=2026-1`; null: the address names no region. */
export function readPolicyScope(search: string): PolicyScope | null {
  const parameters = new URLSearchParams(search);
  const [region, version, copy] = ['region', 'version', 'copy'].map((name) => parameters.get(name));
  if (!region) return null;
  if (copy) return { kind: 'COPY', region, version: copy };
  if (version) return { kind: 'VERSION', region, version };
  return { kind: 'LIST', region };
}

/** The list, a version or its copy as a query string; the region and the language stay. */
export function policySearch(search: string, to: { readonly version?: string; readonly copy?: string } = {}) {
  const parameters = new URLSearchParams(search);
  for (const name of [...parameters.keys()]) {
    if (name !== 'region' && name !== 'lang') parameters.delete(name);
  }
  for (const [name, version] of Object.entries(to)) parameters.set(name, version);
  return `?${parameters}`;
}
