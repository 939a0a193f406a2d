import { acceptStep, type ImportRefusalCode } from '../../../domain/integration/accept-import.js';
import type { HasClock } from '../../../platform/clock.js';
import { did, type Verdict } from '../../../platform/unit-of-work.js';
import type { HasImports } from './import.store.js';

/** Throws a draft away with all of its rows; that there was one stays known. */
export async function dropImport(
  tx: HasImports & HasClock,
  { id }: { readonly id: string },
): Promise<Verdict<{ draftId: string }, ImportRefusalCode>> {
  const accepted = acceptStep('DROP', await tx.imports.hold(id), tx.now);
  if (!accepted.ok) return accepted;
  await tx.imports.clear(id);
  await tx.imports.set(id, { state: 'DROPPED', droppedAt: tx.now });
  return did({ draftId: id }, []);
}
