import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { POLL_SECONDS } from '../../domain/access/pairing.js';
import { Refusal } from '../../platform/graphql/refusal.object.js';
import { Instant, RegionCode } from '../../platform/graphql/scalars.js';

/** Where a wall keeps its token. */
export type TokenKeeping = 'COOKIE' | 'TOKEN';

export const TOKEN_KEEPINGS = { COOKIE: 'COOKIE', TOKEN: 'TOKEN' } as const satisfies {
  [K in TokenKeeping]: K;
};
registerEnumType(TOKEN_KEEPINGS, {
  name: 'TokenKeeping',
  description: 'Where a wall keeps its token.',
  valuesConfig: {
    COOKIE: {
      description:
        'In a cookie that no script reads, in the place of whoever was signed in there: for browsers, over HTTP only.',
    },
    TOKEN: { description: 'It is in the answer, and the program keeps it: sent as `Authorization: Bearer`.' },
  },
});

@ObjectType({ description: 'A code that a wall shows until somebody pairs it (RFC 8628 §3.2).' })
export class PairingCode {
  @Field(() => String, {
    description: 'What the wall shows and an administrator types: eight consonants, such as "BCDF-GHJK".',
  })
  code!: string;

  @Field(() => String, {
    description:
      'What the wall asks with whether it has been paired. It is secret: never shown, never in an address.',
  })
  pollToken!: string;

  @Field(() => Instant, { description: 'When the code runs out, ten minutes after it was asked for.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Ask whether it has been paired no more often than this, in seconds.' })
  pollEverySeconds: number = POLL_SECONDS;
}

@ObjectType({ description: 'Nobody has paired the wall yet: ask again.' })
export class PairingPending {
  @Field(() => Instant, { description: 'When the code runs out.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Ask again after this many seconds.' })
  pollEverySeconds: number = POLL_SECONDS;
}

@ObjectType({ description: 'The wall is paired. Nothing but revoking it ends that.' })
export class DevicePaired {
  @Field(() => ID, { description: 'The id of the wall among those of the region.' })
  deviceId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The token of the wall (`ptd_…`), given this once; null where it was left as a cookie.',
  })
  token!: string | null;
}

@ObjectType({
  implements: Refusal,
  description:
    'There is no code, or no token, to be had. Codes: PAIRING_TOO_MANY, PAIRING_EXPIRED, PAIRING_CLAIMED. After the ' +
    'latter two a wall asks for a new code.',
})
export class PairingRefused extends Refusal {}

export const PairingCodeResult = createUnionType({
  name: 'PairingCodeResult',
  description: 'What a wall that asks to be paired is given.',
  types: () => [PairingCode, PairingRefused] as const,
});

export const PairingClaimResult = createUnionType({
  name: 'PairingClaimResult',
  description: 'How far the pairing of a wall is.',
  types: () => [PairingPending, DevicePaired, PairingRefused] as const,
});

@InputType({ description: 'A wall that asks whether it has been paired.' })
export class ClaimPairingInput {
  @Field(() => RegionCode, { nullable: true, description: 'As it was given when the code was asked for.' })
  region?: string | null;

  @Field(() => String, { description: 'What came with the code.' })
  pollToken!: string;

  @Field(() => TOKEN_KEEPINGS, { description: 'Where the wall will keep its token.' })
  keep!: TokenKeeping;
}
