import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { signIn } from '../testing/sign-in.js';
import { importTexts, NIPS, openSmallOffice, REGION } from '../testing/small-office.js';
import { startPantau, type RunningPantau } from '../testing/start-pantau.js';
import { describeWith } from '../testing/without.js';
import { repositoryRoot } from './repository-root.js';

/** As root, in a closed network, without a graphics card. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TEXT = 'Antreannya cepat, tetapi kursi tunggunya kurang.';
const CONTACT = '0812-5550-9876';

describeWith('chromium')('a citizen at the counter and the office', () => {
  let database: TestDatabase;
  let pantau: RunningPantau;
  let browser: Browser;
  let trouble: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    pantau = await startPantau({
      databaseUrl: database.url,
      webRoot: join(repositoryRoot, 'web', 'dist'),
    });
    await openSmallOffice(pantau);
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
  async function browserOf(viewport: typeof DESK, token?: string): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    await context.exposeFunction('violated', (what: string) => trouble.push(`policy: ${what}`));
    await context.addInitScript(`
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void window.violated(violatedDirective + ' ' + blockedURI + ' at ' + location.pathname);
      });
    `);
    context.on('weberror', (error) => trouble.push(String(error.error())));
    if (token !== undefined)
      await context.addCookies([
        { name: 'pantau_session', value: token, url: pantau.address, httpOnly: true, sameSite: 'Strict' },
      ]);
    return context;
  }
  async function open(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(pantau.address + path);
    return page;
  }
  async function shot(page: Page, name: string): Promise<void> {
    const folder = join(repositoryRoot, 'api', 'coverage');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
  const isTooWide = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  const letIn = async (role: 'FACILITATOR' | 'LEADERSHIP') =>
    (await signIn(pantau, REGION, { roles: [{ role }] })).token;
  const count = async (from: string) =>
    (await database.client.query(`select count(*)::int as n from ${from}`)).rows[0].n as number;

  /** Gives a page the name of a counter, and the letters below the QR code of its sheet. */
  async function makeCounter(page: Page, name: string): Promise<string> {
    await page.getByLabel('Unit').selectOption({ label: 'Kelurahan Kalijudan' });
    await page.getByLabel('Nama loket').fill(name);
    await page.getByRole('button', { name: 'Tambah loket' }).click();
    await page.getByRole('button', { name: `Lembar QR: ${name}` }).click();
    return (await page.locator('.sheet code').textContent())!;
  }
  const rate = async (page: Page, question: RegExp, answer: string) =>
    page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
  const send = (page: Page) => page.getByRole('button', { name: 'Kirim penilaian' }).click();

  it('is told by the sheet, on a phone, in three touches; the office reads it and opens the contact with a reason', async () => {
    const desk = await open(await browserOf(DESK, await letIn('FACILITATOR')), '/feedback');
    const code = await makeCounter(desk, 'Loket 2');
    expect(code).toMatch(/^([B-Z]{4}-){4}[B-Z]{4}$/);
    await shot(desk, 'feedback-sheet-desk');
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.getByRole('heading', { name: 'Penilaian warga' }).isVisible()).toBe(false);
    await eventually(async () => expect(await desk.locator('.sheet').isVisible()).toBe(true));
    await shot(desk, 'feedback-sheet-print');
    await desk.emulateMedia({ media: 'screen' });

    const asked: string[] = [];
    const context = await browserOf(PHONE);
    context.on('request', (request) => void asked.push(request.url()));
    const phone = await open(context, `/nilai?region=${REGION}#${code.replaceAll('-', '')}`);
    await phone.getByText('Loket 2 · Kelurahan Kalijudan').waitFor();
    await shot(phone, 'nilai-phone');
    expect(await isTooWide(phone)).toBe(false);
    await send(phone);
    await phone.locator('.told', { hasText: 'Belum ada yang dinilai' }).waitFor();
    await rate(phone, /cepat/, 'Sangat cepat');
    await rate(phone, /ramah/, 'Kurang ramah');
    await rate(phone, /alurnya/, 'Mudah');
    // A second touch takes an answer back.
    await rate(phone, /alurnya/, 'Mudah');
    await phone.getByText('Nilai lebih banyak hal').click();
    await rate(phone, /ruang tunggu/, 'Cukup');
    await phone.getByLabel('Apa yang bisa lebih baik?').fill(TEXT);
    await phone.getByText('Saya ingin dijawab').click();
    await phone.getByLabel('Nomor telepon atau surel').fill(CONTACT);
    await shot(phone, 'nilai-filled-phone');
    await send(phone);
    await phone.getByRole('heading', { name: 'Terima kasih' }).waitFor();
    const erasure = (await phone.locator('.once code').textContent())!;
    await shot(phone, 'nilai-thanks-phone');
    expect(asked.filter((url) => url.includes(code.slice(0, 4)))).toEqual([]);

    await desk.reload();
    const card = desk.getByRole('article').filter({ hasText: TEXT });
    await card.waitFor();
    for (const told of ['Sangat cepat', 'Kurang ramah', 'Cukup', 'Dihitung'])
      await eventually(async () => expect(await card.textContent()).toContain(told));
    expect(await card.textContent()).not.toContain('Prosedur');
    await card.getByRole('button', { name: 'Buka kontak' }).click();
    await card.getByLabel('Alasan').fill('Menjawab saran tentang kursi tunggu.');
    await card.getByRole('button', { name: 'Tampilkan' }).click();
    await card.getByText(CONTACT).waitFor();
    await shot(desk, 'feedback-desk');

    await phone.getByText('Hapus kontak yang pernah saya tinggalkan').click();
    await phone.getByLabel('Kode penghapus').fill(erasure);
    await phone.getByRole('button', { name: 'Hapus kontak' }).click();
    await phone.getByText('Kontak Anda sudah dihapus').waitFor();
    expect(await count('feedback_contact')).toBe(0);
  });

  it('waits where more comes than a counter has visitors, and shows its ratings once it is decided', async () => {
    const desk = await open(await browserOf(DESK, await letIn('FACILITATOR')), '/feedback');
    const code = await makeCounter(desk, 'Loket KTP');
    await database.client.query('delete from sign_in_failure');
    const leave = async (rating: number) => {
      const response = await fetch(`${pantau.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `mutation { leaveFeedback(input: { region: "${REGION}", key: "${crypto.randomUUID()}", code: "${code}",
            ratings: [${Array.from({ length: 9 }, (_, n) => `{ element: U${n + 1}, rating: ${rating} }`).join(' ')}] })
            { __typename } }`,
        }),
      });
      expect(await response.text()).toContain('FeedbackLeft');
    };
    for (let n = 0; n < 20; n += 1) await leave(3 + (n % 2));
    await leave(1);
    await leave(4);
    await desk.reload();
    await desk.getByLabel('Unit').selectOption({ label: 'Kelurahan Kalijudan' });
    await desk.getByText('2 penilaian belum dihitung').waitFor();
    const index = () => desk.locator('.satisfaction').textContent();
    const before = await index();
    await desk.getByLabel('Tampilkan').selectOption({ label: 'Menunggu dilihat' });
    const first = desk.getByRole('article').filter({ hasText: 'Datang lebih banyak' }).first();
    expect(await first.locator('.rated').count()).toBe(0);
    await first.getByRole('button', { name: 'Jangan hitung' }).click();
    await first.getByLabel('Alasan').selectOption({ label: 'Bukan dari pengunjung loket' });
    await first.getByRole('button', { name: 'Jangan hitung' }).click();
    await desk.getByText('1 penilaian tidak dihitung karena bukan dari pengunjung loket').waitFor();
    expect(await index()).toBe(before);
    await desk.getByRole('button', { name: 'Hitung', exact: true }).click();
    await desk.getByText('Tidak ada penilaian yang menunggu.').waitFor();
    await desk.getByText('22 penilaian dihitung').waitFor();
    await desk.getByLabel('Tampilkan').selectOption({ label: 'Semua' });
    await shot(desk, 'feedback-figures-desk');

    // Leadership sees the same and decides nothing.
    const leader = await open(await browserOf(PHONE, await letIn('LEADERSHIP')), '/feedback');
    await leader.getByLabel('Unit').selectOption({ label: 'Kelurahan Kalijudan' });
    await leader.getByText('22 penilaian dihitung').waitFor();
    await leader.getByText(TEXT).waitFor();
    expect(await leader.getByRole('button', { name: 'Buka kontak' }).count()).toBe(0);
    expect(await isTooWide(leader)).toBe(false);
    await shot(leader, 'feedback-phone');
  });

  it('closes the wave of a quarter that is over: leadership says who heads the unit', async () => {
    await importTexts(pantau, {
      indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
SKM-01,Indeks kepuasan masyarakat unit,Citizen satisfaction index,indeks,HIGHER,LATEST,25,100,survei,Indeks kesembilan unsur
`,
      targets: `nip,indicator,period,weight,floor,target,stretch\n${NIPS.budi},SKM-01,2026-Q3,100,65,88.31,95\n`,
    });
    await database.client.query(`update feedback set left_on = '2026-09-20'`);
    const desk = await open(await browserOf(DESK, await letIn('LEADERSHIP')), '/feedback');
    await desk.getByLabel('Unit').selectOption({ label: 'Kelurahan Kalijudan' });
    expect(await desk.getByText('Tutup gelombang triwulan ini').count()).toBe(0);
    await desk.getByLabel('Triwulan').selectOption({ label: 'Triwulan 3 2026' });
    await desk.getByText('Tutup gelombang triwulan ini').click();
    await desk.getByLabel('Kepala unit').selectOption({ label: 'Budi Santoso, Lurah' });
    await shot(desk, 'feedback-wave-desk');
    await desk.getByRole('button', { name: 'Tutup gelombang' }).click();
    await desk.getByText('Gelombang sudah ditutup').waitFor();
    expect(await count("observation where period_code = '2026-Q3'")).toBe(1);
  });

  it('says what to do at a code that is no longer in use, and takes the letters where nobody can scan', async () => {
    const desk = await open(await browserOf(DESK, await letIn('LEADERSHIP')), '/feedback');
    const code = await makeCounter(desk, 'Loket 3');
    const page = await open(await browserOf(PHONE), '/nilai');
    await page.getByRole('heading', { name: 'Pindai kode QR di loket' }).waitFor();
    await shot(page, 'nilai-scan-phone');
    await page.getByLabel('Huruf di bawah kode QR').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Buka' }).click();
    await page.getByText('Loket 3 · Kelurahan Kalijudan').waitFor();
    await desk.getByRole('button', { name: 'Ganti kode: Loket 3' }).click();
    await desk.getByRole('button', { name: 'Ya, ganti kode' }).click();
    await desk.getByText('Kode baru berlaku').waitFor();
    const old = await open(await browserOf(DESK), `/nilai?lang=en#${code.replaceAll('-', '')}`);
    await old.getByText('no longer in use').waitFor();
    const renewed = (await desk.locator('.sheet code').textContent())!;
    expect(renewed).not.toBe(code);
    // The other language keeps what stands behind the #.
    const again = await open(await browserOf(DESK), `/nilai?lang=en#${renewed.replaceAll('-', '')}`);
    await again.getByRole('heading', { name: 'How was the service?' }).waitFor();
    await again.getByText('Loket 3 · Kelurahan Kalijudan').waitFor();
    await shot(again, 'nilai-desk');
    await again.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    await again.getByRole('heading', { name: 'Bagaimana pelayanannya?' }).waitFor();
    await again.getByText('Loket 3 · Kelurahan Kalijudan').waitFor();
  });
});
