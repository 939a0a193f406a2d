import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Role } from '../../domain/access/role.js';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import { RoleEnum } from './account.object.js';
import type { AccountStep } from './change-account.js';

const KEEPS = { COOKIE: 'COOKIE', TOKEN: 'TOKEN' } as const;
export type Keep = keyof typeof KEEPS;
registerEnumType(KEEPS, {
  name: 'Keep',
  description: 'Where what lets in is kept.',
  valuesConfig: {
    COOKIE: { description: 'In the browser, out of reach of any page’s program.' },
    TOKEN: { description: 'With the program that asks, which sends it as `Authorization: Bearer …`.' },
  },
});
export const KeepEnum = KEEPS;

const KEY = 'Made by the client, once for each change, and kept over every retry.';

@InputType({ description: 'What somebody types to get in.' })
export class SignInInput {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'Kemendagri code of the region. It may be left out where the server holds one region only.',
  })
  region?: string | null;

  @Field(() => String, { description: 'The login name; capitals make no difference.' })
  login!: string;

  @Field(() => String, { description: 'The password as it was typed; at most 128 characters.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of the authenticator, or a recovery code; after SecondFactorNeeded.',
  })
  code?: string | null;

  @Field(() => KeepEnum, { defaultValue: 'COOKIE', description: 'Where the session is kept.' })
  keep!: Keep;
}

@InputType({ description: 'The first administrator of a region.' })
export class SetUpInput {
  @Field(() => String, { description: 'The code that the server showed where it was started.' })
  code!: string;

  @Field(() => RegionCode, { description: 'The region; it is opened where the server does not hold it yet.' })
  region!: string;

  @Field(() => String, { description: 'The name of the person; 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'The login name; never a NIP.' })
  login!: string;

  @Field(() => String, { description: 'The password; 12 to 128 characters.' })
  password!: string;
}

@InputType({ description: 'A password set by a code that an administrator gave out.' })
export class AcceptInvitationInput {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'The region. It may be left out where the server holds one region only.',
  })
  region?: string | null;

  @Field(() => String, { description: 'The code; spaces, dashes and capitals make no difference.' })
  code!: string;

  @Field(() => String, { description: 'The password; 12 to 128 characters.' })
  password!: string;
}

@InputType({ description: 'Another password of one’s own.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present password.' })
  current!: string;

  @Field(() => String, { description: 'The next one; 12 to 128 characters.' })
  password!: string;
}

@InputType({ description: 'A role to be had, in a unit and below or in the whole region.' })
export class WantedGrantInput {
  @Field(() => RoleEnum, { description: 'The role; not EMPLOYEE, which needs no grant.' })
  role!: Role;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The unit; empty: the whole region. AUDITOR and ADMINISTRATOR are of the whole region.',
  })
  unitId?: string | null;
}

@InputType({ description: 'Somebody who shall be able to sign in.' })
export class InviteAccountInput {
  @Field(() => RegionCode, { description: 'Kemendagri code of the region.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => String, { description: '3 to 64 letters, digits, points, dashes, @; never a NIP.' })
  login!: string;

  @Field(() => String, { description: 'The name of the person; 1 to 120 characters.' })
  name!: string;

  @Field(() => Uuid, { nullable: true, description: 'The civil servant that it belongs to, if any.' })
  employeeId?: string | null;

  @Field(() => [WantedGrantInput], { defaultValue: [], description: 'Roles from the beginning; at most 10.' })
  roles!: WantedGrantInput[];
}

@InputType({ description: 'A role for somebody.' })
export class GrantRoleInput extends WantedGrantInput {
  @Field(() => RegionCode, { description: 'Kemendagri code of the region.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the account that gets the role.' })
  accountId!: string;
}

@InputType({ description: 'A role that somebody has no longer.' })
export class RevokeGrantInput {
  @Field(() => RegionCode, { description: 'Kemendagri code of the region.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'The id of the grant.' })
  grantId!: string;
}

const STEPS = {
  LOCK: 'LOCK',
  UNLOCK: 'UNLOCK',
  RENEW: 'RENEW',
  RESET_SECOND_FACTOR: 'RESET_SECOND_FACTOR',
} as const satisfies { [S in AccountStep]: S };
registerEnumType(STEPS, {
  name: 'AccountStep',
  description: 'What is done to an account. Whoever is signed in to it is out then, except by UNLOCK.',
  valuesConfig: {
    LOCK: { description: 'Nobody gets in.' },
    UNLOCK: { description: 'Its owner gets in again.' },
    RENEW: { description: 'Gives a new code to set a password with: for who forgot it.' },
    RESET_SECOND_FACTOR: { description: 'The same, and forgets the authenticator: for who lost it.' },
  },
});

@InputType({ description: 'A step for an account.' })
export class ChangeAccountInput {
  @Field(() => RegionCode, { description: 'Kemendagri code of the region.' })
  region!: string;

  @Field(() => Uuid, { description: KEY })
  key!: string;

  @Field(() => Uuid, { description: 'UUID of the account.' })
  accountId!: string;

  @Field(() => STEPS, { description: 'What is done with the account.' })
  step!: AccountStep;
}
