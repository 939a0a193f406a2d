import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { STREAMS, type ChainSource, type Heads, type Row } from './chain-source.js';

const BATCH = 1_000;

interface Manifest {
  readonly version: 1;
  readonly region: string;
  readonly heads: Heads;
}

/** Writes a region's history into a folder: one file of JSON lines for each stream, and where it ends. */
export async function exportChain(source: ChainSource, folder: string): Promise<number> {
  // It holds personal data: nobody else may read it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let rows = 0;
  for (const stream of STREAMS) {
    const file = createWriteStream(join(folder, `${stream}.jsonl`), { flags: 'wx', mode: 0o600 });
    const batches = source.rows(stream);
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
      rows += next.value.length;
      const text = next.value.map((row) => `${JSON.stringify(row)}\n`).join('');
      if (!file.write(text)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'finish');
  }
  const manifest: Manifest = { version: 1, region: source.regionCode, heads: await source.heads() };
  await writeFile(join(folder, 'heads.json'), `${JSON.stringify(manifest)}\n`, { flag: 'wx', mode: 0o600 });
  return rows;
}

/** Reads what `exportChain` wrote; no database is needed. */
export async function folderSource(folder: string): Promise<ChainSource> {
  const manifest = JSON.parse(await readFile(join(folder, 'heads.json'), 'utf8')) as Manifest;
  if (manifest.version !== 1) throw new Error(`${folder}: an export of a version that is not known here`);
  return {
    regionCode: manifest.region,
    heads: async () => manifest.heads,
    async *rows(stream) {
      const lines = createInterface({ input: createReadStream(join(folder, `${stream}.jsonl`)) });
      let batch: Row[] = [];
      for await (const line of lines) {
        batch.push(JSON.parse(line) as Row);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  };
}
