import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { freePort } from '../testing/free-port.js';
import { startRealProvider, TEST_CLIENT, TestBrowser, type TestProvider } from '../testing/oidc-providers.js';
import { signIn } from '../testing/sign-in.js';
import { openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';

describe('an organisation’s own sign-on', () => {
  let database: TestDatabase;
  let provider: TestProvider;
  let pantau: RunningPantau;

  beforeAll(async () => {
    database = await createTestDatabase();
    const port = await freePort();
    provider = await startRealProvider(`http://127.0.0.1:${port}/auth/oidc/callback`);
    const oidc = { issuer: provider.issuer, ...TEST_CLIENT, regionCode: REGION };
    pantau = await startPantau({ databaseUrl: database.url, port, oidc });
    await openSmallOffice(pantau);
  });
  afterAll(async () => {
    await pantau?.close();
    await provider?.stop();
    await database?.drop();
  });

  /** An account with this login name, and what a browser gets that signs on there. */
  async function signOn(login: string): Promise<{ at: string; viewer: Record<string, unknown> }> {
    const browser = new TestBrowser();
    const callback = `${pantau.address}/auth/oidc/callback`;
    const start = new URL(`${pantau.address}/auth/oidc/start`);
    const back = await browser.signIn(start, callback, login);
    const { url } = await browser.go(back, 'nowhere');
    const response = await fetch(`${pantau.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: browser.cookiesFor('/graphql') },
      body: JSON.stringify({ query: '{ viewer { kind secondFactorDue account { login state } } }' }),
    });
    const { data } = (await response.json()) as { data: { viewer: Record<string, unknown> } };
    return { at: `${url.pathname}${url.search}`, viewer: data.viewer };
  }

  const account = async (login: string, roles: Parameters<typeof signIn>[2] = {}) => {
    const { accountId } = await signIn(pantau, REGION, roles);
    await database.client.query(`update account set login = $2, state = 'INVITED' where id = $1`, [
      accountId,
      login,
    ]);
    return accountId;
  };

  it('lets in whoever has an account, and links it to the person there', async () => {
    await account('siti');
    expect(await signOn('siti')).toMatchObject({
      at: '/',
      viewer: { kind: 'PERSON', account: { login: 'siti', state: 'ACTIVE' } },
    });
    // The link is to the person, not to the name.
    await database.client.query(`update account set login = 'siti.lama' where login = 'siti'`);
    expect((await signOn('siti')).viewer).toMatchObject({ account: { login: 'siti.lama' } });
  });

  it('knows an account by an e-mail address that the sign-on has checked', async () => {
    await account('wati@surabaya.go.id');
    expect((await signOn('wati')).viewer).toMatchObject({ account: { login: 'wati@surabaya.go.id' } });
  });

  it('gives nobody an account, and takes none that is linked to another or locked', async () => {
    const nobody = { at: '/sign-in?trouble=SIGN_ON_UNKNOWN', viewer: { kind: 'PUBLIC' } };
    expect(await signOn('tamu')).toMatchObject(nobody);
    const linked = await account('rudi');
    await database.client.query(
      `update account set oidc_issuer = 'https://sso.example', oidc_subject = 'other' where id = $1`,
      [linked],
    );
    expect(await signOn('rudi')).toMatchObject(nobody);
    const locked = await account('dian');
    await database.client.query(`update account set state = 'LOCKED' where id = $1`, [locked]);
    expect(await signOn('dian')).toMatchObject(nobody);
  });

  it('asks for a second factor here where roles need one and the sign-on asked for none', async () => {
    await account('kepala', { roles: [{ role: 'LEADERSHIP' }] });
    expect((await signOn('kepala')).viewer).toMatchObject({ secondFactorDue: true });
  });

  it('leads back to the sign-in page where the way was not begun here', async () => {
    const response = await fetch(`${pantau.address}/auth/oidc/callback?code=x&state=y`, {
      redirect: 'manual',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sign-in?trouble=OIDC_FOREIGN_STATE');
  });
});
