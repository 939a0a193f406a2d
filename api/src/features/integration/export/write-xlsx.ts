import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SheetForm, SheetMessage, SheetValue } from './xlsx-message.js';

/** Beside this file, in whichever form this file is run. */
const PROGRAM = new URL(`./xlsx-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);
const LONGEST_MS = 120_000;
/** Megabytes of the thread: 20,000 rows take a third of it. */
const MOST_MEMORY_MB = 1_024;

/** A workbook that is being written. */
export interface XlsxWriter {
  sheet(form: SheetForm): void;
  rows(rows: readonly (readonly SheetValue[])[]): void;
  /** @throws Error where it took too long, or too much memory */
  end(): Promise<Buffer>;
  /** Lets go of the thread; after `end` it does nothing. */
  close(): Promise<void>;
}

/**
 * Writes a workbook on a thread of its own: putting 20,000 rows together takes a core for a second, and nobody else waits
 * for it. Rows are handed over as they come, so the process itself holds a batch of them.
 */
export function createXlsxWriter(): XlsxWriter {
  const worker = new Worker(PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  worker.once('message', (bytes: Uint8Array) =>
    resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  );
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the workbook was not finished')));
  // Whoever waits for it is told; where nobody does, it ended because it was let go of.
  promise.catch(() => undefined);
  const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
  const tell = (message: SheetMessage) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(message);
  };
  return {
    sheet: (form) => tell({ kind: 'SHEET', form }),
    rows: (rows) => tell({ kind: 'ROWS', rows }),
    end() {
      tell({ kind: 'END' });
      return promise;
    },
    async close() {
      clearTimeout(late);
      await worker.terminate();
    },
  };
}
