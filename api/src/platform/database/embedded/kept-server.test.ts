import { keepServer } from './kept-server.js';
import type { Server } from './server.js';

/** A server without a process: what matters here is who is asked to start and stop, and when. */
function serverThatLives() {
  let die = () => {};
  let stops = 0;
  const gone = new Promise<void>((resolve) => (die = resolve));
  const server: Server = {
    url: 'postgres://127.0.0.1:1/pantau',
    gone,
    async stop() {
      stops++;
      die();
    },
  };
  return { server, die, stops: () => stops };
}

it('stops the server that is just being started again when it is asked to stop', async () => {
  const first = serverThatLives();
  const second = serverThatLives();
  let letSecondStart = () => {};
  const asked = Promise.withResolvers<void>();
  const starts = [
    async () => first.server,
    () =>
      new Promise<Server>((resolve) => {
        letSecondStart = () => resolve(second.server);
        asked.resolve();
      }),
  ];
  let deaths = 0;
  const kept = await keepServer(
    () => starts.shift()!(),
    () => deaths++,
    (error) => expect(error).toBeUndefined(),
  );
  first.die();
  await asked.promise;
  const stopped = kept.stop();
  letSecondStart();
  await stopped;
  expect(deaths).toBe(1);
  expect(second.stops()).toBe(1);
});

it('tries several times, then says why the server cannot be started', async () => {
  let attempts = 0;
  const failing = keepServer(
    async () => {
      attempts++;
      throw new Error('no space left');
    },
    () => {},
    () => {},
  );
  await expect(failing).rejects.toThrow('no space left');
  expect(attempts).toBe(6);
});
