import type { TellDenied } from '../platform/audit/tell-denied.js';
import type { Doorbell } from '../platform/changes/doorbell.js';
import type { Clock } from '../platform/clock.js';
import type { MikroORM } from '../platform/database/orm.js';
import { createUnitOfWork, type UnitOfWork, type UnitOfWorkOptions } from '../platform/unit-of-work.js';
import { toChanges } from './changes.js';
import { allowCommand } from './policies/may-do.js';
import type { Verb } from './policies/verbs.js';
import { react } from './reactions.js';
import { openStores, type Stores } from './stores.js';

/** What one alone can have, whichever door they come in by; each verb says by a code what is taken. */
const FIRST_COME = [
  ...['employee_nip_unique', 'org_unit_code_unique', 'indicator_code_unique'],
  ...['account_login_unique', 'account_employee_unique'],
  ...['contest_observation_unique', 'observation_supersedes_unique'],
];

/** The platform's unit of work with the product's stores, policies, reactions and changes; for server and commands. */
export function productUnitOfWork(
  orm: MikroORM,
  clock: Clock,
  doorbell: Doorbell,
  beside: {
    readonly tellDenied?: TellDenied;
    readonly onCommand?: UnitOfWorkOptions<Stores, Verb>['onCommand'];
    readonly around?: UnitOfWorkOptions<Stores, Verb>['around'];
  } = {},
): UnitOfWork<Stores, Verb> {
  return createUnitOfWork({
    orm,
    clock,
    doorbell,
    openTx: openStores,
    allow: allowCommand,
    react,
    toChanges,
    firstCome: FIRST_COME,
    ...beside,
  });
}
