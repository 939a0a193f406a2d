import type { Fact } from '../../domain/facts.js';

const STRUCTURE: ReadonlySet<string> = new Set<Fact['kind']>(['UnitsChanged', 'PeriodsOpened']);

/** Whether a change is one after which single changes do not tell enough of units. */
export function changesStructure({ kind }: { readonly kind: string }): boolean {
  return STRUCTURE.has(kind);
}
