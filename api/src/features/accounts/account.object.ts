import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ROLES, type Role } from '../../domain/access/role.js';
import { IdempotencyConflict, Refusal } from '../../platform/graphql/refusal.object.js';
import { Cursor, Instant } from '../../platform/graphql/scalars.js';
import type { AccountRow, AccountState } from './account.entity.js';
import type { RoleGrantRow } from './role-grant.entity.js';
import type { SessionRow } from './session.entity.js';

const ROLE_NAMES = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(ROLE_NAMES, {
  name: 'Role',
  description: 'What somebody is trusted with, in a unit and all below it or in the whole region.',
  valuesConfig: {
    EMPLOYEE: {
      description: 'Sees what counts about oneself. Everybody with an employee record; not granted.',
    },
    OBSERVER: { description: 'Logs what is seen of the work of people in the unit.' },
    FACILITATOR: { description: "Leads the citizens' forum of the unit." },
    LEADERSHIP: {
      description:
        "Looks at the unit's figures and its people's, and acts; for the whole region also signs policies. Needs a second factor.",
    },
    AUDITOR: { description: "Reads the audit trail; no person's score. Needs a second factor." },
    ADMINISTRATOR: {
      description:
        "Keeps accounts, devices, tokens, periods and the calendar; no person's score. Needs a second factor.",
    },
  },
});
/** The enum as fields name it. */
export const RoleEnum = ROLE_NAMES;

const ACCOUNT_STATES = {
  INVITED: 'INVITED',
  ACTIVE: 'ACTIVE',
  LOCKED: 'LOCKED',
} as const satisfies { [S in AccountState]: S };
registerEnumType(ACCOUNT_STATES, {
  name: 'AccountState',
  description: 'Whether somebody gets in.',
  valuesConfig: {
    INVITED: { description: 'A code was given out; its owner has not set a password yet.' },
    ACTIVE: { description: 'It is open: its owner signs in.' },
    LOCKED: { description: 'Nobody gets in until an administrator unlocks it.' },
  },
});

const ACTOR_KINDS = { PUBLIC: 'PUBLIC', PERSON: 'PERSON', DEVICE: 'DEVICE', SERVICE: 'SERVICE' } as const;
registerEnumType(ACTOR_KINDS, {
  name: 'ViewerKind',
  description: 'What kind of asker a request comes from.',
  valuesConfig: {
    PUBLIC: { description: 'Nobody has signed in.' },
    PERSON: { description: 'A person who has signed in.' },
    DEVICE: { description: 'A paired wall.' },
    SERVICE: { description: 'Another program with a token.' },
  },
});

@ObjectType({ description: 'A role that somebody has.' })
export class RoleGrant {
  @Field(() => ID, { description: 'UUID of the grant.' })
  id!: string;

  @Field(() => RoleEnum, { description: 'The role that is given.' })
  role!: Role;

  @Field(() => Instant, { description: 'When the role was given.' })
  grantedAt!: Date;

  regionCode!: string;
  unitId!: string | null;
}

export function toRoleGrant(row: RoleGrantRow): RoleGrant {
  return Object.assign(new RoleGrant(), {
    id: row.id,
    role: row.role,
    grantedAt: row.grantedAt,
    regionCode: row.regionCode,
    unitId: row.unitId ?? null,
  });
}

@ObjectType({ description: 'Somebody who may sign in.' })
export class Account {
  @Field(() => ID, { description: 'UUID of the account.' })
  id!: string;

  @Field(() => String, { description: 'The name with which the person signs in; never a NIP.' })
  login!: string;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => ACCOUNT_STATES, { description: 'Whether the person gets in.' })
  state!: AccountState;

  @Field(() => Boolean, { description: 'An invented person of the demo, whose password everybody knows.' })
  demo!: boolean;

  @Field(() => Boolean, { description: 'Whether a second factor is asked for.' })
  secondFactorOn!: boolean;

  @Field(() => Instant, { description: 'When it was made.' })
  createdAt!: Date;

  regionCode!: string;
  employeeId!: string | null;
}

export function toAccount(row: AccountRow): Account {
  return Object.assign(new Account(), {
    id: row.id,
    login: row.login,
    name: row.name,
    state: row.state,
    demo: row.demo,
    secondFactorOn: row.secondFactorOn,
    createdAt: row.createdAt,
    regionCode: row.regionCode,
    employeeId: row.employeeId ?? null,
  });
}

@ObjectType({ description: 'A sign-in of one’s own that lasts: a browser, a tablet, a program.' })
export class Session {
  @Field(() => ID, { description: 'UUID; not the token.' })
  id!: string;

  @Field(() => Instant, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => Instant, { description: 'When it was last used, to five minutes.' })
  lastSeenAt!: Date;

  @Field(() => Instant, { description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;
}

export function toSession(row: SessionRow, currentId: string | null): Session {
  const { id, createdAt, lastSeenAt, expiresAt } = row;
  return Object.assign(new Session(), { id, createdAt, lastSeenAt, expiresAt, current: id === currentId });
}

@ObjectType({ description: 'Who asks, and what that opens.' })
export class Viewer {
  @Field(() => ACTOR_KINDS, { description: 'What kind of visitor it is.' })
  kind!: keyof typeof ACTOR_KINDS;

  @Field(() => String, { nullable: true, description: 'The one region of the visitor; null for the public.' })
  region!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When the sign-in ends by itself; null where it does not.',
  })
  expiresAt!: Date | null;

  @Field(() => Boolean, {
    description: 'A second factor has to be set up (`beginSecondFactor`) before anything else is open.',
  })
  secondFactorDue!: boolean;

  @Field(() => [String], {
    description:
      'What the visitor is to some row at least: names of audiences of the policy table, such as SELF, APPRAISER, LEADERSHIP. A page shows what they open; the server decides all the same.',
  })
  is!: string[];

  accountId!: string | null;
  employeeId!: string | null;
}

@ObjectType({ description: 'Signed in. In a browser a cookie has been left.' })
export class SignedIn {
  @Field(() => Instant, { description: 'When the sign-in ends by itself.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'For `Authorization: Bearer …`, where `keep` was TOKEN; null where a cookie was left. Shown once: only a hash of it is kept.',
  })
  token!: string | null;

  @Field(() => Boolean, { description: 'A second factor has to be set up before anything else is open.' })
  secondFactorDue!: boolean;
}

@ObjectType({ description: 'Name and password are right; a code of the second factor is needed as well.' })
export class SecondFactorNeeded {
  @Field(() => Boolean, { description: 'Always true: send the same again with `code`.' })
  needed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'Nobody was let in. Codes: SIGN_IN_WRONG, SIGN_IN_TOO_OFTEN, SIGN_IN_BUSY, SIGN_IN_LOCKED, SECOND_FACTOR_WRONG (AC rules of ACCESS.md).',
})
export class SignInRefused extends Refusal {}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What came of signing in.',
  types: () => [SignedIn, SecondFactorNeeded, SignInRefused] as const,
});

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: CODE_INVALID, SIGN_IN_TOO_OFTEN, REGION_UNKNOWN, REGION_HAS_ADMINISTRATOR, NAME_MISSING, LOGIN_TAKEN, LOGIN_NAME_… ' +
    'and PASSWORD_… (AC rules of ACCESS.md), PASSWORD_NOT_YOURS, SECOND_FACTOR_WRONG, SECOND_FACTOR_IS_ON, SECOND_FACTOR_NOT_BEGUN, DEMO_ACCOUNT.',
})
export class CredentialRefused extends Refusal {}

@ObjectType({ description: 'The password is set: sign in with this login name.' })
export class PasswordSet {
  @Field(() => String, { description: 'The login name.' })
  login!: string;
}

export const PasswordResult = createUnionType({
  name: 'PasswordResult',
  description: 'What came of setting a password.',
  types: () => [PasswordSet, CredentialRefused] as const,
});

@ObjectType({ description: 'What an authenticator has to know. Shown once.' })
export class SecondFactorOffer {
  @Field(() => String, { description: 'An otpauth:// address, to be shown as a QR code.' })
  address!: string;

  @Field(() => String, { description: 'The same secret as letters, to be typed in.' })
  letters!: string;
}

export const SecondFactorOfferResult = createUnionType({
  name: 'SecondFactorOfferResult',
  description: 'What came of beginning a second factor.',
  types: () => [SecondFactorOffer, CredentialRefused] as const,
});

@ObjectType({ description: 'The second factor is on from now on.' })
export class SecondFactorOn {
  @Field(() => [String], {
    description: 'Codes that each let in once when the authenticator is lost. Shown once: print them.',
  })
  recoveryCodes!: string[];
}

export const SecondFactorResult = createUnionType({
  name: 'SecondFactorResult',
  description: 'What came of turning a second factor on.',
  types: () => [SecondFactorOn, CredentialRefused] as const,
});

@ObjectType({ description: 'Sessions have ended, on every device.' })
export class SignedOut {
  @Field(() => Int, { description: 'Number of sessions that were ended; 0 or more.' })
  sessions!: number;
}

@ObjectType({ description: 'The account is as it was asked for; live connections of it follow.' })
export class AccountRecorded {
  @Field(() => Account, { description: 'The account as it is now.' })
  account!: Account;

  @Field(() => String, {
    nullable: true,
    description:
      'The code with which its owner sets a password; good for 7 days, once. Null where none was made, and where this key had been recorded before: it is shown once.',
  })
  invitationCode!: string | null;

  @Field(() => Cursor, { description: 'Where the change stream stood then.' })
  cursor!: string;

  @Field(() => Boolean, { description: 'Whether this key had been recorded before.' })
  replayed!: boolean;
}

@ObjectType({
  implements: Refusal,
  description:
    'It was not done. Codes: LOGIN_NAME_…, NAME_MISSING, LOGIN_TAKEN, EMPLOYEE_UNKNOWN, EMPLOYEE_HAS_ACCOUNT, ACCOUNT_UNKNOWN, GRANT_UNKNOWN, ' +
    'UNIT_UNKNOWN, ROLE_IS_OF_REGION, ROLE_NEEDS_NO_GRANT, LAST_ADMINISTRATOR, DEMO_ACCOUNT.',
})
export class AccountRefused extends Refusal {}

export const AccountResult = createUnionType({
  name: 'AccountResult',
  description: 'What became of an account.',
  types: () => [AccountRecorded, AccountRefused, IdempotencyConflict] as const,
});

@ObjectType({ description: 'A demo account and its password: for trying out, never in production.' })
export class DemoAccount {
  @Field(() => String, { description: 'The login name to sign in with.' })
  login!: string;

  @Field(() => String, { description: 'The password that everybody knows.' })
  password!: string;

  @Field(() => String, { description: 'What it is for, in Indonesian.' })
  purpose!: string;

  @Field(() => String, { description: 'The same in English.' })
  purposeEn!: string;
}

@ObjectType({ description: 'How one gets in.' })
export class SignInOptions {
  @Field(() => Boolean, {
    description: 'Whether the organisation has a sign-on of its own: /auth/oidc leads there.',
  })
  signOn!: boolean;

  @Field(() => Boolean, {
    description:
      'Nobody administers any region yet: the code shown where the server was started opens /set-up.',
  })
  setUpDue!: boolean;

  @Field(() => [DemoAccount], { description: 'Accounts of the demo; none where there is no demo.' })
  demo!: DemoAccount[];
}
