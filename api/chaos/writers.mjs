/** Those who log, correct and withdraw: each wish with a key of its own, sent until an answer comes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { REGION } from './office.mjs';
import { ask, CORRECT, COUNT, LOG, WITHDRAW } from './wire.mjs';

const GIVE_UP_MS = 30_000;
/** Nothing is decided by these: the same is sent again. */
const PASSING = new Set(['UNAVAILABLE', 'TIMEOUT', 'LIMIT_RATE', 'INTERNAL']);
const REASON = 'Salah ketik, dicoba ulang';

export class Writer {
  #stopped = false;
  /** Observations of one's own that are the last of their line. */
  #mine = [];

  constructor({ name, token, account, office, ports, history, tally, random, pace }) {
    Object.assign(this, { name, token, account, office, ports, history, tally, random, pace });
  }

  async run() {
    while (!this.#stopped) {
      await this.#wish();
      await pause(this.random.between(0, 2 * this.pace));
    }
  }

  stop() {
    this.#stopped = true;
  }

  async #wish() {
    const { random } = this;
    const { make } = random.draw([
      { weight: 72, make: () => this.#log() },
      { weight: 10, make: () => this.#correct() },
      { weight: 6, make: () => this.#withdraw() },
      { weight: 6, make: () => this.#refused() },
      { weight: 6, make: () => this.#read() },
    ]);
    await make();
  }

  async #log() {
    const { random, office } = this;
    const employeeId = random.one(office.employees);
    const [code, indicatorId] = random.one(Object.entries(office.indicators));
    const value = (code === 'ADM-01' ? random.between(60, 100) : random.between(3, 60)).toFixed(6);
    const input = { region: REGION, employeeId, indicatorId, value, observedAt: new Date().toISOString() };
    const operation = this.#begin('log', LOG, input, employeeId);
    this.tally.of(employeeId).invoked += 1;
    await this.#carryOut(operation);
    if (operation.outcome !== 'ok') return;
    this.tally.of(employeeId).acknowledged += 1;
    this.#mine.push({ id: operation.answers[0].id, employeeId });
    if (this.#mine.length > 40) this.#mine.shift();
  }

  async #correct() {
    const earlier = this.#take();
    if (earlier === null) return;
    const value = this.random.between(5, 99).toFixed(6);
    const input = { region: REGION, observationId: earlier.id, value, observedAt: new Date().toISOString() };
    const operation = this.#begin('correct', CORRECT, { ...input, reason: REASON }, earlier.employeeId);
    await this.#carryOut(operation);
    if (operation.outcome === 'ok') this.#mine.push({ ...earlier, id: operation.answers[0].id });
  }

  async #withdraw() {
    const earlier = this.#take();
    if (earlier === null) return;
    const input = { region: REGION, observationId: earlier.id };
    const operation = this.#begin('withdraw', WITHDRAW, { ...input, reason: REASON }, earlier.employeeId);
    this.tally.of(earlier.employeeId).withdrawing += 1;
    await this.#carryOut(operation);
    if (operation.outcome === 'ok') this.tally.of(earlier.employeeId).withdrawn += 1;
  }

  /** What must be refused, and must not be there afterwards. */
  async #refused() {
    const input = {
      region: REGION,
      employeeId: this.random.one(this.office.employees),
      indicatorId: this.office.indicators['ADM-01'],
      value: '100.5',
      observedAt: new Date().toISOString(),
    };
    const operation = this.#begin('refused', LOG, input, input.employeeId);
    await this.#carryOut(operation);
    if (operation.outcome === 'ok')
      this.history.find('taken though it is out of range', { id: operation.id });
  }

  /** A read sees everything that had been acknowledged before it began, and nothing that nobody sent. */
  async #read() {
    const employee = this.random.one(this.office.employees);
    const tally = this.tally.of(employee);
    const { acknowledged, withdrawn } = { ...tally };
    const variables = { region: REGION, employee, period: this.office.period };
    const { answer, code, lost } = await ask(this.#port(), this.token, COUNT, variables, 4_000);
    if (answer === undefined) {
      this.#note(code, lost);
      return;
    }
    this.history.count('reads done');
    const seen = answer?.observationCount ?? 0;
    const least = acknowledged - tally.withdrawing;
    const most = tally.invoked - withdrawn;
    if (seen < least || seen > most) {
      this.history.find('a read went back', { writer: this.name, employee, seen, least, most });
    }
  }

  #take() {
    if (this.#mine.length === 0) return null;
    return this.#mine.splice(this.random.whole(0, this.#mine.length - 1), 1)[0];
  }

  #port() {
    return this.random.one(this.ports());
  }

  #begin(kind, query, input, employeeId) {
    const id = randomUUID();
    // The wish is known by its words, whatever becomes of its key.
    const words = input.reason === undefined ? { note: `chaos ${id}` } : { reason: `${input.reason} ${id}` };
    const operation = {
      ...{ id, kind, query, employeeId, actor: this.account, key: randomUUID(), writer: this.name },
      ...{ input: { ...input, ...words }, outcome: 'info', answers: [], refusals: [], attempts: 0 },
      at: this.history.now(),
    };
    operation.input.key = operation.key;
    this.history.operations.push(operation);
    return operation;
  }

  /** Sends it until it is decided, sometimes twice at once; then sometimes once more, or with other words. */
  async #carryOut(operation) {
    const deadline = performance.now() + GIVE_UP_MS;
    const patience = this.random.between(1_500, 6_000);
    const twice = this.random.chance(0.15);
    for (let attempt = 0; operation.outcome === 'info' && performance.now() < deadline; attempt += 1) {
      if (attempt > 0) await pause(this.random.between(20, 200 * Math.min(attempt, 5)));
      const both = twice && attempt === 0;
      await Promise.all(Array.from({ length: both ? 2 : 1 }, () => this.#send(operation, patience)));
    }
    if (operation.outcome === 'ok' && this.random.chance(0.2)) {
      await pause(this.random.between(0, 300));
      await this.#send(operation, patience);
    }
    if (operation.outcome === 'ok' && this.random.chance(0.05)) await this.#sendOther(operation);
    operation.ended = this.history.now();
    delete operation.input;
    delete operation.query;
  }

  async #send(operation, patience) {
    operation.attempts += 1;
    const { answer, code, message, lost } = await ask(
      this.#port(),
      this.token,
      operation.query,
      { input: operation.input },
      patience,
    );
    if (answer === undefined || answer === null) {
      this.#note(code, lost);
      // Whether it is there is not known: it may be, and it may not.
      if (code !== undefined && !PASSING.has(code))
        this.history.find('an answer of no use', { code, message, id: operation.id });
      return;
    }
    if (answer.__typename === 'ObservationRecorded') {
      operation.outcome = 'ok';
      this.history.acknowledged += 1;
      operation.answers.push({
        id: answer.observation.id,
        cursor: answer.cursor,
        value: answer.observation.value,
      });
      this.history.count(`answers ${answer.replayed ? 'again' : 'first'}`);
      return;
    }
    if (operation.outcome !== 'ok') operation.outcome = 'fail';
    operation.refusals.push(answer.code);
    this.history.count(`refusals ${answer.code}`);
  }

  async #sendOther(operation) {
    const input = { ...operation.input };
    if (operation.kind === 'withdraw') input.reason = `${REASON} lain`;
    else input.value = '42.5';
    const { answer, code, lost } = await ask(this.#port(), this.token, operation.query, { input }, 4_000);
    if (answer === undefined || answer === null) return this.#note(code, lost);
    this.history.count('answers conflict');
    if (answer.code !== 'IDEMPOTENCY_CONFLICT') {
      this.history.find('a key was taken for something else', { id: operation.id, answer });
    }
  }

  #note(code, lost) {
    this.history.count(code === undefined ? `lost ${lost}` : `codes ${code}`);
  }
}

/** How many observations of each employee were sent and acknowledged, and taken back again. */
export class Tally {
  #employees = new Map();

  of(employee) {
    const known = this.#employees.get(employee) ?? {
      invoked: 0,
      acknowledged: 0,
      withdrawing: 0,
      withdrawn: 0,
    };
    this.#employees.set(employee, known);
    return known;
  }
}
