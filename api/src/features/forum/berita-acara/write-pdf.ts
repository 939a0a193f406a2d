import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { footOf, minutesDocument } from './minutes-document.js';
import type { MinutesPaper } from './minutes-paper.js';

/** Beside this file, in whichever form this file is run. */
const PROGRAM = new URL(`./print-worker${path.extname(fileURLToPath(import.meta.url))}`, import.meta.url);
const LONGEST_MS = 30_000;
/** Megabytes of a thread; 500 outcomes take a fraction of it. */
const MOST_MEMORY_MB = 512;

/**
 * The paper as the bytes of a PDF. Setting a long one takes seconds of a core, so it is done on a thread of its own:
 * nobody else waits for it.
 * @throws Error where it took too long
 */
export async function writePdf(paper: MinutesPaper): Promise<Buffer> {
  const worker = new Worker(PROGRAM, {
    workerData: { document: minutesDocument(paper), foot: footOf(paper) },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const late = setTimeout(() => void worker.terminate(), LONGEST_MS);
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the paper was not finished')));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
