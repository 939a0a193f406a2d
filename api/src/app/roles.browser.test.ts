import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { Role } from '../domain/access/role.js';
import { hashPassword } from '../platform/auth/password-hash.js';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { NIPS, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';
import { openStores } from './stores.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PASSWORD = 'empat kuda lari pagi';
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TELEVISION = { width: 1920, height: 1080 };
/** A wall that is shut out must say so within this, ms. */
const SHUT_OUT_WITHIN = 5_000;

/** The strictest policy that the pages must live under: nothing inline, nothing from elsewhere, no string becomes code. */

/** Each page that wants somebody signed in, with the words that it begins with. */
const PAGES = {
  '/me': /Data saya|Sari Wulandari/,
  '/account': /Nama masuk/,
  '/accounts': /Undang seseorang/,
  '/devices': /Pasangkan dinding/,
  '/imports': /Pilih berkas/,
  '/services': /Buat token/,
  '/exports': /Predikat yang sudah dikonfirmasi/,
  '/webhooks': /Tambah penerima/,
  '/corrections': /Permintaan koreksi.*Yang belum dijawab saja/s,
  '/complaints': /Yang paling lama menunggu/,
  '/feedback': /Yang dirasakan warga/,
  '/forum': /Buka pertemuannya sekali/,
  '/promises': /Janji unit/,
  '/forum/plan': /Acara yang direncanakan muncul/,
  '/audit': /Jejak audit/,
} as const;
type Path = keyof typeof PAGES;

interface World {
  readonly login: string;
  readonly name: string;
  readonly nip?: string;
  readonly roles: readonly Role[];
  /** What the menu holds, in its order. */
  readonly menu: readonly string[];
  /** The pages of their own, besides the account. */
  readonly opens: readonly Path[];
}

const WORLDS: readonly World[] = [
  {
    login: 'sari',
    name: 'Sari Wulandari',
    nip: NIPS.sari,
    roles: [],
    menu: ['Data saya', 'Papan pantau'],
    opens: ['/me'],
  },
  {
    login: 'pengamat',
    name: 'Pengamat',
    roles: ['OBSERVER'],
    menu: ['Papan pantau'],
    opens: ['/me'],
  },
  {
    login: 'fasilitator',
    name: 'Fasilitator',
    roles: ['FACILITATOR'],
    menu: ['Papan pantau', 'Forum', 'Janji', 'Aduan', 'Penilaian warga'],
    opens: ['/me', '/promises', '/complaints', '/feedback', '/forum', '/forum/plan'],
  },
  {
    login: 'pimpinan',
    name: 'Pimpinan',
    roles: ['LEADERSHIP'],
    menu: ['Papan pantau', 'Janji', 'Rencana forum', 'Aduan', 'Penilaian warga', 'Aturan', 'Serah terima'],
    opens: ['/me', '/promises', '/complaints', '/feedback', '/forum/plan', '/exports'],
  },
  {
    login: 'auditor',
    name: 'Auditor',
    roles: ['AUDITOR'],
    menu: ['Papan pantau', 'Jejak audit'],
    opens: ['/me', '/audit'],
  },
  {
    login: 'admin',
    name: 'Administrator',
    roles: ['ADMINISTRATOR'],
    menu: ['Papan pantau', 'Akun', 'Impor', 'Layar', 'Token', 'Webhook', 'Serah terima', 'Koreksi'],
    opens: ['/me', '/accounts', '/imports', '/devices', '/services', '/webhooks', '/exports', '/corrections'],
  },
];

describeWith('chromium')('who sees what in a browser', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  const accounts: Record<string, string> = {};
  let trouble: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const webRoot = join(repositoryRoot, 'web', 'dist');
    pantau = await startPantau({ databaseUrl: database.url, webRoot });
    await openSmallOffice(pantau);
    const passwordHash = await hashPassword(PASSWORD);
    const { rows } = await database.client.query<{ id: string; nip: string }>('select id, nip from employee');
    // The two of the demo's kind do without a second factor; `nora` is real.
    const people = [
      ...WORLDS.map((world) => ({ ...world, demo: true })),
      {
        login: 'nora',
        name: 'Nora Hasibuan',
        nip: undefined,
        roles: ['ADMINISTRATOR'] as const,
        demo: false,
      },
    ];
    await pantau.orm.em.fork().transactional(async (em) => {
      const stores = openStores(em, REGION, new Date());
      for (const { login, name, nip, roles, demo } of people) {
        const id = (accounts[login] = uuidv7());
        await stores.accounts.add({
          regionCode: REGION,
          id,
          login,
          name,
          employeeId: rows.find((row) => row.nip === nip)?.id ?? null,
          state: 'ACTIVE',
          demo,
          passwordHash,
          secondFactor: null,
          secondFactorOn: false,
          secondFactorStep: null,
          oidcIssuer: null,
          oidcSubject: null,
          createdAt: new Date(),
          createdBy: 'test',
        });
        for (const role of roles) {
          await stores.accounts.grant({
            id: uuidv7(),
            accountId: id,
            role,
            unitId: null,
            at: new Date(),
            by: 'test',
          });
        }
      }
      await stores.sessions.rightsMoved();
    });
    browser = await chromium.launch({
      executablePath: process.env['PANTAU_CHROMIUM'] ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await pantau?.close();
    await database?.drop();
  });
  beforeEach(() => {
    trouble = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(trouble).toEqual([]);
  });

  /** A browser of somebody's own; what a page does against the policy that the server sends is trouble. */
  async function browserOf(viewport = DESK): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.exposeFunction('violated', (what: string) => trouble.push(`policy: ${what}`));
    await context.addInitScript(`
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void window.violated(violatedDirective + ' ' + blockedURI + ' at ' + location.pathname);
      });
    `);
    context.on('weberror', (error) => trouble.push(String(error.error())));
    return context;
  }
  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(pantau.address + path);
    return page;
  }
  const form = (page: Page) => page.locator('.sign-in form');
  async function type(page: Page, login: string, password = PASSWORD): Promise<void> {
    await form(page).getByLabel('Nama masuk').fill(login);
    await form(page).getByLabel('Kata sandi', { exact: true }).fill(password);
    await form(page).getByRole('button', { name: 'Masuk', exact: true }).click();
  }
  async function leave(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    await page.waitForURL(`${pantau.address}/`);
  }
  const menu = (page: Page) => page.locator('.site nav[aria-label] li').allTextContents();
  async function shot(page: Page, name: string): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }

  it.each(Object.keys(PAGES) as Path[])(
    'shows how to sign in at %s while nobody is signed in, and nothing else',
    async (path) => {
      const page = await open(await browserOf(), path);
      await form(page).waitFor();
      expect(await menu(page)).toEqual([]);
      expect(await page.locator('main').textContent()).not.toMatch(PAGES[path === '/account' ? '/me' : path]);
    },
  );

  it('has pages that are open to everybody', async () => {
    const context = await browserOf();
    for (const [path, words] of [
      ['/', 'Pantau dibuat untuk mendampingi'],
      ['/set-up', 'Administrator pertama'],
      ['/keluhan', 'Sampaikan di sini, tanpa akun'],
      ['/janji', 'Setiap janji kantor di forum warga'],
      ['/invitation', 'Administrator memberi Anda sebuah kode'],
    ] as const) {
      const page = await open(context, path);
      await page.getByText(words).first().waitFor();
      expect(await page.locator('.sign-in').count()).toBe(0);
    }
  });

  it.each(WORLDS)(
    '$login signs in by name and password, sees exactly their own world, and leaves',
    async (world) => {
      const context = await browserOf();
      const page = await open(context, '/account');
      await type(page, world.login);
      await page.getByRole('heading', { name: world.name, level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/account');
      expect(await menu(page)).toEqual(world.menu);

      for (const path of (Object.keys(PAGES) as Path[]).filter((one) => one !== '/account')) {
        await page.goto(pantau.address + path);
        const closed = page.locator('[data-kind=NOT_OPEN]');
        const opened = page.locator('main', { hasText: PAGES[path] });
        await closed.or(opened).first().waitFor();
        expect([path, await closed.count()]).toEqual([path, world.opens.includes(path) ? 0 : 1]);
      }
      await page.goto(`${pantau.address}/wall`);
      await page.locator('.wall[data-freshness=LIVE]').waitFor();
      await page.goto(`${pantau.address}/policies?region=${REGION}`);
      await page.locator('.policy-list').waitFor();
      expect((await page.getByRole('link', { name: /^Ubah salinan/ }).count()) > 0).toBe(
        world.roles.includes('LEADERSHIP'),
      );

      await leave(page);
      await page.goto(`${pantau.address}/account`);
      await form(page).waitFor();
      expect(await menu(page)).toEqual([]);
    },
    90_000,
  );

  it('says kindly what is wrong, ties it to nobody, and keeps what was typed', async () => {
    const page = await open(await browserOf(PHONE), '/sign-in');
    await type(page, 'sari', 'bukan kata sandinya');
    const told = page.locator('.told[role=alert]');
    await told.waitFor();
    const forSari = await told.textContent();
    await eventually(async () => expect(await form(page).getByLabel('Nama masuk').inputValue()).toBe('sari'));
    await type(page, 'tidak.ada', 'bukan kata sandinya');
    await page.waitForTimeout(1_000);
    await eventually(async () => expect(await told.textContent()).toBe(forSari));
    await shot(page, 'sign-in-refused');
  });

  it('keeps what was written where a session ends in the middle of it, and nothing of it for somebody else', async () => {
    const context = await browserOf();
    const page = await open(context, '/me');
    await type(page, 'sari');
    const text = page.getByLabel('Apa yang keliru');
    await text.fill('Gelar saya tertulis S.Sos, seharusnya S.AP.');
    const endAll = () =>
      database.client.query('update session set ended_at = now() where account_id = $1', [accounts['sari']]);
    /** The page may find out by itself before anything is sent. */
    const sendOrBeTold = async () => {
      const told = page.getByText('Sesi Anda telah berakhir').first();
      const sent = page.getByRole('button', { name: 'Kirim permintaan' }).click({ timeout: 3_000 });
      await Promise.race([
        sent.then(
          () => told.waitFor(),
          () => told.waitFor(),
        ),
        told.waitFor(),
      ]);
      await sent.catch(() => undefined);
    };
    await page.getByLabel('Yang keliru', { exact: true }).selectOption('NAME');
    await endAll();
    await sendOrBeTold();
    await text.waitFor({ state: 'hidden' });
    await type(page, 'sari');
    await text.waitFor();
    await eventually(async () =>
      expect(await text.inputValue()).toBe('Gelar saya tertulis S.Sos, seharusnya S.AP.'),
    );
    await page.getByRole('button', { name: 'Kirim permintaan' }).click();
    await page.locator('.card', { hasText: 'seharusnya S.AP.' }).waitFor();

    await text.fill('Ini hanya milik saya, jangan ditunjukkan.');
    await page.getByLabel('Yang keliru', { exact: true }).selectOption('NAME');
    await endAll();
    await sendOrBeTold();
    await type(page, 'pengamat');
    await page.getByText('tidak terhubung dengan data pegawai').waitFor();
    expect(await page.content()).not.toContain('hanya milik saya');
  }, 60_000);

  it('opens nothing to an administrator before the second factor is set up, then asks for it each time', async () => {
    const context = await browserOf();
    const page = await open(context, '/accounts');
    await type(page, 'nora');
    await page.getByRole('heading', { name: 'Faktor kedua' }).waitFor();
    expect(await menu(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mulai' }).click();
    const letters = (await page.locator('.secret').textContent())!.replaceAll(' ', '');
    await page.locator('svg.qr').waitFor();
    await shot(page, 'second-factor');
    const totp = new TOTP({ secret: Secret.fromBase32(letters) });
    await page.getByLabel('Kode 6 angka').fill('000000');
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    await page.locator('.told', { hasText: 'Kode tidak cocok' }).waitFor();
    await page.getByLabel('Kode 6 angka').fill(totp.generate());
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    await page.getByRole('heading', { name: 'Simpan kode pemulihan ini' }).waitFor();
    const codes = await page.locator('.once code').allTextContents();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    expect(await page.getByRole('button', { name: 'Lanjutkan' }).isDisabled()).toBe(true);
    await page.getByLabel('Saya sudah menyimpannya').check();
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.getByRole('button', { name: 'Undang seseorang' }).waitFor();
    expect(await menu(page)).toEqual([
      'Papan pantau',
      'Akun',
      'Impor',
      'Layar',
      'Token',
      'Webhook',
      'Serah terima',
      'Koreksi',
    ]);

    await leave(page);
    await page.goto(`${pantau.address}/accounts`);
    await type(page, 'nora');
    await page.getByRole('heading', { name: 'Satu langkah lagi' }).waitFor();
    await page.getByLabel('Kode 6 angka').fill(codes[0]!);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('button', { name: 'Undang seseorang' }).waitFor();
  }, 60_000);

  it('invites somebody, who sets a password by the code and is let in', async () => {
    const admin = await open(await browserOf(), '/accounts');
    await type(admin, 'admin');
    await admin.getByRole('button', { name: 'Undang seseorang' }).click();
    await admin.getByLabel('Nama orangnya').fill('Rina Kartika');
    await admin.getByLabel('Nama masuk', { exact: true }).fill('rina');
    await admin.getByRole('checkbox', { name: /^Pengamat/ }).check();
    await admin.getByRole('button', { name: 'Buat undangan' }).click();
    const code = await admin.locator('.once code').textContent();
    await shot(admin, 'invitation-code');
    expect(admin.url()).not.toContain(code);

    const page = await open(await browserOf(PHONE), '/invitation');
    await page.getByLabel('Kode undangan').fill(code!.toLowerCase().replaceAll('-', ' '));
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('pendek');
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.locator('.told', { hasText: 'terlalu pendek' }).waitFor();
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('tujuh angsa di sawah');
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await page.getByText('Kata sandi tersimpan').waitFor();
    await type(page, 'rina', 'tujuh angsa di sawah');
    await page.locator('.wall[data-freshness=LIVE]').waitFor();

    const card = admin.getByRole('article', { name: 'Rina Kartika' });
    await card.getByRole('button', { name: /^Kunci/ }).click();
    await card.getByRole('button', { name: 'Ya, kunci' }).click();
    await form(page).waitFor({ timeout: SHUT_OUT_WITHIN });
    expect(await page.locator('.tile').count()).toBe(0);
  }, 60_000);

  it('pairs a wall by its code; it survives a reload, and is shut out within five seconds', async () => {
    const television = await open(await browserOf(TELEVISION), '/wall');
    const code = await television.locator('.pairing-code', { hasText: /^\w{4}-\w{4}$/ }).textContent();
    await shot(television, 'pairing');
    const admin = await open(await browserOf(PHONE), '/devices');
    await type(admin, 'admin');
    await admin.getByLabel('Kode di layar').fill('BBBB-BBBB');
    await admin.getByLabel('Tempatnya').fill('Ruang Camat');
    await admin.getByLabel('Ruang tamu').check();
    await admin.getByRole('button', { name: 'Pasangkan', exact: true }).click();
    await admin.locator('.told').waitFor();
    await admin.getByLabel('Kode di layar').fill(code!.replace('-', ' ').toLowerCase());
    await admin.getByRole('button', { name: 'Pasangkan', exact: true }).click();
    await admin.getByText('Disetujui').waitFor();
    await television.locator('.wall[data-freshness=LIVE]').waitFor({ timeout: 15_000 });
    expect(await television.locator('.feed').count()).toBe(0); // visitors are told no reasons
    await television.reload();
    await television.locator('.wall[data-freshness=LIVE]').waitFor();
    expect(television.url()).not.toContain(code);

    // A browser that was closed has kept the cookie, and nothing else.
    const cookies = await television.context().cookies();
    const inAYear = Date.now() / 1_000 + 365 * 24 * 3_600;
    expect(cookies.map(({ httpOnly, expires }) => [httpOnly, expires > inAYear])).toEqual([[true, true]]);
    const restarted = await browserOf(TELEVISION);
    await restarted.addCookies(cookies);
    const again = await open(restarted, '/wall');
    await again.locator('.wall[data-freshness=LIVE]').waitFor();
    await restarted.close();

    // What is a person's is not a screen's.
    const elsewhere = await open(television.context(), '/accounts');
    await form(elsewhere).waitFor();
    await elsewhere.getByText('dipasangkan sebagai dinding').waitFor();
    await elsewhere.close();

    // What it may show is another now: it is the same screen all the same.
    const card = admin.getByRole('article', { name: 'Ruang Camat' });
    await card.getByRole('button', { name: /^Ubah/ }).click();
    await card.getByRole('radio', { name: /^Ruang kerja/ }).check();
    await card.getByRole('button', { name: /^Simpan/ }).click();
    await television.locator('.feed').waitFor({ timeout: SHUT_OUT_WITHIN });
    await television.locator('.wall[data-freshness=LIVE]').waitFor();

    await card.getByRole('button', { name: /^Cabut/ }).click();
    await card.getByRole('button', { name: 'Ya, cabut' }).click();
    await television.locator('.pairing-code').waitFor({ timeout: SHUT_OUT_WITHIN });
    await television.getByText('Layar ini tidak lagi dipasangkan').waitFor();
    expect(await television.locator('.tile').count()).toBe(0);
  }, 90_000);

  it('shows a token once, and never again', async () => {
    const page = await open(await browserOf(), '/services');
    await type(page, 'admin');
    await page.getByRole('button', { name: 'Buat token' }).click();
    await page.getByLabel('Untuk apa').fill('Tarikan malam');
    await page.getByRole('checkbox', { name: /^Unit/ }).check();
    await page.getByRole('button', { name: 'Buat token' }).click();
    const token = (await page.locator('.once code').textContent())!;
    expect(token).toMatch(/^ptk_/);
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('article', { name: 'Tarikan malam' }).getByText('belum pernah dipakai').waitFor();
  }, 60_000);

  it('shows the secret of a receiver once, says what is wrong with an address, and keeps what was written', async () => {
    const page = await open(await browserOf(), '/webhooks');
    await type(page, 'admin');
    await page.getByRole('button', { name: 'Tambah penerima' }).click();
    await page.getByLabel('Nama', { exact: true }).fill('SIMPEG');
    await page.getByLabel('Alamat').fill('https://10.1.2.3/pantau');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Alamat ini milik jaringan dalam').waitFor();
    await eventually(async () =>
      expect(await page.getByLabel('Nama', { exact: true }).inputValue()).toBe('SIMPEG'),
    );
    await page.getByLabel('Alamat').fill('https://simpeg.invalid/pantau');
    await page.getByRole('button', { name: 'Simpan' }).click();
    const secret = (await page.locator('.once code').textContent())!;
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    expect(await page.content()).not.toContain(secret);
    // Each trial is one of its own, and what becomes of it is shown by itself.
    const card = page.getByRole('article', { name: 'SIMPEG' });
    for (let n = 1; n <= 2; n += 1) {
      await card.getByRole('button', { name: 'Kirim uji' }).click();
      await card
        .getByText('1 kali dicoba')
        .nth(n - 1)
        .waitFor();
    }
    await card.getByRole('button', { name: 'Akhiri: SIMPEG' }).click();
    await card.getByRole('button', { name: 'Ya, akhiri' }).click();
    await card.getByText('Diakhiri', { exact: true }).waitFor();
  }, 60_000);
});
