import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ServiceScope } from '../../domain/access/audience.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../platform/graphql/scalars.js';
import type { ServiceTokenRow } from './service-token.entity.js';

export const SERVICE_SCOPES = {
  UNITS: 'UNITS',
  PEOPLE: 'PEOPLE',
  NIP: 'NIP',
  SCORES: 'SCORES',
  PREDICATES: 'PREDICATES',
  PROVISION: 'PROVISION',
  COUNTERS: 'COUNTERS',
} as const satisfies { [K in ServiceScope]: K };
registerEnumType(SERVICE_SCOPES, {
  name: 'ServiceScope',
  description: 'What a service may do. Each is taken by itself; all but PROVISION and COUNTERS read only.',
  valuesConfig: {
    UNITS: { description: 'Figures of units.' },
    PEOPLE: { description: 'Names, posts, units, and NIPs with their middle hidden.' },
    NIP: { description: 'Whole NIPs of the people whom another scope lets it see.' },
    SCORES: { description: 'Scores with everything they are made of, observations and objections.' },
    PREDICATES: { description: 'Confirmed predicates, and whose they are.' },
    PROVISION: { description: 'Adds and changes employees, units and reporting lines.' },
    COUNTERS: { description: 'Reports what machines and other systems counted.' },
  },
});

/** Whether a service is let in. */
export type ServiceState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

const SERVICE_STATES = {
  ACTIVE: 'ACTIVE',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
} as const satisfies { [K in ServiceState]: K };
registerEnumType(SERVICE_STATES, {
  name: 'ServiceState',
  description: 'Whether a service is let in.',
  valuesConfig: {
    ACTIVE: { description: 'Its token lets it in.' },
    EXPIRED: { description: 'Its time has run out.' },
    REVOKED: { description: 'It was revoked.' },
  },
});

@ObjectType({
  description:
    "Another program that is let in, such as regional HR's nightly pull. It writes only with the scopes PROVISION and COUNTERS.",
})
export class Service {
  /** Kemendagri code of its region; not on the wire. */
  regionCode!: string;

  @Field(() => ID, { description: 'UUID; grows in the order in which services were made.' })
  id!: string;

  @Field(() => String, { description: 'What it is; 1 to 120 characters.' })
  name!: string;

  @Field(() => [SERVICE_SCOPES], {
    description: 'What its token may read or write; a scope that is not here is FORBIDDEN to it.',
  })
  scopes!: ServiceScope[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the units whose rows it reads, with all below them; null: the whole region.',
  })
  unitIds!: string[] | null;

  @Field(() => Int, { description: 'Requests that it may make in a clock hour; 1 to 1,000,000.' })
  quotaPerHour!: number;

  @Field(() => SERVICE_STATES, { description: 'Whether it is let in.' })
  state!: ServiceState;

  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => Instant, { description: 'From when on it is let in no more.' })
  expiresAt!: Date;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it last asked for something, exact to a minute; null: never yet.',
  })
  lastUsedAt!: Date | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Until when the token before the last change is good beside the new one; null: it is not.',
  })
  oldTokenUntil!: Date | null;

  @Field(() => Instant, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: Date | null;
}

export function toService(row: ServiceTokenRow, now: Date): Service {
  const { regionCode, id, name, scopes, quotaPerHour, createdAt, expiresAt } = row;
  const until = row.previousUntil ?? null;
  return Object.assign(new Service(), {
    ...{ regionCode, id, name, scopes, quotaPerHour, createdAt, expiresAt },
    unitIds: row.unitIds ?? null,
    state: stateOf(row, now),
    lastUsedAt: row.lastUsedAt ?? null,
    oldTokenUntil: until !== null && until > now ? until : null,
    revokedAt: row.revokedAt ?? null,
  });
}

function stateOf({ revokedAt, expiresAt }: ServiceTokenRow, now: Date): ServiceState {
  if (revokedAt != null) return 'REVOKED';
  return expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}

@ObjectType({ description: 'It was done.' })
export class ServiceRecorded {
  @Field(() => Service, { description: 'The service as it is now.' })
  service!: Service;

  @Field(() => String, {
    nullable: true,
    description:
      'The new token (`ptk_…`), given this once and kept nowhere; null where none was made, or where this key had been ' +
      'recorded before and it was given then.',
  })
  token!: string | null;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: SCOPES_MISSING, EXPIRY_PAST, EXPIRY_TOO_FAR, QUOTA_RANGE, OVERLAP_RANGE, SERVICE_UNKNOWN, ' +
    'SERVICE_REVOKED, SERVICE_EXPIRED, NAME_MISSING, NAME_TOO_LONG, NAME_UNREADABLE, UNITS_MISSING, UNITS_TOO_MANY, ' +
    'UNIT_UNKNOWN (docs/ACCESS.md).',
})
export class ServiceRefused extends Refusal {}

export const ServiceResult = createUnionType({
  name: 'ServiceResult',
  description: 'What became of a service.',
  types: () => [ServiceRecorded, ServiceRefused, IdempotencyConflict] as const,
});
