import DataLoader from 'dataloader';
import { Args, Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../../domain/access/role.js';
import { makeCode } from '../../platform/auth/token.js';
import { formatCursor } from '../../platform/changes/cursor.js';
import type { HasClock } from '../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../platform/graphql/connection.js';
import { isUuid } from '../../platform/is-uuid.js';
import type { Context } from '../../platform/graphql/context.js';
import { InRegion } from '../../platform/graphql/in-region.js';
import { commandRefusal } from '../../platform/graphql/refusal.object.js';
import { groupBy } from '../../platform/group-by.js';
import type { Done } from '../../platform/unit-of-work.js';
import { Employee, toEmployee } from '../employees/employee.object.js';
import { employeeLoader, unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { ChangeAccountInput, GrantRoleInput, InviteAccountInput, RevokeGrantInput } from './account.input.js';
import {
  Account,
  AccountRecorded,
  AccountRefused,
  AccountResult,
  RoleGrant,
  toAccount,
  toRoleGrant,
} from './account.object.js';
import type { HasAccounts } from './account.store.js';
import { changeAccount } from './change-account.js';
import { grantRole } from './grant-role.js';
import { inviteAccount } from './invite-account.js';
import { revokeGrant } from './revoke-grant.js';
import type { RoleGrantRow } from './role-grant.entity.js';
import type { HasSessions } from './session.store.js';
import { codeHash } from './use-one-time-code.js';

type Ask = Context<HasAccounts & HasSessions & HasEmployees & HasUnits & HasClock>;
type Recorded = Done<{ readonly accountId: string }, string>;

const AccountConnection = connectionOf('Account', () => Account);
/** Roles that one invitation brings at most. */
const ROLES_AT_ONCE = 10;

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, {
    description: 'Those who may sign in, in the order in which they were added; for the administrator.',
  })
  async accounts(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Account>> {
    const size = pageSize(args);
    const rows = await context.read(region).accounts.page(pageKey(args, isUuid), size + 1);
    return toPage(rows, size, (row) => row.id, toAccount);
  }

  @Mutation(() => AccountResult, {
    description: 'Makes an account and gives the code with which its owner opens it.',
  })
  async inviteAccount(
    @Arg('input', () => InviteAccountInput, {
      description: 'Who is invited and with which role, and the key of this wish.',
    })
    input: InviteAccountInput,
    @Ctx() context: Ask,
  ): Promise<typeof AccountResult> {
    const { region: regionCode, key, login, name, employeeId = null } = input;
    const roles = input.roles.slice(0, ROLES_AT_ONCE).map(toWanted);
    const command = { login, name, employeeId, roles };
    const code = makeCode();
    const hash = codeHash(context, 'INVITATION', regionCode, code);
    const done = await context.unitOfWork.run(
      { verb: 'inviteAccount', actor: context.actor, regionCode, key, input: command },
      (tx) => inviteAccount(tx, context.actor, command, hash),
    );
    return answer(context, regionCode, done, code);
  }

  @Mutation(() => AccountResult, { description: 'Locks, unlocks, or gives a new code for an account.' })
  async changeAccount(
    @Arg('input', () => ChangeAccountInput, {
      description: 'The account, the step, and the key of this wish.',
    })
    input: ChangeAccountInput,
    @Ctx() context: Ask,
  ): Promise<typeof AccountResult> {
    const { region: regionCode, key, accountId, step } = input;
    const command = { accountId, step };
    const code = makeCode();
    const hash = codeHash(context, 'INVITATION', regionCode, code);
    const done = await context.unitOfWork.run(
      { verb: 'changeAccount', actor: context.actor, regionCode, key, input: command },
      (tx) => changeAccount(tx, context.actor, command, hash),
    );
    const gave = step === 'RENEW' || step === 'RESET_SECOND_FACTOR';
    return answer(context, regionCode, done, gave ? code : null);
  }

  @Mutation(() => AccountResult, { description: 'Gives somebody a role.' })
  async grantRole(
    @Arg('input', () => GrantRoleInput, { description: 'The account, the role, and the key of this wish.' })
    input: GrantRoleInput,
    @Ctx() context: Ask,
  ): Promise<typeof AccountResult> {
    const { region: regionCode, key, accountId } = input;
    const command = { accountId, ...toWanted(input) };
    const done = await context.unitOfWork.run(
      { verb: 'grantRole', actor: context.actor, regionCode, key, input: command },
      (tx) => grantRole(tx, context.actor, command),
    );
    return answer(context, regionCode, done, null);
  }

  @Mutation(() => AccountResult, {
    description: 'Takes a role away; live connections follow within a second.',
  })
  async revokeGrant(
    @Arg('input', () => RevokeGrantInput, {
      description: 'The grant to take back, and the key of this wish.',
    })
    input: RevokeGrantInput,
    @Ctx() context: Ask,
  ): Promise<typeof AccountResult> {
    const { region: regionCode, key, grantId } = input;
    const command = { grantId };
    const done = await context.unitOfWork.run(
      { verb: 'revokeGrant', actor: context.actor, regionCode, key, input: command },
      (tx) => revokeGrant(tx, context.actor, command),
    );
    return answer(context, regionCode, done, null);
  }

  @FieldResolver(() => [RoleGrant], { description: 'The roles that the person has now, at most a few.' })
  async grants(@Root() { regionCode, id }: Account, @Ctx() context: Ask): Promise<RoleGrant[]> {
    return (await grantLoader(context, regionCode).load(id)).map(toRoleGrant);
  }

  @FieldResolver(() => Employee, {
    nullable: true,
    description: 'The civil servant that it belongs to; null where it belongs to none.',
  })
  async employee(@Root() { regionCode, employeeId }: Account, @Ctx() context: Ask): Promise<Employee | null> {
    const row = employeeId === null ? undefined : await employeeLoader(context, regionCode).load(employeeId);
    return row === undefined ? null : toEmployee(row);
  }
}

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit, with all below it; null: the whole region.',
  })
  async unit(@Root() { regionCode, unitId }: RoleGrant, @Ctx() context: Ask): Promise<Unit | null> {
    const row = unitId === null ? undefined : await unitLoader(context, regionCode).load(unitId);
    return row === undefined ? null : toUnit(row);
  }
}

/** The request's loader of grants: one statement for all accounts of a page. */
export function grantLoader(
  context: Context<HasAccounts>,
  region: string,
): DataLoader<string, readonly RoleGrantRow[]> {
  return context.loader(
    `grants ${region}`,
    () =>
      new DataLoader<string, readonly RoleGrantRow[]>(async (ids) => {
        const grants = groupBy(
          await context.read(region).accounts.grantsOf(ids),
          ({ accountId }) => accountId,
        );
        return ids.map((id) => grants.get(id) ?? []);
      }),
  );
}

function toWanted({ role, unitId }: { role: Role; unitId?: string | null }) {
  return { role, unitId: unitId ?? null };
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Recorded,
  code: string | null,
): Promise<typeof AccountResult> {
  if (!done.ok) return commandRefusal(AccountRefused, done.refusal);
  const row = await context.read(regionCode).accounts.get(done.value.accountId);
  return Object.assign(new AccountRecorded(), {
    account: toAccount(row!),
    invitationCode: done.replayed ? null : code,
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
