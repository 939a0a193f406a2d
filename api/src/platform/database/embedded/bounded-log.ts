import { copyFile, open } from 'node:fs/promises';

/** Two files of this size hold weeks of an office's server messages and never fill a disk. */
const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

const CHECK_EVERY_MS = 60_000;

/** A file for a child process's output that is kept short: what is over the limit moves to `<path>.1`. */
export interface BoundedLog {
  /** Give this to the child as its output. It writes at the end of the file whatever we do to the file. */
  readonly fd: number;
  /** The last lines, for an error message. */
  tail(lines: number): Promise<string>;
  close(): Promise<void>;
}

/** Opens the log for appending and looks at its size now and every minute. */
export async function openBoundedLog(path: string, limitBytes = LOG_LIMIT_BYTES): Promise<BoundedLog> {
  const file = await open(path, 'a+', 0o600);
  const shorten = async () => {
    if ((await file.stat()).size <= limitBytes) return;
    await copyFile(path, `${path}.1`);
    await file.truncate();
  };
  await shorten();
  // A full disk must not end the process that serves people; the next minute tries again.
  const timer = setInterval(() => void shorten().catch(() => undefined), CHECK_EVERY_MS).unref();
  return {
    fd: file.fd,
    async tail(lines) {
      const { size } = await file.stat();
      const length = Math.min(size, 16_384);
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
    },
    async close() {
      clearInterval(timer);
      await file.close();
    },
  };
}
