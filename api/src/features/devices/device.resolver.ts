import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DEVICE_REFUSALS, type DeviceRefusalCode } from '../../domain/access/pairing.js';
import type { NameRefusalCode } from '../../domain/access/accept-name.js';
import type { UnitChoiceRefusalCode } from '../../domain/access/accept-units.js';
import { refused } from '../../domain/outcome.js';
import { PAIRING_CODE_LENGTH, readCode } from '../../platform/auth/token.js';
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
import { commandRefusal, toRefusal } from '../../platform/graphql/refusal.object.js';
import type { Done } from '../../platform/unit-of-work.js';
import type { HasEmployees } from '../employees/employee.store.js';
import { unitLoader } from '../employees/employee.resolver.js';
import { toUnit, Unit } from '../employees/unit.object.js';
import type { HasUnits } from '../employees/unit.store.js';
import { approvePairing } from './approve-pairing.js';
import { changeDevice } from './change-device.js';
import { ApprovePairingInput, ChangeDeviceInput, RevokeDeviceInput } from './device.input.js';
import { DeviceRecorded, DeviceRefused, DeviceResult, toWallDevice, WallDevice } from './device.object.js';
import type { HasDevices } from './device.store.js';
import { pairingCodeHash } from './request-pairing.js';
import { revokeDevice } from './revoke-device.js';

type Ask = Context<HasDevices & HasUnits & HasEmployees & HasClock>;
type Ended = Done<{ deviceId: string }, DeviceRefusalCode | NameRefusalCode | UnitChoiceRefusalCode>;

const WallDeviceConnection = connectionOf('WallDevice', () => WallDevice);

@Resolver(() => WallDevice)
export class DeviceResolver {
  @Query(() => WallDeviceConnection, {
    description: 'The walls of a region in the order in which they were paired, revoked ones too.',
  })
  async wallDevices(
    @InRegion() region: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Ask,
  ): Promise<Page<WallDevice>> {
    const size = pageSize(args);
    const rows = await context.read(region).devices.page(pageKey(args, isUuid), size + 1);
    return toPage(rows, size, (row) => row.id, toWallDevice);
  }

  @Mutation(() => DeviceResult, {
    description:
      'Pairs the wall that shows a code, which then comes for its token by itself. Wrong codes are counted, and soon ' +
      'make whoever tries wait.',
  })
  async approvePairing(
    @Arg('input', () => ApprovePairingInput, { description: 'The code, and what the wall is to show.' })
    input: ApprovePairingInput,
    @Ctx() context: Ask,
  ): Promise<typeof DeviceResult> {
    const { region: regionCode, key, name, level, unitIds = null } = input;
    const code = readCode(input.code, PAIRING_CODE_LENGTH);
    if (code === null) return toRefusal(DeviceRefused, UNKNOWN_CODE.refusal);
    const codeHash = pairingCodeHash(context.key('pairing'), regionCode, code).toString('hex');
    const command = { codeHash, name, level, unitIds };
    const done = await guess(context, regionCode, () =>
      context.unitOfWork.run(
        { verb: 'approvePairing', actor: context.actor, regionCode, key, input: command },
        (tx) => approvePairing(tx, context.actor, command),
      ),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => DeviceResult, {
    description: 'Gives a wall another name, other units or another level. It keeps its token.',
  })
  async changeDevice(
    @Arg('input', () => ChangeDeviceInput, { description: 'What is to be another.' })
    input: ChangeDeviceInput,
    @Ctx() context: Ask,
  ): Promise<typeof DeviceResult> {
    const { region: regionCode, key, id, name, unitIds, level } = input;
    const command = {
      id,
      ...(name == null ? {} : { name }),
      ...(unitIds === undefined ? {} : { unitIds }),
      ...(level == null ? {} : { level }),
    };
    const done = await context.unitOfWork.run(
      { verb: 'changeDevice', actor: context.actor, regionCode, key, input: command },
      (tx) => changeDevice(tx, command),
    );
    return answer(context, regionCode, done);
  }

  @Mutation(() => DeviceResult, {
    description: 'Revokes a wall: its sockets are closed (4403) and its token lets nobody in any more.',
  })
  async revokeDevice(
    @Arg('input', () => RevokeDeviceInput, { description: 'The wall to revoke, and the key of this wish.' })
    input: RevokeDeviceInput,
    @Ctx() context: Ask,
  ): Promise<typeof DeviceResult> {
    const { region: regionCode, key, id } = input;
    const done = await context.unitOfWork.run(
      { verb: 'revokeDevice', actor: context.actor, regionCode, key, input: { id } },
      (tx) => revokeDevice(tx, context.actor, { id }),
    );
    return answer(context, regionCode, done);
  }

  @FieldResolver(() => [Unit], {
    nullable: true,
    description: 'The units that it shows, with all below them; null: the whole region.',
  })
  async units(@Root() { regionCode, unitIds }: WallDevice, @Ctx() context: Ask): Promise<Unit[] | null> {
    if (unitIds === null) return null;
    const units = await Promise.all(unitIds.map((id) => unitLoader(context, regionCode).load(id)));
    return units.flatMap((unit) => (unit === undefined ? [] : [toUnit(unit)]));
  }
}

const UNKNOWN_CODE = refused('PAIRING_CODE_UNKNOWN', DEVICE_REFUSALS.PAIRING_CODE_UNKNOWN);

/** A try with a code, counted as failed where no wall shows it. */
async function guess(context: Ask, regionCode: string, attempt: () => Promise<Ended>): Promise<Ended> {
  const { attempts, actor, door, now } = context;
  const who = { step: 'PAIRING_CODE', account: actor.id, network: door.network, browser: null } as const;
  const begun = await attempts.begin(regionCode, who, now());
  if (!begun.looked) {
    const row = DEVICE_REFUSALS.PAIRING_CODE_TOO_OFTEN;
    return refused('PAIRING_CODE_TOO_OFTEN', { ...row, message: row.message(begun.waitSeconds) });
  }
  try {
    const done = await attempt();
    if (done.ok) await attempts.succeed(begun.attempt);
    else if (done.refusal.code !== 'PAIRING_CODE_UNKNOWN') await attempts.takeBack(begun.attempt);
    else {
      const told = { code: done.refusal.code, network: door.network };
      await context.audit({ action: 'approvePairing', outcome: 'REFUSED', detail: { told, subjects: [] } });
    }
    return done;
  } catch (error) {
    await attempts.takeBack(begun.attempt);
    throw error;
  }
}

async function answer(context: Ask, regionCode: string, done: Ended): Promise<typeof DeviceResult> {
  if (!done.ok) return commandRefusal(DeviceRefused, done.refusal);
  const row = await context.read(regionCode).devices.get(done.value.deviceId);
  return Object.assign(new DeviceRecorded(), {
    device: toWallDevice(row!),
    cursor: formatCursor(done.position),
    replayed: done.replayed,
  });
}
