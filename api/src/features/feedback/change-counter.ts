import { acceptName } from '../../domain/access/accept-name.js';
import { COUNTER_REFUSALS, type CounterRefusalCode } from '../../domain/feedback/accept-counter.js';
import { refused } from '../../domain/outcome.js';
import { did, type Verdict } from '../../platform/unit-of-work.js';
import type { CodeHashOf } from './make-counter.js';
import type { HasServiceCounters } from './service-counter.store.js';

/** What of a counter is to be another; what is left out stays. */
export interface ChangeCounter {
  readonly counterId: string;
  readonly name?: string;
  readonly open?: boolean;
  /** Whether it is given a new code; the sheets that hang there are then good for nothing. */
  readonly renewCode: boolean;
}

/** Gives a counter another name or another code, opens it or closes it. What was said at it stays. */
export async function changeCounter(
  tx: HasServiceCounters,
  { counterId, name, open, renewCode }: ChangeCounter,
  codeHashOf: CodeHashOf,
): Promise<Verdict<{ counterId: string }, CounterRefusalCode>> {
  const counter = await tx.serviceCounters.hold(counterId);
  if (counter === null) return refused('COUNTER_UNKNOWN', COUNTER_REFUSALS.COUNTER_UNKNOWN);
  const named = acceptName(name ?? counter.name);
  if (!named.ok) return named;
  const codeGeneration = counter.codeGeneration + (renewCode ? 1 : 0);
  await tx.serviceCounters.change(counterId, {
    ...{ name: named.value, open: open ?? counter.open },
    ...{ codeGeneration, codeHash: codeHashOf({ id: counterId, codeGeneration }) },
  });
  return did({ counterId }, [{ kind: 'CounterChanged', counterId, unitId: counter.unitId }]);
}
