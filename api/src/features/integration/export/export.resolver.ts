import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DELIVERY_REFUSALS, type DeliveryRefusalCode } from '../../../domain/integration/accept-since.js';
import { formatCursor } from '../../../platform/changes/cursor.js';
import type { HasClock } from '../../../platform/clock.js';
import {
  connectionOf,
  pageKey,
  pageSize,
  PageArgs,
  toPage,
  type Page,
} from '../../../platform/graphql/connection.js';
import { isUuid } from '../../../platform/is-uuid.js';
import type { Context } from '../../../platform/graphql/context.js';
import { InRegion } from '../../../platform/graphql/in-region.js';
import { commandRefusal } from '../../../platform/graphql/refusal.object.js';
import { Uuid } from '../../../platform/graphql/scalars.js';
import type { Done } from '../../../platform/unit-of-work.js';
import { GraphQLError } from 'graphql';
import { Employee } from '../../employees/employee.object.js';
import { employeeOf } from '../../employees/employee.resolver.js';
import type { PeriodRow } from '../../indicators/period.entity.js';
import { acknowledgeDelivery } from './acknowledge-delivery.js';
import { checkRows, reportOnExport } from './check-export.js';
import { AcknowledgeDeliveryInput, TakeDeliveryInput } from './delivery.input.js';
import {
  Delivery,
  DeliveryRecorded,
  DeliveryRefused,
  DeliveryResult,
  toDelivery,
} from './delivery.object.js';
import {
  KinerjaPeriodik,
  KinerjaPeriodikCheck,
  KinerjaPeriodikReport,
  toCheck,
  toKinerjaPeriodikObject,
  toReport,
} from './kinerja-periodik.object.js';
import { noteRow, readDelivery, readStanding, type HasDeliverySources } from './read-delivery.js';
import { takeDelivery } from './take-delivery.js';

type Ask = Context<HasDeliverySources & HasClock>;

const KinerjaPeriodikConnection = connectionOf('KinerjaPeriodik', () => KinerjaPeriodik);
const KinerjaPeriodikCheckConnection = connectionOf('KinerjaPeriodikCheck', () => KinerjaPeriodikCheck);
const DeliveryConnection = connectionOf('Delivery', () => Delivery);

const PERIOD = 'Code of the period, e.g. "2026-Q4". One that the region does not have: BAD_INPUT.';

@Resolver(() => KinerjaPeriodik)
export class KinerjaPeriodikResolver {
  @Query(() => KinerjaPeriodikConnection, {
    description:
      "Confirmed predicates in the fields of SIASN's kinerja periodik, in the order in which people were added. With `delivery` the rows of that delivery: what stood when it was taken, or what changed since the one before, and why. Without: what stands now. A page may be empty and still have a next one. Each row is told to its person.",
  })
  async kinerjaPeriodik(
    @InRegion() region: string,
    @Arg('period', () => String, { description: PERIOD }) period: string,
    @Arg('delivery', () => Uuid, {
      nullable: true,
      description: 'The id of a delivery of yours (`takeDelivery`) that is remembered. Another: BAD_INPUT.',
    })
    delivery: string | null | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<KinerjaPeriodik>> {
    const limit = pageSize(args);
    const after = pageKey(args, isUuid);
    const rowsFor = { actor: context.actor, codes: context.siasnCodes };
    const page = await context.readAtOnce(region, async (stores) => {
      const row = await periodOf(stores, period);
      if (delivery == null) return readStanding(stores, row, { after, limit }, rowsFor);
      const named = await stores.exports.get(delivery);
      if (named === null || named.takenBy !== context.actor.id || named.periodCode !== period)
        throw badInput(DELIVERY_REFUSALS.DELIVERY_UNKNOWN.message.en);
      if (!named.remembered) throw badInput(DELIVERY_REFUSALS.DELIVERY_EXPIRED.message.en);
      return readDelivery(stores, row, named, { after, limit }, rowsFor);
    });
    for (const row of page.rows) noteRow(context, row);
    const cursorOf = (id: string) => Buffer.from(id).toString('base64url');
    return {
      edges: page.rows.map((row) => ({
        cursor: cursorOf(row.employeeId),
        node: toKinerjaPeriodikObject(region, row),
      })),
      pageInfo: { hasNextPage: page.more, endCursor: page.last === null ? null : cursorOf(page.last) },
    };
  }

  @Query(() => KinerjaPeriodikReport, {
    description:
      'The validation report of a period in numbers: how many rows can be handed on, what keeps the others back, and who can mend it. It names nobody.',
  })
  async kinerjaPeriodikReport(
    @InRegion() region: string,
    @Arg('period', () => String, { description: PERIOD }) period: string,
    @Ctx() context: Ask,
  ): Promise<KinerjaPeriodikReport> {
    return context.readAtOnce(region, async (stores) => {
      const row = await periodOf(stores, period);
      const rowsFor = { actor: context.actor, codes: context.siasnCodes };
      return toReport(row, await reportOnExport(stores, row, rowsFor));
    });
  }

  @Query(() => KinerjaPeriodikCheckConnection, {
    description:
      'The validation report of a period person by person: those of whom something is to be said, in the order in which they were added.',
  })
  async kinerjaPeriodikChecks(
    @InRegion() region: string,
    @Arg('period', () => String, { description: PERIOD }) period: string,
    @Arg('heldBackOnly', () => Boolean, {
      defaultValue: false,
      description: 'Only those of whom nothing is handed on.',
    })
    heldBackOnly: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<KinerjaPeriodikCheck>> {
    const size = pageSize(args);
    const after = pageKey(args, isUuid);
    const rows = await context.readAtOnce(region, async (stores) =>
      checkRows(
        stores,
        await periodOf(stores, period),
        { after, limit: size + 1, heldBackOnly },
        { actor: context.actor, codes: context.siasnCodes },
      ),
    );
    return toPage(
      rows,
      size,
      (row) => row.employeeId,
      (row) => toCheck(region, row),
    );
  }

  @FieldResolver(() => Employee, { description: 'Whose it is.' })
  async employee(
    @Root() { regionCode, employeeId }: KinerjaPeriodik,
    @Ctx() context: Ask,
  ): Promise<Employee> {
    return employeeOf(context, regionCode, employeeId);
  }
}

@Resolver(() => KinerjaPeriodikCheck)
export class KinerjaPeriodikCheckResolver {
  @FieldResolver(() => Employee, { description: 'Whom it is about.' })
  async employee(
    @Root() { regionCode, employeeId }: KinerjaPeriodikCheck,
    @Ctx() context: Ask,
  ): Promise<Employee> {
    return employeeOf(context, regionCode, employeeId);
  }
}

@Resolver(() => Delivery)
export class DeliveryResolver {
  @Query(() => DeliveryConnection, {
    description: 'What was handed on, newest first: to an administrator all of it, to others what they took.',
  })
  async deliveries(
    @InRegion() region: string,
    @Arg('period', () => String, { nullable: true, description: 'Only of this period; null: of all.' })
    period: string | null | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<Delivery>> {
    const size = pageSize(args);
    const rows = await context.read(region).exports.page(period ?? null, pageKey(args, isUuid), size + 1);
    return toPage(rows, size, (row) => row.id, toDelivery);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you took it: only then you can read its rows, and say that it was kept.',
  })
  mine(@Root() { takerId }: Delivery, @Ctx() { actor }: Ask): boolean {
    return takerId === actor.id;
  }

  @Mutation(() => DeliveryResult, {
    description:
      'Begins a delivery: writes down what stands now, and what of it changed since the one that you kept last. Read its rows with `kinerjaPeriodik(delivery:)` as often as you need; name it as `since` in the next, once you have kept them all.',
  })
  async takeDelivery(
    @Arg('input', () => TakeDeliveryInput, {
      description: 'Which period, since which delivery, and the key of this step.',
    })
    input: TakeDeliveryInput,
    @Ctx() context: Ask,
  ): Promise<typeof DeliveryResult> {
    const { region: regionCode, key, period: periodCode, since = null } = input;
    const command = { periodCode, since };
    const done = await context.unitOfWork.run(
      { verb: 'takeDelivery', actor: context.actor, regionCode, key, input: command },
      (tx) => takeDelivery(tx, context.actor, command, context.siasnCodes),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => DeliveryResult, {
    description:
      'Says that a delivery was kept whole: from now on LAST means this one. Naming it as `since` says so too.',
  })
  async acknowledgeDelivery(
    @Arg('input', () => AcknowledgeDeliveryInput, { description: 'The delivery.' })
    input: AcknowledgeDeliveryInput,
    @Ctx() context: Ask,
  ): Promise<typeof DeliveryResult> {
    const { region: regionCode, key, deliveryId } = input;
    const done = await context.unitOfWork.run(
      { verb: 'acknowledgeDelivery', actor: context.actor, regionCode, key, input: { deliveryId } },
      (tx) => acknowledgeDelivery(tx, context.actor, deliveryId),
    );
    return answer(context, regionCode, done);
  }
}

async function periodOf(stores: HasDeliverySources, code: string): Promise<PeriodRow> {
  const row = await stores.indicators.period(code);
  if (row === null) throw badInput(DELIVERY_REFUSALS.PERIOD_UNKNOWN.message.en);
  return row;
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
}

async function answer(
  context: Ask,
  regionCode: string,
  done: Done<{ deliveryId: string }, DeliveryRefusalCode>,
): Promise<typeof DeliveryResult> {
  if (!done.ok) return commandRefusal(DeliveryRefused, done.refusal);
  const row = await context.read(regionCode).exports.get(done.value.deliveryId);
  return Object.assign(new DeliveryRecorded(), {
    delivery: toDelivery(row!),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
