import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/**
 * A free port on 127.0.0.1: the one that the file remembers if it is still free, else a new one, which is then
 * remembered. A stable port keeps a second tool's saved connection working.
 */
export async function serverPort(file: string): Promise<number> {
  const remembered = Number(await readFile(file, 'utf8').catch(() => ''));
  if (remembered > 0 && (await freePort(remembered)) !== null) return remembered;
  const chosen = await freePort(0);
  if (chosen === null) throw new Error('No port on 127.0.0.1 is free');
  await writeFile(file, `${chosen}\n`);
  return chosen;
}

/** The port, or one of the system's choice for 0; null when it is taken. */
function freePort(port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(null) : reject(error),
    );
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
