import { GraphQLError } from 'graphql';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createLogger } from '../logger.js';
import { entities } from '../../app/entities.js';
import { createOrm } from '../database/orm.js';
import { sqlOf } from '../database/sql.js';
import { formatError } from './errors.js';

const logger = createLogger('silent');

/** The code that a client is given for what was thrown. */
function codeOf(originalError: Error): unknown {
  const error = new GraphQLError(originalError.message, { originalError });
  return formatError(logger, error.toJSON(), error).extensions?.['code'];
}

/** What asking throws where the server does to each connection what is given. */
async function thrownBy(meet: (socket: Socket) => void): Promise<Error> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => meet(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const orm = createOrm({ url: `postgres://x:x@127.0.0.1:${port}/x`, entities });
  try {
    await orm.connect();
    return await sqlOf(orm.em.fork())
      .rows('select 1')
      .then(
        () => new Error('it answered'),
        (error: Error) => error,
      );
  } finally {
    await orm.close(true);
    server.close();
  }
}

describe('what a client is told of an error', () => {
  it('is UNAVAILABLE where the database went away in the middle', async () => {
    expect(codeOf(await thrownBy((socket) => socket.end()))).toBe('UNAVAILABLE');
    expect(codeOf(await thrownBy((socket) => socket.resetAndDestroy()))).toBe('UNAVAILABLE');
  });

  it('is UNAVAILABLE for all that the driver says of a connection that is gone', () => {
    for (const message of [
      'Connection terminated',
      'Connection terminated unexpectedly',
      'Connection terminated due to connection timeout',
      'timeout exceeded when trying to connect',
      'Client has encountered a connection error and is not queryable',
    ]) {
      expect(codeOf(new Error(message))).toBe('UNAVAILABLE');
    }
  });

  it('is INTERNAL for what nobody expected', () => {
    expect(codeOf(new Error('Connection of thoughts terminated'))).toBe('INTERNAL');
  });
});
