/** One API process as it is built, started again whenever it ends. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import { isAlive, keep, signalTree, until } from './processes.mjs';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const hook = new URL('./mutant-hook.mjs', import.meta.url).href;
const AGAIN_MS = 400;
const ERROR = 50;

export class ApiProcess {
  #child = null;
  #wanted = false;
  #restarting = null;
  #ending = false;

  /** @param mutant what stands in its code that should not; null: nothing */
  constructor({ name, port, environment, logFile, mutant }) {
    this.name = name;
    this.port = port;
    this.environment = environment;
    this.mutant = mutant;
    this.log = createWriteStream(logFile, { flags: 'a' });
    this.starts = 0;
    /** Ends that nobody asked for, after it had been ready. */
    this.deaths = [];
    /** What it logged as an error: message → how often. */
    this.errors = new Map();
  }

  async start(withinMs = 180_000) {
    this.#wanted = true;
    this.#spawn();
    if (!(await this.untilReady(withinMs)))
      throw new Error(`${this.name} did not start: ${this.last.join(' | ')}`);
  }

  #spawn() {
    this.starts += 1;
    this.#ending = false;
    let ready = false;
    const last = (this.last = []);
    const seeded = this.mutant === null ? [] : ['--import', hook];
    const child = spawn(process.execPath, [...seeded, program], {
      env: { ...this.environment, ...(this.mutant !== null && { CHAOS_MUTANT: this.mutant }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const note = (line) => {
      this.log.write(`${line}\n`);
      last.push(line);
      if (last.length > 8) last.shift();
      if (line.includes('/graphql')) ready = true;
      if (line.startsWith('{')) this.#noteLogged(line);
    };
    createInterface({ input: child.stdout }).on('line', note);
    createInterface({ input: child.stderr }).on('line', note);
    void keep(child).then(({ code, signal }) => {
      if (ready && !this.#ending)
        this.deaths.push(`${this.name} ended with ${code ?? signal}: ${last.join(' | ')}`);
      if (this.#wanted) this.#restarting = setTimeout(() => this.#spawn(), AGAIN_MS);
    });
  }

  #noteLogged(line) {
    try {
      const { level, msg, error } = JSON.parse(line);
      if (level < ERROR) return;
      const what = `${msg}: ${typeof error === 'string' ? error : JSON.stringify(error ?? null)}`.slice(
        0,
        300,
      );
      this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
    } catch {
      // Half a line of a process that was killed.
    }
  }

  /** Whether it answers, asked past every proxy. */
  untilReady(withinMs) {
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`, {
        signal: AbortSignal.timeout(1_000),
      });
      return answer.status === 200;
    };
    return until(ask, withinMs, 100);
  }

  signal(signal) {
    if (this.#child === null) return;
    if (signal === 'SIGKILL' || signal === 'SIGTERM') this.#ending = true;
    signalTree(this.#child, signal);
  }

  async stop() {
    this.#wanted = false;
    clearTimeout(this.#restarting);
    const child = this.#child;
    if (child === null || !isAlive(child)) return;
    const gone = once(child, 'exit');
    this.signal('SIGCONT');
    this.signal('SIGTERM');
    const late = setTimeout(() => this.signal('SIGKILL'), 12_000);
    await gone;
    clearTimeout(late);
  }
}
