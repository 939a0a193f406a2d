import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../platform/graphql/scalars.js';
import type { WallDeviceRow, WallLevel } from './wall-device.entity.js';

export const WALL_LEVELS = { OFFICE: 'OFFICE', VISITORS: 'VISITORS' } as const satisfies {
  [K in WallLevel]: K;
};
registerEnumType(WALL_LEVELS, {
  name: 'WallLevel',
  description: 'Who sees a wall, and therefore how much it shows. No wall shows a person.',
  valuesConfig: {
    OFFICE: { description: 'A room without visitors: figures of units, and what just moved them.' },
    VISITORS: { description: 'Citizens too: figures of units alone.' },
  },
});

/** How far a wall has come. */
export type WallDeviceState = 'WAITING' | 'PAIRED' | 'REVOKED';

export const WALL_DEVICE_STATES = {
  WAITING: 'WAITING',
  PAIRED: 'PAIRED',
  REVOKED: 'REVOKED',
} as const satisfies { [K in WallDeviceState]: K };
registerEnumType(WALL_DEVICE_STATES, {
  name: 'WallDeviceState',
  description: 'How far a wall has come.',
  valuesConfig: {
    WAITING: { description: 'Paired by an administrator; it has not come for its token yet.' },
    PAIRED: { description: 'It has its token, which lasts until it is revoked.' },
    REVOKED: { description: 'It is let in no more.' },
  },
});

@ObjectType({ description: 'A screen on a wall, which shows figures of units and can do nothing else.' })
export class WallDevice {
  /** Kemendagri code of its region; not on the wire. */
  regionCode!: string;

  @Field(() => ID, { description: 'UUID; grows in the order in which walls were paired.' })
  id!: string;

  @Field(() => String, { description: 'Where it hangs; 1 to 120 characters.' })
  name!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the units that it shows, with all below them; null: the whole region.',
  })
  unitIds!: string[] | null;

  @Field(() => WALL_LEVELS, { description: 'Who may stand before this wall, and so what it shows.' })
  level!: WallLevel;

  @Field(() => WALL_DEVICE_STATES, { description: 'How far it has come.' })
  state!: WallDeviceState;

  @Field(() => Instant, { description: 'When an administrator paired it.' })
  pairedAt!: Date;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it last asked for something, exact to 5 minutes; null: never yet.',
  })
  lastSeenAt!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When it was revoked; null: it is let in.' })
  revokedAt!: Date | null;
}

export function toWallDevice(row: WallDeviceRow): WallDevice {
  const { regionCode, id, name, level, pairedAt } = row;
  return Object.assign(new WallDevice(), {
    ...{ regionCode, id, name, level, pairedAt },
    unitIds: row.unitIds ?? null,
    state: stateOf(row),
    lastSeenAt: row.lastSeenAt ?? null,
    revokedAt: row.revokedAt ?? null,
  });
}

function stateOf({ revokedAt, tokenHash }: WallDeviceRow): WallDeviceState {
  if (revokedAt != null) return 'REVOKED';
  return tokenHash == null ? 'WAITING' : 'PAIRED';
}

@ObjectType({ description: 'It was done; open sockets of the wall follow within a second.' })
export class DeviceRecorded {
  @Field(() => WallDevice, { description: 'The wall as it is now.' })
  device!: WallDevice;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: PAIRING_CODE_UNKNOWN, PAIRING_CODE_TOO_OFTEN, DEVICE_UNKNOWN, DEVICE_REVOKED, NAME_MISSING, ' +
    'NAME_TOO_LONG, NAME_UNREADABLE, UNITS_MISSING, UNITS_TOO_MANY, UNIT_UNKNOWN (docs/ACCESS.md).',
})
export class DeviceRefused extends Refusal {}

export const DeviceResult = createUnionType({
  name: 'DeviceResult',
  description: 'What became of a wall.',
  types: () => [DeviceRecorded, DeviceRefused, IdempotencyConflict] as const,
});
