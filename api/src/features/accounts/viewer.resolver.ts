import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { audienceNames } from '../../domain/access/audience.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { Employee, toEmployee } from '../employees/employee.object.js';
import { employeeLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import type { HasUnits } from '../employees/unit.store.js';
import { Account, Session, toAccount, toSession, Viewer } from './account.object.js';
import type { HasAccounts } from './account.store.js';
import type { HasSessions } from './session.store.js';

type Ask = Context<HasAccounts & HasSessions & HasEmployees & HasUnits & HasClock>;

/** Sessions that are listed at most. */
const SESSIONS = 50;

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who asks; open to everybody.' })
  viewer(@Ctx() { actor }: Ask): Viewer {
    return Object.assign(new Viewer(), {
      kind: actor.kind === 'COMMAND' ? 'SERVICE' : actor.kind,
      region: actor.regionCode,
      expiresAt: actor.credential?.expiresAt ?? null,
      secondFactorDue: actor.credential?.enrolling ?? false,
      is: audienceNames(actor.scope.anywhere),
      accountId: actor.kind === 'PERSON' ? actor.id : null,
      employeeId: actor.employeeId,
    });
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account; null for who is no person.' })
  async account(@Root() { region, accountId }: Viewer, @Ctx() context: Ask): Promise<Account | null> {
    if (region === null || accountId === null) return null;
    const row = await context.read(region).accounts.get(accountId);
    return row === null ? null : toAccount(row);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'The civil servant; null for who is none.' })
  async employee(@Root() { region, employeeId }: Viewer, @Ctx() context: Ask): Promise<Employee | null> {
    if (region === null || employeeId === null) return null;
    const row = await employeeLoader(context, region).load(employeeId);
    return row === undefined ? null : toEmployee(row);
  }

  @FieldResolver(() => [Session], {
    description: `One's own sign-ins that last, newest first, at most ${SESSIONS}.`,
  })
  async sessions(@Root() { region, accountId }: Viewer, @Ctx() context: Ask): Promise<Session[]> {
    if (region === null || accountId === null) return [];
    const rows = await context.read(region).sessions.ofAccount(accountId, context.now(), SESSIONS);
    return rows.map((row) => toSession(row, context.actor.credential?.id ?? null));
  }
}
