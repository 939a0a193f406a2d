import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { FINDINGS } from '../platform/files/finding.js';
import { readRows } from '../platform/files/read-rows.js';
import { importKinds, type ImportKindName } from './import-kinds.js';

/** More than any header holds. */
const HEAD_BYTES = 65_536;
/** Worse than any number of missing columns. */
const NOTHING_FITS = 100;

/**
 * What a file is about, by its header: the kind of which no column is missing, else the one that misses least. Of
 * several the one that the file's name says, else the one with the most columns. A file that is none of them is then
 * told what it lacks.
 */
export async function recogniseKind(path: string): Promise<ImportKindName> {
  const head = await readHead(path);
  const missing = new Map<ImportKindName, number>();
  for (const name of Object.keys(importKinds) as ImportKindName[]) {
    let stops = 0;
    for await (const items of readRows(only(head), { columns: importKinds[name].columns })) {
      for (const item of items) {
        if ('code' in item && FINDINGS[item.code].reach === 'FILE')
          stops += item.code === 'COLUMN_MISSING' ? 1 : NOTHING_FITS;
      }
      break;
    }
    missing.set(name, stops);
  }
  const ranked = [...missing].sort(
    ([one, a], [other, b]) => a - b || importKinds[other].columns.length - importKinds[one].columns.length,
  );
  const whole = ranked.filter(([, stops]) => stops === 0);
  const candidates = whole.length > 0 ? whole : ranked;
  const file = basename(path).toLowerCase();
  return (candidates.find(([name]) => file.includes(name)) ?? candidates[0]!)[0];
}

async function* only(head: Buffer): AsyncGenerator<Buffer> {
  yield head;
}

async function readHead(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return Buffer.alloc(0);
  }
}
