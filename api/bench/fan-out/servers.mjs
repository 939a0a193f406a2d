/**
 * One server of the comparison, in a process of its own: `node servers.mjs <kind>`. Its parent tells it to publish and
 * asks for its processor time and memory.
 */
import 'reflect-metadata';
import { createServer } from 'node:http';
import { EventEmitter, on } from 'node:events';
import { buildSchema } from 'graphql';
import { WebSocketServer } from 'ws';
import { boardOf, TYPES } from './board.mjs';

/** Each gives the port and what publishes one board. */
const SERVERS = { limit, pantau, 'graphql-ws': graphqlWs, mercurius, yoga };

/** Node's limit: no GraphQL at all, the frame built once and written to each socket. */
async function limit() {
  const { textFrame } = await import('../../dist/platform/live/text-frame.js');
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: first });
  const raws = new Set();
  sockets.on('connection', (socket, request) => {
    socket.on('message', (data) => {
      const { type } = JSON.parse(data);
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      if (type === 'subscribe') raws.add(request.socket);
    });
    socket.on('close', () => raws.delete(request.socket));
  });
  return listening(server, (board) => {
    const frame = textFrame([
      Buffer.from(JSON.stringify({ id: '1', type: 'next', payload: { data: { board } } })),
    ]);
    for (const raw of raws) raw.write(frame);
  });
}

/** Pantau's own door for websockets, with limits, rights and the slow looked after; only the data are made up. */
async function pantau() {
  const { serveWebsocket } = await import('../../dist/platform/http/websocket.js');
  const { LiveStream } = await import('../../dist/platform/live/live-stream.js');
  const { COMMAND_LINE } = await import('../../dist/platform/auth/actor.js');
  const { wake, follow } = log();
  const schema = buildSchema(TYPES);
  const field = schema.getSubscriptionType().getFields().board;
  field.subscribe = () => new LiveStream('board', null, follow);
  field.resolve = (board) => board;
  const server = createServer();
  const actor = { ...COMMAND_LINE, kind: 'DEVICE' };
  const context = () => ({ actor, reads: { take: () => new Map() } });
  serveWebsocket({
    server,
    schema,
    identify: async () => ({
      ...{ actor, again: null },
      spend: async () => undefined,
      createContext: async () => context(),
    }),
    watch: () => () => undefined,
    networkOf: () => 'loopback',
    isOwnOrigin: () => true,
    rates: {
      socket: () => () => undefined,
      socketOf: () => () => undefined,
      messages: () => async () => null,
      request: async () => null,
    },
    logger: { warn: console.error, error: console.error, debug: () => undefined },
    mayIntrospect: () => false,
  });
  return listening(server, wake);
}

/** graphql-ws as its documentation has it: one execution for each subscriber and event. */
async function graphqlWs() {
  const { useServer } = await import('graphql-ws/use/ws');
  const emitter = new EventEmitter().setMaxListeners(0);
  const schema = buildSchema(TYPES);
  const field = schema.getSubscriptionType().getFields().board;
  field.subscribe = async function* () {
    for await (const [board] of on(emitter, 'board')) yield { board };
  };
  const server = createServer();
  useServer({ schema }, new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false }));
  return listening(server, (board) => emitter.emit('board', board));
}

async function mercurius() {
  const [{ default: fastify }, { default: plugin }] = await Promise.all([
    import('fastify'),
    import('mercurius'),
  ]);
  const app = fastify();
  await app.register(plugin, {
    schema: TYPES,
    jit: 1,
    resolvers: {
      Query: { ready: () => true },
      Subscription: { board: { subscribe: (_root, _args, { pubsub }) => pubsub.subscribe('board') } },
    },
    subscription: true,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    port: app.server.address().port,
    publish: (board) => app.graphql.pubsub.publish({ topic: 'board', payload: { board } }),
  };
}

async function yoga() {
  const { createYoga, createSchema, createPubSub } = await import('graphql-yoga');
  const { useServer } = await import('graphql-ws/use/ws');
  const pubsub = createPubSub();
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: TYPES,
      resolvers: {
        Query: { ready: () => true },
        Subscription: { board: { subscribe: () => pubsub.subscribe('board'), resolve: (board) => board } },
      },
    }),
    logging: false,
  });
  const server = createServer((request, response) => void yoga(request, response));
  const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false });
  // As Yoga's documentation joins the two.
  useServer(
    {
      execute: (args) => args.rootValue.execute(args),
      subscribe: (args) => args.rootValue.subscribe(args),
      onSubscribe: async (ctx, _id, { query, variables, operationName }) => {
        const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
          ...ctx,
          req: ctx.extra.request,
          socket: ctx.extra.socket,
          params: { query, variables, operationName },
        });
        const args = {
          ...{ schema, operationName, variableValues: variables },
          document: parse(query),
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe },
        };
        const errors = validate(args.schema, args.document);
        return errors.length > 0 ? errors : args;
      },
    },
    sockets,
  );
  return listening(server, (board) => pubsub.publish('board', board));
}

/** Boards in memory that are followed by their cursors, like the change log. */
function log() {
  let last = boardOf(0);
  let waiting = [];
  const publish = (board) => {
    last = board;
    const now = waiting;
    waiting = [];
    for (const go of now) go();
  };
  async function* follow(after, signal) {
    let at = after ?? '';
    while (!signal.aborted) {
      if (last.cursor !== at) {
        at = last.cursor;
        yield last;
        continue;
      }
      await new Promise((resolve) => {
        waiting.push(resolve);
        signal.addEventListener('abort', resolve, { once: true });
      });
    }
  }
  return { wake: publish, follow };
}

function first(protocols) {
  return [...protocols][0];
}

async function listening(server, publish) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, publish };
}

const { port, publish } = await SERVERS[process.argv[2]]();
let published = 0;
process.on('message', (message) => {
  if (message === 'publish') publish(boardOf((published += 1)));
  if (message === 'measure') {
    global.gc?.();
    const { user, system } = process.cpuUsage();
    process.send({ cpuMs: (user + system) / 1_000, rss: process.memoryUsage().rss });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ port });
