import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesAbout } from './processes.mjs';
import { ROOT } from './repository.mjs';
import { within } from './within.mjs';

/** What a stranger's shell would have; above all none of our own settings. */
const KEPT_VARIABLES =
  /^(PATH|LANG|LC_\w+|TERM|CI|(https?|no|all)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|npm_config_(registry|cafile|\w*proxy))$/i;

/** Installing everything over a slow line. */
const FIRST_START_WITHIN_S = 900;
const ENDS_WITHIN_S = 20;

/** A clone of the last commit in a folder that is closed to everybody else, with an empty home, as on a new machine. */
export class FreshClone {
  /** @param {number} port for Pantau; a chosen one, since another Pantau may work on the usual one meanwhile */
  constructor(port) {
    this.folder = mkdtempSync(join(tmpdir(), 'pantau-smoke-'));
    this.root = join(this.folder, 'clone');
    mkdirSync(join(this.folder, 'home'));
    const kept = Object.entries(process.env).filter(([name]) => KEPT_VARIABLES.test(name));
    const PATH = process.env.PATH.split(':')
      .filter((entry) => !entry.startsWith(ROOT))
      .join(':');
    this.environment = {
      ...Object.fromEntries(kept),
      PATH,
      HOME: join(this.folder, 'home'),
      PORT: String(port),
    };
    this.git('clone', '--quiet', ROOT, this.root);
  }

  git(...args) {
    return execFileSync('git', args, {
      cwd: existsSync(this.root) ? this.root : this.folder,
      encoding: 'utf8',
    });
  }

  /** Starts `npm start`, without waiting for anything. */
  start() {
    return new Start(this);
  }

  /** Where root's Pantau keeps this clone's data; null for a normal user, whose data is in the clone. */
  get sharedHome() {
    const id = join(this.root, '.pantau', 'id');
    return existsSync(id) ? join('/var/lib/pantau', readFileSync(id, 'utf8').trim()) : null;
  }

  /** All processes that have to do with this clone, its home or its data. */
  processes() {
    const home = this.sharedHome;
    const found = [...processesAbout(this.folder), ...(home === null ? [] : processesAbout(home))];
    return [...new Map(found.map((one) => [one.pid, one])).values()];
  }

  remove() {
    for (const { pid } of this.processes()) kill(pid);
    if (this.sharedHome !== null) rmSync(this.sharedHome, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** One `npm start` in a process group of its own, as a terminal would make it. */
class Start {
  constructor(clone) {
    this.clone = clone;
    this.said = '';
    this.npm = spawn('npm', ['start'], {
      cwd: clone.root,
      env: clone.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.ended = once(this.npm, 'close');
    for (const stream of [this.npm.stdout, this.npm.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.said += text));
    }
  }

  /** Waits for the address that is shown to people, e.g. http://127.0.0.1:4000. */
  async address() {
    let over = false;
    void this.ended.then(() => (over = true));
    return within(FIRST_START_WITHIN_S, 'the address', () => {
      const address = /(http:\/\/\S+)\/wall\b/.exec(this.said)?.[1];
      if (address === undefined && over) throw new Error(`npm start ended early:\n${this.said}`);
      return address;
    });
  }

  /** Ctrl-C: the terminal tells the whole group. */
  interrupt() {
    process.kill(-Number(this.npm.pid), 'SIGINT');
  }

  /** The process that serves, not those that started it. */
  get server() {
    const main = join(this.clone.root, 'api', 'dist', 'main.js');
    return this.clone.processes().find(({ command }) => command.includes(main)).pid;
  }

  /** Waits until npm has ended. */
  async end() {
    let over = false;
    void this.ended.then(() => (over = true));
    await within(ENDS_WITHIN_S, 'the end of npm start', () => over || undefined);
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it has just ended
  }
}
