import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPostOut, type PostOut, type ResolveName } from './post-out.js';
import { createReachableAddresses } from './reachable-addresses.js';

const here = createReachableAddresses({ loopback: true });
const open: Server[] = [];
let reached: number;

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer((request, response) => {
    reached += 1;
    answer(request, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** A name server that answers so, one after the other, and then as the last time. */
function resolving(...answers: string[][]): ResolveName & { readonly asked: () => number } {
  let asked = 0;
  const resolve: ResolveName = (_name, _options, done) => {
    const addresses = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    setImmediate(() =>
      done(
        null,
        addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    );
  };
  return Object.assign(resolve, { asked: () => asked });
}

const send = (postOut: PostOut, url: string) =>
  postOut(url, { 'content-type': 'application/json' }, '{}', new AbortController().signal);

beforeEach(() => {
  reached = 0;
});
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
});

it('posts, and gives the status and nothing else of the answer', async () => {
  const seen: unknown[] = [];
  const port = await listen((request, response) => {
    request.on('data', (part: Buffer) => seen.push([request.method, request.url, part.toString()]));
    request.on('end', () => response.writeHead(202, { 'retry-after': '7' }).end('thank you'));
  });
  const postOut = createPostOut({ reachable: here });
  expect(await send(postOut, `http://127.0.0.1:${port}/a?b=c`)).toEqual({ status: 202, retryAfter: '7' });
  expect(seen).toEqual([['POST', '/a?b=c', '{}']]);
});

describe('a private address', () => {
  const postOut = createPostOut({ reachable: createReachableAddresses() });
  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0177.0.0.1', '127.1', '0'])(
    'is not connected to, written as %s',
    async (host) => {
      const port = await listen((_request, response) => response.end());
      expect(await send(postOut, `http://${host}:${port}/`)).toEqual({ trouble: 'ADDRESS_REFUSED' });
      expect(reached).toBe(0);
    },
  );

  it.each([
    ['a name that leads there', [['127.0.0.1']]],
    ['a name that leads there too', [['93.184.215.14', '127.0.0.1']]],
    ['a name without any address', [[]]],
  ])('is not connected to by %s', async (_what, answers) => {
    const port = await listen((_request, response) => response.end());
    const guarded = createPostOut({
      reachable: createReachableAddresses(),
      resolve: resolving(...answers),
    });
    expect(await send(guarded, `http://simpeg.example:${port}/`)).toEqual({ trouble: 'ADDRESS_REFUSED' });
    expect(reached).toBe(0);
  });

  it('is not connected to by a name that was public the last time, and is asked for once a connection', async () => {
    const port = await listen((_request, response) => response.end());
    const resolve = resolving(['127.0.0.1'], ['10.0.0.1']);
    const guarded = createPostOut({ reachable: here, resolve });
    expect(await send(guarded, `http://simpeg.example:${port}/`)).toEqual({ status: 200, retryAfter: null });
    // What was judged is what was connected to: the name was asked for once and not again.
    expect(resolve.asked()).toBe(1);
    expect(await send(guarded, `http://simpeg.example:${port}/`)).toEqual({ trouble: 'ADDRESS_REFUSED' });
    expect([resolve.asked(), reached]).toEqual([2, 1]);
  });
});

it('follows no redirect', async () => {
  const inner = await listen((_request, response) => response.end());
  const port = await listen((_request, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${inner}/` }).end(),
  );
  expect(await send(createPostOut({ reachable: here }), `http://127.0.0.1:${port}/`)).toMatchObject({
    status: 307,
  });
  expect(reached).toBe(1);
});

it('waits for an answer no longer than it may, and keeps the status of one that never ends', async () => {
  const postOut = createPostOut({ reachable: here, timeoutMs: 150 });
  const silent = await listen(() => undefined);
  expect(await send(postOut, `http://127.0.0.1:${silent}/`)).toEqual({ trouble: 'TIMEOUT' });
  const endless = await listen((_request, response) => response.writeHead(200).write('…'));
  expect(await send(postOut, `http://127.0.0.1:${endless}/`)).toEqual({ status: 200, retryAfter: null });
});

it('reads little of a big answer', async () => {
  let cut = false;
  const port = await listen((_request, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', pour).on('close', () => {
      cut = true;
    });
    pour();
  });
  expect(await send(createPostOut({ reachable: here }), `http://127.0.0.1:${port}/`)).toMatchObject({
    status: 200,
  });
  while (!cut) await new Promise((resolve) => setTimeout(resolve, 5));
});

it('says why there was no answer', async () => {
  const postOut = createPostOut({ reachable: here });
  const port = await listen((request) => request.socket.destroy());
  expect(await send(postOut, `http://127.0.0.1:${port}/`)).toEqual({ trouble: 'NO_CONNECTION' });
  // A receiver without a certificate.
  expect(await send(postOut, `https://127.0.0.1:${port}/`)).toEqual({ trouble: 'TLS' });
  const unknown: ResolveName = (_name, _options, done) =>
    done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []);
  expect(await send(createPostOut({ reachable: here, resolve: unknown }), 'http://simpeg.example/')).toEqual({
    trouble: 'NAME_UNKNOWN',
  });
});
