import type { Provisions } from './provisioned-kinds.js';

const nothing = async (): Promise<void> => undefined;

/**
 * Stores that read what is recorded and keep nothing of what is given to them: the same verbs as those that record say
 * what they would do, and nobody waits for it.
 */
export function onPaper({ employees, units, service, regionCode, now }: Provisions): Provisions {
  return {
    regionCode,
    now,
    employees: { ...employees, put: nothing },
    units: { ...units, put: nothing },
    service: { ...service, lock: nothing, assign: nothing, recordLeaves: nothing, report: nothing },
  };
}
