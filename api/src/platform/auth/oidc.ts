import type { KeyObject } from 'node:crypto';
import * as client from 'openid-client';
import { OIDC_REFUSALS, type OidcRefusalCode } from '../../domain/access/oidc-refusals.js';
import { ok, refused, type Outcome, type Refused } from '../../domain/outcome.js';
import type { Clock } from '../clock.js';
import { open, seal } from './secret.js';

/** Another provider at which people may sign in, such as the single sign-on of a government. */
export interface OidcOptions {
  /** Its address, exactly as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where it sends people back to: an address of ours that was told to it beforehand. */
  readonly redirectUri: string;
  /** Takes an issuer without https too, on this machine only: for trying things out. */
  readonly allowInsecure: boolean;
  /** The key of the purpose 'oidc', which seals what the browser keeps meanwhile. */
  readonly key: KeyObject;
  readonly clock: Clock;
  /** Hears of what is refused because of the provider: a code or a kind of error, never a token or a claim. */
  readonly onTrouble?: (what: string) => void;
  /** How long an answer of the provider may take. */
  readonly timeoutSeconds?: number;
}

/** The beginning of a sign-in. */
export interface OidcBegun {
  /** Where to send the browser. */
  readonly url: URL;
  /** What the browser keeps until its return, in the OIDC cookie; it is good for ten minutes. */
  readonly sealedState: string;
}

/** Whom the provider says that it is. Only issuer and subject together name a person for ever. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Null where the provider does not tell it. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly preferredUsername: string | null;
  /** Whether the provider says that a second factor was used. */
  readonly secondFactor: boolean;
}

export interface Oidc {
  begin(): Promise<Outcome<OidcBegun, 'OIDC_UNREACHABLE'>>;
  /** `currentUrl` is the address with which the browser came back; of it only the query is taken. */
  finish(currentUrl: URL, sealedState: string | undefined): Promise<Outcome<OidcIdentity, OidcRefusalCode>>;
}

/** An issuer that cannot be used. */
export class OidcRefused extends Error {}

const STATE_SECONDS = 600;
const TIMEOUT_SECONDS = 5;
const LONGEST_CLAIM = 255;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What says "more than one factor" in `acr`: OpenID PAPE, REFEDS, and the levels of OpenID EAP. */
const ACR_OF_MORE_FACTORS: ReadonlySet<string> = new Set([
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
  'phr',
  'phrh',
]);

/** Answers with which the provider says no, on behalf of the person or by itself (OpenID Connect Core §3.1.2.6). */
const DENIALS: ReadonlySet<string> = new Set([
  'access_denied',
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
]);

/** Errors of the client library that say that the provider is away or ill, and nothing about the answer. */
const AWAY: ReadonlySet<string | undefined> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What is kept in the browser between beginning and return. */
interface State {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Milliseconds since 1970. */
  readonly ends: number;
}

/**
 * Signing in at another provider: authorisation code with PKCE, state and nonce (OpenID Connect Core, RFC 9700). The
 * provider is asked who it is only when somebody wants to sign in there, and asked again after it did not answer: a
 * dead provider never keeps this server from starting.
 * @throws OidcRefused where the issuer's address is not safe
 */
export function createOidc(options: OidcOptions): Oidc {
  const issuer = issuerOf(options);
  const { clock, key, clientId, redirectUri } = options;
  const place = [options.issuer, clientId];
  const discover = once(() => discovered(issuer, options));
  const refuse = <C extends OidcRefusalCode>(code: C, error?: unknown): Refused<C> => {
    if (error !== undefined) options.onTrouble?.(kindOf(error));
    return refused(code, OIDC_REFUSALS[code]);
  };

  return {
    async begin() {
      let provider: client.Configuration;
      try {
        provider = await discover();
      } catch (error) {
        return refuse('OIDC_UNREACHABLE', error);
      }
      const state: State = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        ends: clock().getTime() + STATE_SECONDS * 1000,
      };
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: state.state,
        nonce: state.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(state.verifier),
        code_challenge_method: 'S256',
      });
      const sealed = seal(key, Buffer.from(JSON.stringify(state)), place);
      return ok({ url, sealedState: sealed.toString('base64url') });
    },

    async finish(currentUrl, sealedState) {
      const opened =
        sealedState === undefined ? null : open(key, Buffer.from(sealedState, 'base64url'), place);
      if (opened === null) return refuse('OIDC_FOREIGN_STATE');
      const state = JSON.parse(opened.toString()) as State;
      const told = currentUrl.searchParams.getAll('state');
      if (told.length !== 1 || told[0] !== state.state) return refuse('OIDC_FOREIGN_STATE');
      if (clock().getTime() >= state.ends) return refuse('OIDC_EXPIRED');

      // What stands before the query is ours to say: behind a proxy it may look otherwise.
      const returned = new URL(redirectUri);
      returned.search = currentUrl.search;
      let provider: client.Configuration;
      try {
        provider = await discover();
      } catch (error) {
        return refuse('OIDC_UNREACHABLE', error);
      }
      try {
        return ok(await identify(provider, returned, state));
      } catch (error) {
        return refuse(refusalOf(error), error);
      }
    },
  };
}

async function identify(provider: client.Configuration, returned: URL, state: State): Promise<OidcIdentity> {
  const tokens = await client.authorizationCodeGrant(provider, returned, {
    expectedState: state.state,
    expectedNonce: state.nonce,
    pkceCodeVerifier: state.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims()!;
  const subject = textOf(claims.sub);
  if (subject === null) throw new client.ClientError('a subject of more than 255 characters');
  // Many tell names only there. It is held against the subject of the token.
  const asked = claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined;
  const info = asked ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : {};
  const all: Readonly<Record<string, unknown>> = { ...info, ...claims };
  return {
    issuer: claims.iss,
    subject,
    email: textOf(all['email']),
    // Some say it as a text.
    emailVerified: all['email_verified'] === true || all['email_verified'] === 'true',
    preferredUsername: textOf(all['preferred_username']),
    // By the signed token alone.
    secondFactor: saysMoreFactors(claims),
  };
}

function saysMoreFactors({ amr, acr }: Readonly<Record<string, unknown>>): boolean {
  // `mfa` is the one value of RFC 8176 that says it; of the others two may be one factor.
  if (Array.isArray(amr) && amr.includes('mfa')) return true;
  return typeof acr === 'string' && ACR_OF_MORE_FACTORS.has(acr);
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' && claim.length <= LONGEST_CLAIM ? claim : null;
}

function issuerOf({ issuer, allowInsecure }: OidcOptions): URL {
  if (!URL.canParse(issuer)) throw new OidcRefused('the issuer is not an address');
  const url = new URL(issuer);
  const onThisMachine = url.protocol === 'http:' && allowInsecure && LOOPBACK.test(url.hostname);
  if (url.protocol !== 'https:' && !onThisMachine)
    throw new OidcRefused('the issuer must begin with https://');
  return url;
}

async function discovered(issuer: URL, options: OidcOptions): Promise<client.Configuration> {
  const insecure = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  return client.discovery(issuer, options.clientId, undefined, secretOf(options.clientSecret), {
    // Signatures are verified always, not only where the token did not come over TLS.
    execute: [...insecure, client.enableNonRepudiationChecks],
    timeout: options.timeoutSeconds ?? TIMEOUT_SECONDS,
  });
}

/** In the way that the provider takes; the header where it takes both or does not say (OpenID Connect Core §9). */
function secretOf(clientSecret: string): client.ClientAuth {
  const [inHeader, inBody] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (ways.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest);
  };
}

/** One question for all who ask at the same time; what failed is asked again by the next. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

function refusalOf(error: unknown): OidcRefusalCode {
  if (error instanceof client.AuthorizationResponseError) {
    if (DENIALS.has(error.error)) return 'OIDC_DENIED';
    const ill = error.error === 'server_error' || error.error === 'temporarily_unavailable';
    return ill ? 'OIDC_UNREACHABLE' : 'OIDC_REJECTED';
  }
  if (error instanceof client.ResponseBodyError) {
    return error.status >= 500 ? 'OIDC_UNREACHABLE' : 'OIDC_REJECTED';
  }
  if (isNobodyThere(error)) return 'OIDC_UNREACHABLE';
  if (error instanceof client.ClientError && AWAY.has(error.code)) return 'OIDC_UNREACHABLE';
  return 'OIDC_REJECTED';
}

/** How fetch says so, by itself or as the cause of what the library throws. */
function isNobodyThere(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('message' in error)) return false;
  return error.message === 'fetch failed' || ('cause' in error && isNobodyThere(error.cause));
}

/** What may be logged: codes of the protocol and kinds of errors. Messages may hold parts of answers. */
function kindOf(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    return /^[a-z_]{1,64}$/.test(error.error) ? error.error : error.name;
  }
  if (error instanceof client.ClientError) return error.code ?? error.name;
  return error instanceof Error ? error.name : 'unknown';
}
