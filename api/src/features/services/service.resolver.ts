import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { NameRefusalCode } from '../../domain/access/accept-name.js';
import type { ServiceRefusalCode } from '../../domain/access/accept-service.js';
import type { UnitChoiceRefusalCode } from '../../domain/access/accept-units.js';
import { hourOf } from '../../platform/auth/quota.js';
import { makeToken } from '../../platform/auth/token.js';
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
import type { Done } from '../../platform/unit-of-work.js';
import { unitLoader } from '../employees/employee.resolver.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { createService } from './create-service.js';
import { revokeService } from './revoke-service.js';
import { rotateService } from './rotate-service.js';
import type { HasServiceTokens } from './service-token.store.js';
import { CreateServiceInput, RevokeServiceInput, RotateServiceInput } from './service.input.js';
import { Service, ServiceRecorded, ServiceRefused, ServiceResult, toService } from './service.object.js';

type Ask = Context<HasServiceTokens & HasUnits & HasEmployees & HasClock>;
type Ended = Done<{ serviceId: string }, ServiceRefusalCode | NameRefusalCode | UnitChoiceRefusalCode>;

const ServiceConnection = connectionOf('Service', () => Service);

/** Tokens are made here and handed over from here: the verbs and the record know their hashes alone. */
@Resolver(() => Service)
export class ServiceResolver {
  @Query(() => ServiceConnection, {
    description:
      'The programs that a region has let in, in the order in which they were made, ended ones too.',
  })
  async services(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Service>> {
    const size = pageSize(args);
    const rows = await context.read(region).serviceTokens.page(pageKey(args, isUuid), size + 1);
    const now = context.now();
    return toPage(
      rows,
      size,
      (row) => row.id,
      (row) => toService(row, now),
    );
  }

  @Mutation(() => ServiceResult, {
    description: 'Lets a program in. Its token is in the answer, once: keep it where the program runs.',
  })
  async createService(
    @Arg('input', () => CreateServiceInput, { description: 'The program, and what it may read.' })
    input: CreateServiceInput,
    @Ctx() context: Ask,
  ): Promise<typeof ServiceResult> {
    const { region: regionCode, key, name, scopes, expiresAt, quotaPerHour, unitIds = null } = input;
    const command = { name, scopes, unitIds, expiresAt, quotaPerHour };
    const token = makeToken('SERVICE', regionCode);
    const done = await context.unitOfWork.run(
      { verb: 'createService', actor: context.actor, regionCode, key, input: command },
      (tx) => createService(tx, context.actor, command, token.hash),
    );
    return answer(context, regionCode, done, token.text);
  }

  @Mutation(() => ServiceResult, {
    description:
      'Gives a service another token, in the answer, once. The old one is good for as long as the overlap; one that was ' +
      'old already ends at once.',
  })
  async rotateService(
    @Arg('input', () => RotateServiceInput, {
      description: 'The service that gets a new token, and the key of this wish.',
    })
    input: RotateServiceInput,
    @Ctx() context: Ask,
  ): Promise<typeof ServiceResult> {
    const { region: regionCode, key, id, overlapHours } = input;
    const command = { id, overlapHours };
    const token = makeToken('SERVICE', regionCode);
    const done = await context.unitOfWork.run(
      { verb: 'rotateService', actor: context.actor, regionCode, key, input: command },
      (tx) => rotateService(tx, command, token.hash),
    );
    return answer(context, regionCode, done, token.text);
  }

  @Mutation(() => ServiceResult, {
    description: 'Revokes a service: its sockets are closed (4403) and its tokens let nobody in any more.',
  })
  async revokeService(
    @Arg('input', () => RevokeServiceInput, {
      description: 'The service that is let in no more, and the key of this wish.',
    })
    input: RevokeServiceInput,
    @Ctx() context: Ask,
  ): Promise<typeof ServiceResult> {
    const { region: regionCode, key, id } = input;
    const done = await context.unitOfWork.run(
      { verb: 'revokeService', actor: context.actor, regionCode, key, input: { id } },
      (tx) => revokeService(tx, context.actor, { id }),
    );
    return answer(context, regionCode, done, null);
  }

  @FieldResolver(() => [Unit], {
    nullable: true,
    description: 'The units whose rows it reads, with all below them; null: the whole region.',
  })
  async units(@Root() { regionCode, unitIds }: Service, @Ctx() context: Ask): Promise<Unit[] | null> {
    if (unitIds === null) return null;
    const units = await Promise.all(unitIds.map((id) => unitLoader(context, regionCode).load(id)));
    return units.flatMap((unit) => (unit === undefined ? [] : [toUnit(unit)]));
  }

  @FieldResolver(() => Int, { description: 'Requests that it has made in this clock hour, of its quota.' })
  async requestsThisHour(@Root() { regionCode, id }: Service, @Ctx() context: Ask): Promise<number> {
    return useLoader(context, regionCode).load(id);
  }
}

/** The request's loader of how much services have asked for in this hour. */
function useLoader(context: Ask, region: string): DataLoader<string, number> {
  return context.loader(
    `service use ${region}`,
    () =>
      new DataLoader<string, number>(async (ids) => {
        const uses = await context.read(region).serviceTokens.usesIn(hourOf(context.now()), ids);
        return ids.map((id) => uses.get(id) ?? 0);
      }),
  );
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Ended,
  token: string | null,
): Promise<typeof ServiceResult> {
  if (!done.ok) return commandRefusal(ServiceRefused, done.refusal);
  const row = await context.read(regionCode).serviceTokens.get(done.value.serviceId);
  return Object.assign(new ServiceRecorded(), {
    service: toService(row!, context.now()),
    // The token of a command that was done before is not the one that was made just now.
    token: done.replayed ? null : token,
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
