import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createPatientServer } from './slow-clients.js';

describe('a request that does not come whole', () => {
  let server: Server;

  beforeEach(async () => {
    server = createPatientServer((request, response) => {
      request.resume().once('end', () => response.end('{"data":{}}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  const BEGUN = 'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"query":';

  /** What is answered to a piece of a request. */
  async function answerTo(piece: string, after: (end: () => void) => void): Promise<string> {
    const socket = connect({ port: (server.address() as AddressInfo).port, allowHalfOpen: true });
    socket.write(piece, () => after(() => socket.end()));
    let text = '';
    for await (const data of socket) text += String(data);
    return text;
  }

  it('may be sent again, where the network has cut it off: the client has made no mistake', async () => {
    const answer = await answerTo(BEGUN, (end) => setTimeout(end, 100));
    expect(answer).toContain('"code":"TIMEOUT"');
  });

  it('may be sent again, where it took too long', async () => {
    server.requestTimeout = 200;
    server.headersTimeout = 200;
    expect(await answerTo(BEGUN, () => undefined)).toContain('"code":"TIMEOUT"');
  });

  it('is told apart from what is no request at all', async () => {
    expect(await answerTo('NONSENSE\r\n\r\n', () => undefined)).toContain('"code":"BAD_REQUEST"');
  });
});
