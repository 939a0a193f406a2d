import { GraphQLError } from 'graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Outcome } from '../../domain/outcome.js';
import type { HasClock } from '../../platform/clock.js';
import type { Context } from '../../platform/graphql/context.js';
import { toRefusal } from '../../platform/graphql/refusal.object.js';
import { RegionCode, Uuid } from '../../platform/graphql/scalars.js';
import type { HasPolicies } from '../policies/policy.store.js';
import type { HasRegions } from '../regions/region.store.js';
import { heldRegion } from '../regions/held-region.js';
import { acceptInvitation } from './accept-invitation.js';
import { AcceptInvitationInput, ChangePasswordInput, SetUpInput, SignInInput } from './account.input.js';
import {
  CredentialRefused,
  PasswordResult,
  PasswordSet,
  SecondFactorNeeded,
  SecondFactorOffer,
  SecondFactorOfferResult,
  SecondFactorOn,
  SecondFactorResult,
  SignedIn,
  SignedOut,
  SignInOptions,
  SignInRefused,
  SignInResult,
} from './account.object.js';
import type { HasAccounts } from './account.store.js';
import { changePassword } from './change-password.js';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import { isSecondFactorDue } from './open-session.js';
import { ownAccount } from './own-account.js';
import { beginSecondFactor, confirmSecondFactor } from './second-factor.js';
import type { HasSessions } from './session.store.js';
import { setUp } from './set-up.js';
import { signIn } from './sign-in.js';
import { signOut } from './sign-out.js';
import type { HasTrail } from '../../platform/audit/trail-store.js';

type Ask = Context<HasRegions & HasPolicies & HasAccounts & HasSessions & HasTrail & HasClock>;

@Resolver()
export class SignInResolver {
  @Query(() => SignInOptions, { description: 'How one gets in; open to everybody.' })
  async signInOptions(
    @Arg('region', () => RegionCode, { nullable: true, description: 'The region, where there are several.' })
    named: string | null,
    @Ctx() context: Ask,
  ): Promise<SignInOptions> {
    const held = await context.read('').regions.page(null, 2);
    const only = named ?? (held.length === 1 ? held[0]!.regionCode : null);
    const hasDemo = only !== null && (await context.transact(only, (tx) => tx.accounts.hasDemo()));
    const setUpDue = await context.transact('', (tx) => tx.sessions.isSetUpDue(context.now()));
    return Object.assign(new SignInOptions(), {
      signOn: context.signOnRegion !== null,
      setUpDue,
      demo: hasDemo ? DEMO_ACCOUNTS : [],
    });
  }

  @Mutation(() => SignInResult, {
    description:
      'Lets somebody in by login name and password, and the code of a second factor where one is on. The same answer and the same time whether or not there is such an account. BAD_INPUT for a cookie over a websocket, which cannot leave one.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'What somebody typed.' }) input: SignInInput,
    @Ctx() context: Ask,
  ): Promise<typeof SignInResult> {
    if (input.keep === 'COOKIE' && !context.door.keepsCookies) {
      throw new GraphQLError('A websocket cannot leave a cookie: ask over HTTP, or for the token.', {
        extensions: { code: 'BAD_INPUT' },
      });
    }
    const region = await heldRegion(context, input.region ?? null);
    const { login, password, code = null } = input;
    const done = await signIn(context, region, { login, password, code });
    if (!done.ok) return toRefusal(SignInRefused, done.refusal);
    if (done.value === 'SECOND_FACTOR') return Object.assign(new SecondFactorNeeded(), { needed: true });
    const { token, expiresAt, account } = done.value;
    if (input.keep === 'COOKIE') context.door.leaveCookie('SESSION', token.text);
    return Object.assign(new SignedIn(), {
      expiresAt,
      token: input.keep === 'COOKIE' ? null : token.text,
      secondFactorDue: await context.transact(region, (tx) => isSecondFactorDue(tx, account)),
    });
  }

  @Mutation(() => SignedOut, { description: 'Ends this sign-in, or all of one’s own.' })
  async signOut(
    @Arg('everywhere', () => Boolean, { defaultValue: false, description: 'All of them, on every device.' })
    everywhere: boolean,
    @Ctx() context: Ask,
  ): Promise<SignedOut> {
    return { sessions: await signOut(context, everywhere ? 'ALL' : 'THIS') };
  }

  @Mutation(() => SignedOut, {
    description: 'Ends one other sign-in of one’s own, such as on a lost tablet.',
  })
  async endSession(
    @Arg('id', () => Uuid, { description: 'UUID of the session to end.' }) sessionId: string,
    @Ctx() context: Ask,
  ): Promise<SignedOut> {
    return { sessions: await signOut(context, { sessionId }) };
  }

  @Mutation(() => PasswordResult, {
    description:
      'Makes the first administrator of a region with the code that the server showed at its start.',
  })
  async setUp(
    @Arg('input', () => SetUpInput, { description: 'The administrator.' }) input: SetUpInput,
    @Ctx() context: Ask,
  ): Promise<typeof PasswordResult> {
    const { region: regionCode, ...rest } = input;
    const done = await setUp(context, { regionCode, ...rest });
    return passwordSet(done, input.login.trim().toLowerCase());
  }

  @Mutation(() => PasswordResult, {
    description: 'Sets a password by a code that an administrator gave out.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'Code and password.' })
    input: AcceptInvitationInput,
    @Ctx() context: Ask,
  ): Promise<typeof PasswordResult> {
    const region = await heldRegion(context, input.region ?? null);
    const done = await acceptInvitation(context, region, input);
    return passwordSet(done, done.ok ? done.value.login : '');
  }

  @Mutation(() => PasswordResult, {
    description: 'Sets another password of one’s own; other sign-ins end.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The present password and the new one.' })
    input: ChangePasswordInput,
    @Ctx() context: Ask,
  ): Promise<typeof PasswordResult> {
    const done = await changePassword(context, input);
    return passwordSet(done, done.ok ? (await ownAccount(context)).login : '');
  }

  @Mutation(() => SecondFactorOfferResult, {
    description:
      'Makes a secret for an authenticator (TOTP, RFC 6238); it counts once `confirmSecondFactor` took a code.',
  })
  async beginSecondFactor(@Ctx() context: Ask): Promise<typeof SecondFactorOfferResult> {
    const done = await beginSecondFactor(context);
    return done.ok
      ? Object.assign(new SecondFactorOffer(), done.value)
      : toRefusal(CredentialRefused, done.refusal);
  }

  @Mutation(() => SecondFactorResult, {
    description:
      'Turns the second factor on with a first code. Where it is on already, proves it for this sign-in (then without new recovery codes).',
  })
  async confirmSecondFactor(
    @Arg('code', () => String, { description: 'Six digits of the authenticator.' }) code: string,
    @Ctx() context: Ask,
  ): Promise<typeof SecondFactorResult> {
    const done = await confirmSecondFactor(context, code);
    return done.ok
      ? Object.assign(new SecondFactorOn(), done.value)
      : toRefusal(CredentialRefused, done.refusal);
  }
}

function passwordSet(done: Outcome<unknown, string>, login: string): typeof PasswordResult {
  return done.ok ? Object.assign(new PasswordSet(), { login }) : toRefusal(CredentialRefused, done.refusal);
}
