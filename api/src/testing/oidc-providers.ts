import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A provider on a port of this machine. */
export interface TestProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

export const TEST_CLIENT = { clientId: 'pantau', clientSecret: 'a secret: of the tests/alone%' } as const;

/** A real provider with people, passwords (any) and a page that asks for consent. */
export async function startRealProvider(redirectUri: string): Promise<TestProvider> {
  const speak = hush();
  const provider = await listen((issuer) =>
    new Provider(issuer, {
      clients: [
        {
          client_id: TEST_CLIENT.clientId,
          client_secret: TEST_CLIENT.clientSecret,
          redirect_uris: [redirectUri],
        },
      ],
      claims: {
        openid: ['sub'],
        email: ['email', 'email_verified'],
        profile: ['preferred_username', 'name'],
      },
      cookies: { keys: ['of the tests alone'] },
      pkce: { required: () => true },
      findAccount: (_context: unknown, id: string) => ({
        accountId: id,
        claims: () => ({
          sub: id,
          email: `${id}@surabaya.go.id`,
          email_verified: true,
          preferred_username: id,
          name: 'Siti Aminah',
        }),
      }),
    }).callback(),
  );
  return { ...provider, stop: () => provider.stop().finally(speak) };
}

/** The package says at length that it is set up for trying things out, which is what it is here. */
function hush(): () => void {
  const { info, warn } = console;
  const unless =
    (say: (...what: unknown[]) => void) =>
    (...what: unknown[]): void => {
      if (!String(what[0]).includes('oidc-provider ')) say(...what);
    };
  console.info = unless(info);
  console.warn = unless(warn);
  return () => Object.assign(console, { info, warn });
}

/** What a false provider puts into its answers. */
export interface Falsehood {
  /** Claims of the token, over those that would be right. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** How the token is signed. */
  readonly signed?:
    'rightly' | 'not' | 'by another key' | 'with the public key as a secret' | 'with the client secret';
  /** What it answers in place of a token. */
  readonly answers?: { status: number; type?: string; body: string } | 'never';
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A provider that answers as a test tells it to, at once and without any page. */
export async function startFalseProvider(falsehood: () => Falsehood): Promise<TestProvider> {
  const mine = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const anothers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = createPublicKey(mine.privateKey).export({ type: 'spki', format: 'pem' });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  return listen((issuer) => {
    let nonce: string | null = null;
    const token = ({ claims, header, signed = 'rightly' }: Falsehood): string => {
      const alg = { rightly: 'RS256', 'by another key': 'RS256', not: 'none' }[signed as string] ?? 'HS256';
      const now = Math.floor(Date.now() / 1000);
      const right = { iss: issuer, sub: 'siti', aud: TEST_CLIENT.clientId, iat: now, exp: now + 300, nonce };
      const text = `${part({ alg, kid: 'one', ...header })}.${part({ ...right, ...claims })}`;
      const bytes = Buffer.from(text);
      const secret = signed === 'with the client secret' ? TEST_CLIENT.clientSecret : pem;
      if (signed === 'not') return `${text}.`;
      const signature =
        alg === 'HS256'
          ? createHmac('sha256', secret).update(bytes).digest()
          : sign('sha256', bytes, (signed === 'rightly' ? mine : anothers).privateKey);
      return `${text}.${signature.toString('base64url')}`;
    };
    return (request, response) => {
      const told = falsehood();
      const { pathname, searchParams } = new URL(request.url!, issuer);
      const json = (body: object) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      if (pathname === '/.well-known/openid-configuration') {
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          // It claims to take everything, as one in other hands would.
          id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
          ...told.metadata,
        });
      }
      if (pathname === '/keys') {
        return json({
          keys: [{ ...mine.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        });
      }
      if (pathname === '/authorize') {
        nonce = searchParams.get('nonce');
        const back = new URL(searchParams.get('redirect_uri')!);
        back.search = new URLSearchParams({
          code: randomUUID(),
          state: searchParams.get('state')!,
        }).toString();
        return response.writeHead(302, { location: back.href }).end();
      }
      if (told.answers === 'never') return undefined;
      if (told.answers !== undefined) {
        const { status, type = 'application/json', body } = told.answers;
        return response.writeHead(status, { 'content-type': type }).end(body);
      }
      return json({ access_token: 'x', token_type: 'Bearer', id_token: token(told) });
    };
  });
}

async function listen(listenerOf: (issuer: string) => RequestListener): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', listenerOf(issuer));
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser without a screen: follows what it is told to, keeps cookies by their path, fills in forms. */
export class TestBrowser {
  readonly #cookies = new Map<string, { path: string; value: string }>();

  /** Goes to an address and on, until a page is shown or the way leads to `home`. */
  async go(url: URL, home: string, form?: Record<string, string>): Promise<{ url: URL; page: string }> {
    let [at, body] = [url, form];
    for (let step = 0; step < 20; step += 1) {
      if (at.href.startsWith(home)) return { url: at, page: '' };
      const response = await fetch(at, {
        redirect: 'manual',
        headers: { cookie: this.cookiesFor(at.pathname) },
        ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }),
      });
      this.#keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      const page = await response.text();
      if (location === null) return { url: at, page };
      [at, body] = [new URL(location, at), undefined];
    }
    throw new Error('the way leads nowhere');
  }

  #keep(headers: readonly string[]): void {
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      const path = /; path=([^;]+)/i.exec(header)?.[1] ?? '/';
      if (/expires=Thu, 01 Jan 1970/i.test(header) || value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, { path, value });
    }
  }

  /** What it would send to a path, as a Cookie header. */
  cookiesFor(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  /** Signs in on the pages of the real provider and agrees, and gives the address that leads back. */
  async signIn(url: URL, home: string, login: string): Promise<URL> {
    let shown = await this.go(url, home);
    for (let page = 0; page < 3 && shown.page !== ''; page += 1) {
      const action = /action="([^"]+)"/.exec(shown.page)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(shown.page)?.[1];
      if (action === undefined || prompt === undefined)
        throw new Error(`no form: ${shown.page.slice(0, 500)}`);
      shown = await this.go(new URL(action, shown.url), home, { prompt, login, password: 'any' });
    }
    return shown.url;
  }

  /** Breaks the sign-in off where the real provider asks for the password. */
  async breakOff(url: URL, home: string): Promise<URL> {
    const shown = await this.go(url, home);
    const away = /href="([^"]+\/abort)"/.exec(shown.page)?.[1];
    if (away === undefined) throw new Error(`no way out: ${shown.page.slice(0, 500)}`);
    return (await this.go(new URL(away, shown.url), home)).url;
  }
}
