import { LIMITS } from './limits.js';
import type { Context } from './context.js';

/** What an answer says of its question, beside the data. */
export interface CostTold {
  readonly cost: {
    /** What the query cost, worked out from its text and variables before it ran. */
    readonly asked: number;
    /** What one query may cost. */
    readonly limit: number;
  };
  /** How many more fields were refused than errors are told; set where there are more. */
  readonly errorsLeftOut?: number;
}

/** By what each request has of its own and keeps where a library copies its context. */
const costs = new WeakMap<Context['reads'], number>();

/** Remembers what was admitted, for whichever transport writes the answer. */
export function noteCost(context: Context, cost: number): void {
  costs.set(context.reads, cost);
}

/** The `extensions` of an answer with so many errors; undefined where there is nothing to say. */
export function costTold(context: Context, errors = 0): CostTold | undefined {
  const asked = costs.get(context.reads);
  if (asked === undefined) return undefined;
  const errorsLeftOut = errors - LIMITS.errors;
  return { cost: { asked, limit: LIMITS.cost }, ...(errorsLeftOut > 0 && { errorsLeftOut }) };
}
