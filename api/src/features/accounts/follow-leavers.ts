import type { Fact, FactOf } from '../../domain/facts.js';
import type { HasClock } from '../../platform/clock.js';
import type { HasAccounts } from './account.store.js';
import type { HasSessions } from './session.store.js';

/**
 * Whoever leaves the service gets in no more, and is out where they are in. Who comes back is let in again by an
 * administrator, who knows whether the account was locked for another reason; invented people at once.
 */
export async function followLeavers(
  tx: HasAccounts & HasSessions & HasClock,
  facts: readonly FactOf<'EmployeeChanged'>[],
): Promise<readonly Fact[]> {
  const serves = new Map(
    facts.flatMap(({ employeeId, inService }) =>
      inService === undefined ? [] : [[employeeId, inService] as const],
    ),
  );
  if (serves.size === 0) return [];
  for (const account of await tx.accounts.ofEmployees([...serves.keys()])) {
    if (serves.get(account.employeeId!) === true) {
      if (account.demo && account.state === 'LOCKED')
        await tx.accounts.change(account.id, { state: 'ACTIVE' });
      continue;
    }
    if (account.state === 'LOCKED') continue;
    await tx.accounts.holdAdministrators();
    await tx.accounts.change(account.id, { state: 'LOCKED' });
    // A region whose last administrator is gone could let nobody in any more: that account stays until there is another.
    if (await tx.accounts.hasAdministrator()) await tx.sessions.end(account.id, {}, tx.now);
    else await tx.accounts.change(account.id, { state: account.state });
  }
  return [];
}
