import { uuidv7 } from 'uuidv7';
import { acceptCounter, type CounterRefusalCode } from '../../domain/feedback/accept-counter.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { HasClock } from '../../platform/clock.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { HasUnits } from '../employees/unit.store.js';
import type { HasServiceCounters } from './service-counter.store.js';

/** A counter at which citizens may say what they think. */
export interface MakeCounter {
  readonly unitId: string;
  readonly name: string;
}

/** Works out the hash of the code that a counter of this id and generation has. */
export type CodeHashOf = (counter: { readonly id: string; readonly codeGeneration: number }) => Buffer;

/** Makes a counter, which is open at once. */
export async function makeCounter(
  tx: HasServiceCounters & HasUnits & HasClock,
  actor: Actor,
  { unitId, name }: MakeCounter,
  codeHashOf: CodeHashOf,
): Promise<Verdict<{ counterId: string }, CounterRefusalCode>> {
  const accepted = acceptCounter(name, {
    unitKnown: (await tx.units.get(unitId)) !== null,
    counters: await tx.serviceCounters.countHeld(unitId),
  });
  if (!accepted.ok) return accepted;
  const counter = { id: uuidv7(), codeGeneration: 1 };
  await tx.serviceCounters.add({
    ...{ ...counter, unitId, name: accepted.value, open: true, codeHash: codeHashOf(counter) },
    ...{ madeAt: tx.now, madeBy: actor.id },
  });
  return did({ counterId: counter.id }, [{ kind: 'CounterChanged', counterId: counter.id, unitId }]);
}
