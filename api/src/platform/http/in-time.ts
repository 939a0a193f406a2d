import type { ExecutionResult } from 'graphql';
import { refusal } from '../graphql/limits-refusal.js';
import { LIMITS } from '../graphql/limits.js';

export const TOO_LONG = 'This took too long and was stopped. Ask for less at a time.';

/** An operation that takes too long answers so; what it still finds goes nowhere. */
export async function inTime<T>(work: T | Promise<T>): Promise<T | ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => resolve({ errors: [refusal('TIMEOUT', TOO_LONG)] }), LIMITS.operationMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
