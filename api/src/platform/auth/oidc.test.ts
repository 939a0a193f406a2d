import { createSecretKey, randomBytes } from 'node:crypto';
import {
  startFalseProvider,
  startRealProvider,
  TEST_CLIENT,
  TestBrowser,
  type Falsehood,
  type TestProvider,
} from '../../testing/oidc-providers.js';
import { createOidc, OidcRefused, type Oidc, type OidcBegun, type OidcOptions } from './oidc.js';

const HOME = 'http://127.0.0.1:4000/auth/oidc';
const key = createSecretKey(randomBytes(32));
const now = { value: new Date() };
const troubles: string[] = [];

/** So long no answer takes that comes at all, however much else the machine has to do. */
const PATIENT = 60;

const createFor = (issuer: string, more: Partial<OidcOptions> = {}): Oidc =>
  createOidc({
    issuer,
    ...TEST_CLIENT,
    redirectUri: HOME,
    allowInsecure: true,
    key,
    clock: () => now.value,
    onTrouble: (what) => troubles.push(what),
    timeoutSeconds: PATIENT,
    ...more,
  });

const begun = async (oidc: Oidc): Promise<OidcBegun> => {
  const beginning = await oidc.begin();
  if (!beginning.ok) throw new Error(beginning.refusal.code);
  return beginning.value;
};
const codeOf = async (finishing: ReturnType<Oidc['finish']>) => {
  const finished = await finishing;
  return finished.ok ? 'OK' : finished.refusal.code;
};

beforeEach(() => {
  now.value = new Date();
  troubles.length = 0;
});

describe('a sign-in at a real provider', () => {
  let provider: TestProvider;
  let oidc: Oidc;
  beforeAll(async () => {
    provider = await startRealProvider(HOME);
    oidc = createFor(provider.issuer);
  });
  afterAll(() => provider.stop());

  const signIn = async (login = 'siti') => {
    const beginning = await begun(oidc);
    return { ...beginning, back: await new TestBrowser().signIn(beginning.url, HOME, login) };
  };

  it('tells who it is', async () => {
    const { back, sealedState } = await signIn();
    expect(await oidc.finish(back, sealedState)).toEqual({
      ok: true,
      value: {
        issuer: provider.issuer,
        subject: 'siti',
        email: 'siti@surabaya.go.id',
        emailVerified: true,
        preferredUsername: 'siti',
        secondFactor: false,
      },
    });
  });

  it('goes there with PKCE, and with nothing that a bystander could use', async () => {
    const { url, sealedState } = await begun(oidc);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: TEST_CLIENT.clientId,
      redirect_uri: HOME,
      response_type: 'code',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
    expect(sealedState).toMatch(/^[\w-]{100,1000}$/);
    expect(Buffer.from(sealedState, 'base64url').toString('latin1')).not.toContain(
      url.searchParams.get('state'),
    );
  });

  it('AC15 a sign-in at another provider comes back to where it began', async () => {
    const mine = await signIn();
    const theirs = await signIn('budi');
    // Somebody else's answer in my browser, a changed state, none, two, and what another key has sealed.
    expect(await codeOf(oidc.finish(theirs.back, mine.sealedState))).toBe('OIDC_FOREIGN_STATE');
    const bytes = Buffer.from(mine.sealedState, 'base64url');
    bytes[40]! ^= 1;
    expect(await codeOf(oidc.finish(mine.back, bytes.toString('base64url')))).toBe('OIDC_FOREIGN_STATE');
    expect(await codeOf(oidc.finish(mine.back, undefined))).toBe('OIDC_FOREIGN_STATE');
    expect(await codeOf(oidc.finish(mine.back, ''))).toBe('OIDC_FOREIGN_STATE');
    const twice = new URL(mine.back);
    twice.searchParams.append('state', 'x');
    expect(await codeOf(oidc.finish(twice, mine.sealedState))).toBe('OIDC_FOREIGN_STATE');
    const without = new URL(mine.back);
    without.searchParams.delete('state');
    expect(await codeOf(oidc.finish(without, mine.sealedState))).toBe('OIDC_FOREIGN_STATE');
    const other = createFor(provider.issuer, { key: createSecretKey(randomBytes(32)) });
    expect(await codeOf(other.finish(mine.back, mine.sealedState))).toBe('OIDC_FOREIGN_STATE');

    now.value = new Date(now.value.getTime() + 600_000);
    expect(await codeOf(oidc.finish(mine.back, mine.sealedState))).toBe('OIDC_EXPIRED');
    now.value = new Date(now.value.getTime() - 1);
    expect(await codeOf(oidc.finish(mine.back, mine.sealedState))).toBe('OK');
    // The same answer a second time.
    expect(await codeOf(oidc.finish(mine.back, mine.sealedState))).toBe('OIDC_REJECTED');
    expect(troubles).toEqual(['invalid_grant']);
  });

  it('with another nonce in its answer is rejected', async () => {
    const { url, sealedState } = await begun(oidc);
    url.searchParams.set('nonce', 'of-another-sign-in');
    const back = await new TestBrowser().signIn(url, HOME, 'siti');
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_REJECTED');
    expect(troubles).toEqual(['OAUTH_JWT_CLAIM_COMPARISON_FAILED']);
  });

  it('with the challenge of another is rejected by the provider', async () => {
    const { url, sealedState } = await begun(oidc);
    const other = await begun(oidc);
    url.searchParams.set('code_challenge', other.url.searchParams.get('code_challenge')!);
    const back = await new TestBrowser().signIn(url, HOME, 'siti');
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_REJECTED');
  });

  it('says that the answer comes from this provider, and one from another is rejected', async () => {
    const { back, sealedState } = await signIn();
    back.searchParams.set('iss', 'https://elsewhere.example');
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_REJECTED');
  });

  it('that the person breaks off is denied', async () => {
    const { url, sealedState } = await begun(oidc);
    const back = await new TestBrowser().breakOff(url, HOME);
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_DENIED');
  });

  it('with a wrong client secret is rejected', async () => {
    const wrong = createFor(provider.issuer, { clientSecret: 'another' });
    const { url, sealedState } = await begun(wrong);
    const back = await new TestBrowser().signIn(url, HOME, 'siti');
    expect(await codeOf(wrong.finish(back, sealedState))).toBe('OIDC_REJECTED');
    expect(troubles).toEqual(['WWWAuthenticateChallengeError']);
  });

  it('comes back by the query alone, whatever a proxy made of the address', async () => {
    const { back, sealedState } = await signIn();
    const seen = new URL(`http://pantau.internal:1234/elsewhere${back.search}`);
    expect(await codeOf(oidc.finish(seen, sealedState))).toBe('OK');
  });
});

describe('a provider that is away', () => {
  it('is no trouble until somebody wants to sign in there, and is asked again by the next', async () => {
    const first = await startRealProvider(HOME);
    const { issuer } = first;
    const oidc = createFor(issuer);
    const { url, sealedState } = await begun(oidc);
    const back = await new TestBrowser().signIn(url, HOME, 'siti');
    await first.stop();
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_UNREACHABLE');

    const fresh = createFor(issuer);
    expect(await fresh.begin()).toMatchObject({ ok: false, refusal: { code: 'OIDC_UNREACHABLE' } });
    expect(await codeOf(fresh.finish(back, sealedState))).toBe('OIDC_UNREACHABLE');
  });

  it('and comes back is used', async () => {
    let answers: Falsehood = { metadata: { issuer: 'http://127.0.0.1:1' } };
    const provider = await startFalseProvider(() => answers);
    try {
      const oidc = createFor(provider.issuer);
      expect(await oidc.begin()).toMatchObject({ ok: false, refusal: { code: 'OIDC_UNREACHABLE' } });
      answers = {};
      expect((await oidc.begin()).ok).toBe(true);
    } finally {
      await provider.stop();
    }
  });
});

describe('an answer of a false provider', () => {
  let falsehood: Falsehood = {};
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startFalseProvider(() => falsehood);
  });
  afterAll(() => provider.stop());

  const tried = async (told: Falsehood) => {
    falsehood = told;
    const oidc = createFor(provider.issuer, { timeoutSeconds: told.answers === 'never' ? 1 : PATIENT });
    const { url, sealedState } = await begun(oidc);
    const { url: back } = await new TestBrowser().go(url, HOME);
    return oidc.finish(back, sealedState);
  };
  const soon = () => Math.floor(Date.now() / 1000);

  it('is taken where everything is right', async () => {
    expect(await tried({})).toEqual({
      ok: true,
      value: {
        issuer: provider.issuer,
        subject: 'siti',
        email: null,
        emailVerified: false,
        preferredUsername: null,
        secondFactor: false,
      },
    });
  });

  it.each<[string, Falsehood]>([
    ['without signature', { signed: 'not' }],
    ['without signature that says RS256', { signed: 'not', header: { alg: 'RS256' } }],
    ['signed by another key', { signed: 'by another key' }],
    [
      'signed by another key that says where it is',
      { signed: 'by another key', header: { jku: 'http://127.0.0.1:1' } },
    ],
    ['of a key that is a path', { signed: 'by another key', header: { kid: '../../dev/null' } }],
    ['signed with the public key as a secret', { signed: 'with the public key as a secret' }],
    ['signed with the client secret', { signed: 'with the client secret' }],
    ['for another client', { claims: { aud: 'another' } }],
    ['for many clients', { claims: { aud: ['another', TEST_CLIENT.clientId] } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['that has expired', { claims: { exp: soon() - 3600 } }],
    ['that is not valid yet', { claims: { nbf: soon() + 3600 } }],
    ['without nonce', { claims: { nonce: undefined } }],
    ['with another nonce', { claims: { nonce: 'another' } }],
    ['without subject', { claims: { sub: undefined } }],
    ['whose subject is no text', { claims: { sub: 12 } }],
    ['whose subject has no end', { claims: { sub: 'x'.repeat(100_000) } }],
    ['without token', { answers: { status: 200, body: '{"access_token":"x","token_type":"Bearer"}' } }],
    ['that says no', { answers: { status: 400, body: '{"error":"invalid_grant"}' } }],
  ])('%s is rejected', async (_what, told) => {
    expect(await codeOf(tried(told))).toBe('OIDC_REJECTED');
    expect(troubles).toEqual([expect.stringMatching(/^[A-Za-z_]+$/)]);
  });

  it.each<[string, Falsehood]>([
    ['never comes', { answers: 'never' }],
    ['is an error page', { answers: { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>' } }],
    ['is a page', { answers: { status: 200, type: 'text/html', body: '<h1>Maintenance</h1>' } }],
    ['is an error of its own', { answers: { status: 503, body: '{"error":"temporarily_unavailable"}' } }],
  ])('that %s is a provider that is away', async (_what, told) => {
    expect(await codeOf(tried(told))).toBe('OIDC_UNREACHABLE');
  });

  it('tells of a second factor by amr or acr alone, and of names only what is a text', async () => {
    const of = async (claims: Record<string, unknown>) => {
      const finished = await tried({ claims });
      return finished.ok ? finished.value : finished.refusal.code;
    };
    expect(await of({ amr: ['pwd', 'mfa'] })).toMatchObject({ secondFactor: true });
    expect(await of({ acr: 'https://refeds.org/profile/mfa' })).toMatchObject({ secondFactor: true });
    for (const claims of [
      { amr: ['pwd'] },
      { amr: 'mfa' },
      { amr: [['mfa']] },
      { acr: 'mfa' },
      { acr: ['phr'] },
      { mfa: true },
    ]) {
      expect(await of(claims)).toMatchObject({ secondFactor: false });
    }
    expect(await of({ email: ['x'], email_verified: 1, preferred_username: 'x'.repeat(256) })).toMatchObject({
      email: null,
      emailVerified: false,
      preferredUsername: null,
    });
  });

  it.each(['access_denied', 'login_required'])('that is %s is a denial', async (error) => {
    falsehood = {};
    const oidc = createFor(provider.issuer);
    const { url, sealedState } = await begun(oidc);
    const back = new URL(HOME);
    back.search = new URLSearchParams({ error, state: url.searchParams.get('state')! }).toString();
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_DENIED');
    // An error that is not ours to hear says nothing.
    back.searchParams.set('state', 'x');
    expect(await codeOf(oidc.finish(back, sealedState))).toBe('OIDC_FOREIGN_STATE');
  });
});

it.each([
  ['http://sso.surabaya.go.id', true],
  ['http://127.0.0.1:9', false],
  ['http://127.0.0.1.nip.io', true],
  ['ftp://127.0.0.1', true],
  ['sso.surabaya.go.id', true],
])('the issuer %s is never used', (issuer, allowInsecure) => {
  expect(() => createFor(issuer, { allowInsecure })).toThrow(OidcRefused);
});
