/** The ways in: a query over HTTP or websocket, any HTTP request, a socket step by step, bytes over TCP. */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

const ANSWER_WITHIN_MS = 12_000;
/** A message of a websocket server may be large; more than this and something is wrong. */
const KEPT_BYTES = 4 * 1024 * 1024;
const PROTOCOL = 'graphql-transport-ws';

/** What came back: `status` and `text` of an answer, `messages` of a socket, `close` of its end. */
const nothing = () => ({
  status: null,
  headers: {},
  text: '',
  bytes: 0,
  messages: [],
  close: null,
  failed: null,
});

/** `from` is the address of this machine that it comes from: 127.0.0.2 is another network than 127.0.0.1. */
export function sendHttp(address, { method = 'POST', path = '/graphql', headers = {}, body = '', from }) {
  return new Promise((resolve) => {
    const answer = nothing();
    const done = () => (clearTimeout(late), resolve(answer));
    const late = setTimeout(() => {
      answer.failed = 'no answer in time';
      asked.destroy();
      done();
    }, ANSWER_WITHIN_MS);
    const { hostname, port } = new URL(address);
    const asked = request(
      { hostname, port, method, path, headers, localAddress: from, agent: false },
      (response) => {
        answer.status = response.statusCode;
        answer.headers = response.headers;
        response.on('data', (data) => {
          answer.bytes += data.length;
          if (answer.text.length < KEPT_BYTES) answer.text += data;
        });
        response.once('end', done).once('error', done);
      },
    );
    asked.on('upgrade', (response, socket) => {
      answer.status = response.statusCode;
      socket.destroy();
      done();
    });
    asked.on('error', (error) => {
      if (answer.status === null) answer.failed = error.code ?? error.message;
      done();
    });
    asked.end(body);
  });
}

/** One operation over HTTP, as any client sends it. */
export function queryHttp(address, operation, token, from) {
  return sendHttp(address, {
    from,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(operation),
  });
}

/** One operation over a socket of its own; its first answer counts. */
export function queryWs(address, operation, token, from) {
  return socketSteps(address, {
    from,
    steps: [
      { send: { type: 'connection_init', ...(token && { payload: { authorization: `Bearer ${token}` } }) } },
      { waitFor: 'connection_ack' },
      { send: { type: 'subscribe', id: '1', payload: operation } },
      { waitFor: ['next', 'error'] },
    ],
  });
}

/**
 * Several requests over HTTP, one turn after another; a turn may be sent `times` times, all `together`. The answers of
 * the last turn count. `take` keeps a part of an answer for the turns behind it, as a fact.
 */
export async function sendTurns(address, turns, { look, tokens }) {
  const taken = {};
  let answers = [];
  for (const written of turns) {
    const { as = 'nobody', times = 1, together = false, take = {} } = written;
    const actor = look(as, taken);
    const send = () => {
      const { operation, from } = look(written, taken);
      const token = tokens[actor];
      return sendHttp(address, {
        from,
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(operation),
      });
    };
    answers = [];
    if (together) answers = await Promise.all(Array.from({ length: times }, send));
    else for (let n = 0; n < times; n += 1) answers.push(await send());
    for (const [name, path] of Object.entries(take)) {
      taken[name] = path.split('.').reduce((value, key) => value?.[key], JSON.parse(answers[0].text));
      if (taken[name] === undefined)
        return { ...answers[0], failed: `there is no ${path}: ${answers[0].text}` };
    }
  }
  const last = answers.at(-1);
  const payloads = answers.map(({ text }) => ({ type: 'next', payload: JSON.parse(text) }));
  return {
    ...last,
    text: '',
    messages: payloads,
    failed: answers.find(({ failed }) => failed)?.failed ?? null,
  };
}

/** A websocket that does what its steps say and writes down what comes back. */
export async function socketSteps(
  address,
  { path = '/graphql', protocols = PROTOCOL, headers = {}, steps, from },
) {
  const answer = nothing();
  const socket = new WebSocket(`${address.replace('http', 'ws')}${path}`, protocols, {
    headers,
    localAddress: from,
    perMessageDeflate: headers['x-deflate'] === 'yes',
    maxPayload: KEPT_BYTES,
  });
  let woken = () => undefined;
  const wake = () => woken();
  const until = (holds, ms) =>
    new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), ms);
      const look = () => {
        if (!holds()) return;
        woken = () => undefined;
        clearTimeout(late);
        resolve(true);
      };
      woken = look;
      look();
    });
  const ended = () => answer.close !== null || answer.failed !== null;
  socket.on('open', wake);
  socket.on('message', (data) => {
    answer.bytes += data.length;
    if (answer.messages.length < 2_000) answer.messages.push(JSON.parse(data));
    wake();
  });
  socket.on('close', (code, reason) => {
    answer.close = code;
    answer.reason = String(reason);
    wake();
  });
  socket.on('unexpected-response', (_asked, response) => {
    answer.status = response.statusCode;
    response.on('data', (data) => (answer.text += data));
    response.once('end', () => {
      answer.failed = 'refused';
      wake();
    });
  });
  socket.on('error', (error) => {
    answer.failed ??= error.code ?? error.message;
    wake();
  });
  socket.on('upgrade', (response) => {
    answer.headers = response.headers;
  });
  if (!(await until(() => socket.readyState === socket.OPEN || ended(), ANSWER_WITHIN_MS)))
    answer.failed = 'no socket in time';
  for (const step of steps) {
    if (ended()) break;
    if (step.send !== undefined) {
      const text = JSON.stringify(step.send);
      const count = step.times ?? 1;
      for (let n = 0; n < count && !ended(); n += 1) socket.send(text.replaceAll('{n}', n));
    } else if (step.text !== undefined) socket.send(step.text);
    else if (step.binary !== undefined) socket.send(Buffer.from(step.binary));
    else if (step.frames !== undefined) {
      // `frames` fragments of one message, which ends only where `finish` says so.
      for (let n = 0; n < step.frames && !ended(); n += 1) {
        socket.send(step.piece ?? 'x', { fin: step.finish === true && n === step.frames - 1 });
      }
    } else if (step.bytes !== undefined) socket._socket.write(step.bytes);
    else if (step.ping !== undefined) for (let n = 0; n < step.ping && !ended(); n += 1) socket.ping();
    else if (step.stopReading) socket.pause();
    else if (step.readAgain) socket.resume();
    else if (step.pauseMs !== undefined)
      await Promise.race([pause(step.pauseMs), until(ended, step.pauseMs)]);
    else if (step.waitFor !== undefined) {
      const types = [step.waitFor].flat();
      const enough = step.count ?? 1;
      const there = () => answer.messages.filter(({ type }) => types.includes(type)).length >= enough;
      if (!(await until(() => there() || ended(), step.withinMs ?? ANSWER_WITHIN_MS))) {
        answer.failed ??= `no ${types.join(' or ')} in time`;
      }
    } else if (step.waitForClose) {
      if (!(await until(ended, step.withinMs ?? ANSWER_WITHIN_MS))) answer.failed = 'it stays open';
    } else throw new Error(`no such step: ${JSON.stringify(step)}`);
  }
  answer.open = socket.readyState === socket.OPEN;
  // Not `terminate()` at once: what the server is just saying would be lost.
  if (answer.open) await pause(20);
  socket.removeAllListeners('close');
  socket.terminate();
  return answer;
}

/** Bytes as they are, piece by piece. Whatever comes back before the end is the answer. */
export function sendRaw(address, { pieces, everyMs = 0, holdMs = 3_000 }) {
  return new Promise((resolve) => {
    const answer = nothing();
    const { hostname, port } = new URL(address);
    const socket = connect({ host: hostname, port: Number(port) });
    let over = false;
    const done = (how) => {
      if (over) return;
      over = true;
      clearTimeout(late);
      answer.closed = how;
      answer.status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer.text)?.[1] ?? 0) || null;
      answer.answers = answer.text.match(/^HTTP\/1\.1 \d{3}/gm)?.length ?? 0;
      socket.destroy();
      resolve(answer);
    };
    const late = setTimeout(() => done('held'), holdMs);
    socket.on('data', (data) => {
      answer.bytes += data.length;
      if (answer.text.length < KEPT_BYTES) answer.text += data;
    });
    socket.once('end', () => done('closed')).once('close', () => done('closed'));
    socket.on('error', () => done('closed'));
    const write = async () => {
      for (const piece of pieces) {
        if (over) return;
        socket.write(piece);
        if (everyMs > 0) await pause(everyMs);
      }
    };
    socket.once('connect', () => void write());
  });
}

/** Headers of a websocket's beginning, for those who send what no client library would. */
export const upgradeHeaders = () => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': randomBytes(16).toString('base64'),
});
