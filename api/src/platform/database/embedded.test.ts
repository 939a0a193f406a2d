import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { HomeInUse, HomeRefused, startEmbeddedPostgres } from './embedded.js';
import { binariesPackage } from './embedded/binaries.js';
import { blockingFolder } from './embedded/blocking-folder.js';

const OWNER = fileURLToPath(new URL('./embedded/owner.fixture.mjs', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** Any account but root will do; this one has an entry in every system's user list. */
const NORMAL_USER = { uid: 65_534, gid: 65_534 };
const packageIsOpen = (await blockingFolder(await binariesPackage(), NORMAL_USER)) === null;

let folder: string;
let home: string;
const children: ChildProcess[] = [];

const start = (said: string[] = []) => startEmbeddedPostgres({ home, say: (step) => said.push(step) });

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Starts an owner in a process of its own and gives its first line: the address, or why it did not start. */
async function startOwner(uid?: number): Promise<{ process: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [OWNER, home, ...(uid === undefined ? [] : [String(uid)])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  children.push(child);
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { process: child, line: line.trim() };
}

const postmasterPid = () =>
  Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

const onLinux = process.platform === 'linux' ? it : it.skip;

/** Every process of the home: PostgreSQL's own have the data folder as working folder, others name it. Linux only. */
function processesInHome(): { pid: number; command: string }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const inHome = command.includes(home) || readlinkSync(`/proc/${pid}/cwd`).startsWith(home);
        return inHome ? [{ pid: Number(pid), command }] : [];
      } catch {
        return [];
      }
    });
}

/** Waits until no process of the home is left, and gives those that are after ten seconds. */
async function processesThatStay(): Promise<{ pid: number; command: string }[]> {
  for (let tries = 0; tries < 100 && processesInHome().length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return processesInHome();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pantau-embedded-'));
  chmodSync(folder, 0o755);
  home = join(folder, 'home');
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

describe('embedded PostgreSQL', () => {
  it('keeps what was committed from one start to the next, at the same address, and leaves no process', async () => {
    const said: string[] = [];
    const first = await start(said);
    await query(first.url, `create table kept as select 'ada' as word`);
    await first.stop();
    expect(said).toEqual([
      'Menyiapkan basis data untuk pertama kali · Preparing the database for the first time',
    ]);
    expect(await processesThatStay()).toEqual([]);

    const second = await start(said);
    expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'ada' }]);
    expect(second.url).toBe(first.url);
    expect(said).toHaveLength(1);
    await second.stop();
    await expect(query(second.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('loses nothing at a power cut, speaks UTC and Unicode, and gives the application no power over the server', async () => {
    const postgres = await start();
    const settings = await query<{ name: string; setting: string }>(
      postgres.url,
      `select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'TimeZone', 'server_encoding', 'listen_addresses')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      listen_addresses: '127.0.0.1',
    });
    expect(
      await query(
        postgres.url,
        `select upper('é') as big, rolsuper, rolcreatedb from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ big: 'É', rolsuper: false, rolcreatedb: true }]);
    const stranger = new URL(postgres.url);
    stranger.password = 'salah';
    await expect(query(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    stranger.username = 'postgres';
    await expect(query(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await postgres.stop();
  });

  it('refuses a home in which another Pantau is alive, and says where that one answers', async () => {
    const owner = await startOwner();
    const refused = start();
    await expect(refused).rejects.toBeInstanceOf(HomeInUse);
    await expect(refused).rejects.toMatchObject({ address: 'http://127.0.0.1:4000' });
    await expect(refused).rejects.toThrow(`(${home}, PID ${owner.process.pid})`);
    expect(await query(owner.line, 'select 1 as still')).toEqual([{ still: 1 }]);

    owner.process.kill('SIGTERM');
    expect(await once(owner.process, 'exit')).toEqual([0, null]);
    const next = await start();
    await expect(start()).rejects.toBeInstanceOf(HomeInUse);
    await next.stop();
  });

  it('stops the server when its owner is killed, and every committed row is there', async () => {
    const owner = await startOwner();
    await query(owner.line, `create table kept as select 'ada' as word`);
    owner.process.kill('SIGKILL');
    await once(owner.process, 'exit');
    expect(await processesThatStay()).toEqual([]);

    const next = await start();
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'ada' }]);
    await next.stop();
  });

  onLinux('takes over a server that outlived its owner all the same', async () => {
    const owner = await startOwner();
    await query(owner.line, `create table kept as select 'ada' as word`);
    const leftover = postmasterPid();
    const watcher = processesInHome().find(({ command }) => command.startsWith('/bin/sh'));
    process.kill(watcher!.pid, 'SIGKILL');
    owner.process.kill('SIGKILL');
    await once(owner.process, 'exit');
    expect(() => process.kill(leftover, 0)).not.toThrow();

    const said: string[] = [];
    const next = await start(said);
    expect(await query(next.url, 'select word from kept')).toEqual([{ word: 'ada' }]);
    expect(said).toEqual([
      'Basis data dari sesi yang terputus dihentikan · Stopped the database of an interrupted session',
    ]);
    expect(postmasterPid()).not.toBe(leftover);
    await next.stop();
    expect(await processesThatStay()).toEqual([]);
  });

  it('leaves a stranger alone whose process number stands in an old postmaster.pid', async () => {
    await (await start()).stop();
    const stranger = spawn('sleep', ['60'], {
      stdio: 'ignore',
      ...(isRoot ? NORMAL_USER : {}),
    });
    children.push(stranger);
    await once(stranger, 'spawn');
    const pidFile = join(home, 'postgres/data/postmaster.pid');
    writeFileSync(pidFile, `${stranger.pid}\n${join(home, 'postgres/data')}\n1\n5432\n\n127.0.0.1\n`);

    const said: string[] = [];
    const postgres = await start(said);
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(said).toEqual([]);
    await postgres.stop();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('starts the server again at the same address when it dies', async () => {
    const said: string[] = [];
    const postgres = await start(said);
    await query(postgres.url, `create table kept as select 'ada' as word`);
    process.kill(postmasterPid(), 'SIGKILL');
    let rows: unknown[] = [];
    for (const deadline = Date.now() + 10_000; rows.length === 0 && Date.now() < deadline;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      rows = said.length < 2 ? [] : await query(postgres.url, 'select word from kept').catch(() => []);
    }
    expect(rows).toEqual([{ word: 'ada' }]);
    await postgres.stop();
    expect(await processesThatStay()).toEqual([]);
  });

  it('makes the data folder again when it was interrupted while making it', async () => {
    mkdirSync(join(home, 'postgres.draft-0badcafe/data/base'), { recursive: true });
    chmodSync(home, 0o755);
    const postgres = await start();
    expect(readdirSync(home).filter((name) => name.includes('draft'))).toEqual([]);
    await postgres.stop();
  });

  it('refuses data of another major version and leaves it as it is', async () => {
    await (await start()).stop();
    const version = join(home, 'postgres/data/PG_VERSION');
    writeFileSync(version, '17\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17; this Pantau carries PostgreSQL 18/);
    expect(readFileSync(version, 'utf8')).toBe('17\n');
    writeFileSync(version, '18\n');
    await (await start()).stop();
  });

  it('takes another port when its own is taken', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    await second.stop();
    await new Promise((resolve) => squatter.close(resolve));
  });

  const asRoot = isRoot ? it : it.skip;

  asRoot('names the folder that is closed to the unprivileged account, and how to open it', async () => {
    chmodSync(folder, 0o700);
    const refused = start();
    await expect(refused).rejects.toBeInstanceOf(HomeRefused);
    await expect(refused).rejects.toThrow(`chmod o+x ${folder}`);
  });

  const asNormalUser = isRoot && packageIsOpen ? it : it.skip;

  asNormalUser('serves and recovers for a normal user, with the binaries where npm put them', async () => {
    mkdirSync(home);
    chownSync(home, NORMAL_USER.uid, NORMAL_USER.gid);
    const owner = await startOwner(NORMAL_USER.uid);
    await query(owner.line, `create table kept as select 'ada' as word`);
    owner.process.kill('SIGKILL');
    await once(owner.process, 'exit');

    const next = await startOwner(NORMAL_USER.uid);
    expect(await query(next.line, 'select word from kept')).toEqual([{ word: 'ada' }]);
    expect(statSync(join(home, 'postgres')).mode & 0o777).toBe(0o700);
    expect(readdirSync(home).filter((name) => name.startsWith('postgres-'))).toEqual([]);
  });
});
