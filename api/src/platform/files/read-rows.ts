import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { finding, type Finding } from './finding.js';
import { gatherChunks } from './gather-chunks.js';
import type { ColumnSpec } from './match-columns.js';
import { parseFields } from './parse-fields.js';
import { readHeader, type Header } from './read-header.js';
import { recogniseFile } from './recognise-file.js';
import { rowOfRecord, type Row } from './row-of-record.js';
import { RecordSplitter, type RecordPiece } from './split-records.js';

export type { Row };

export interface ReadOptions {
  readonly columns: readonly ColumnSpec[];
  /** Longest line, and longest record of several lines, in bytes. */
  readonly maximumLineBytes?: number;
}

/** The longest row that can be right carries a note of 2,000 letters, 16 KB if each takes four bytes and is escaped. */
const MAXIMUM_LINE_BYTES = 65_536;

/** How many rows and findings come at a time at most: handing them over one by one would cost more than reading. */
const BATCH = 1_000;

const READ_BYTES = 262_144;

/**
 * Reads a delimited text of any size in bounded memory: rows, and what is wrong with lines that are not rows, both in
 * the order of the file and at most 1,000 at a time. Separator (comma, semicolon, tab), line end (CRLF, LF) and byte
 * order mark are recognised. A finding that reaches the FILE is the last one; one that reaches a ROW stands for that
 * row alone (`FINDINGS` says which reaches how far). Blank rows are passed over.
 * @throws where a file that could be opened fails while it is read
 */
export async function* readRows(
  source: string | AsyncIterable<Uint8Array>,
  { columns, maximumLineBytes = MAXIMUM_LINE_BYTES }: ReadOptions,
): AsyncGenerator<readonly (Row | Finding)[]> {
  const bytes = typeof source === 'string' ? await openFile(source) : source;
  if (bytes === null) {
    yield [finding('FILE_UNREADABLE', { line: 1 })];
    return;
  }
  let table: { readonly header: Header; readonly splitter: RecordSplitter } | null = null;
  let batch: (Row | Finding)[] = [];
  let rows = false;
  // The first chunk must hold the whole header, if there is one that is not too long.
  for await (const gathered of gatherChunks(bytes, Math.max(READ_BYTES, maximumLineBytes + 2))) {
    const { last } = gathered;
    let { chunk } = gathered;
    if (table === null) {
      const file = recogniseFile(chunk);
      if ('code' in file) {
        yield [file];
        return;
      }
      chunk = chunk.subarray(file.mark);
      const { header, findings } = readHeader(chunk, last, columns, maximumLineBytes);
      if (findings.length > 0) yield findings;
      if (header === null) return;
      const delimiter = header.delimiter.charCodeAt(0);
      table = { header, splitter: new RecordSplitter({ delimiter, maximumLineBytes }) };
    }
    for (const piece of table.splitter.split(chunk, last)) {
      if ('code' in piece) {
        const at = { line: piece.line };
        batch.push(
          piece.code === 'LINE_TOO_LONG'
            ? finding(piece.code, at, maximumLineBytes)
            : finding(piece.code, at),
        );
      } else {
        batch.push(...itemsOf(piece, table.header, columns));
      }
      rows ||= batch.length > 0;
      while (batch.length >= BATCH) yield batch.splice(0, BATCH);
    }
  }
  if (!rows && table !== null) batch.push(finding('ROWS_MISSING', { line: table.header.line }));
  if (batch.length > 0) yield batch;
}

/** Null where there is nothing at this path that can be read. */
async function openFile(path: string): Promise<AsyncIterable<Uint8Array> | null> {
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file.createReadStream({ highWaterMark: READ_BYTES });
    await file.close();
    return null;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null;
    throw error;
  }
}

function itemsOf(piece: RecordPiece, header: Header, columns: readonly ColumnSpec[]): (Row | Finding)[] {
  const { records } = piece;
  const broken = brokenRecords(piece);
  const fields = parseFields(broken.size === 0 ? piece.bytes : without(piece, broken), header.delimiter);
  const items: (Row | Finding)[] = [];
  let next = 0;
  records.forEach(({ line }, index) => {
    const why = broken.get(index);
    const record = why === undefined ? fields[next++] : undefined;
    if (why !== undefined) items.push(finding(why, { line }));
    else if (record !== undefined && line !== header.line) {
      const item = rowOfRecord(line, record, header.match, columns);
      if (item !== null) items.push(item);
    }
  });
  return items;
}

/** Which records of a piece hold bytes that no text holds. */
function brokenRecords(piece: RecordPiece): Map<number, 'ROW_NOT_UTF8' | 'ROW_HAS_NUL'> {
  const broken = new Map<number, 'ROW_NOT_UTF8' | 'ROW_HAS_NUL'>();
  if (isUtf8(piece.bytes) && !piece.bytes.includes(0)) return broken;
  piece.records.forEach((_, index) => {
    const bytes = recordBytes(piece, index);
    if (!isUtf8(bytes)) broken.set(index, 'ROW_NOT_UTF8');
    else if (bytes.includes(0)) broken.set(index, 'ROW_HAS_NUL');
  });
  return broken;
}

function without(piece: RecordPiece, broken: ReadonlyMap<number, unknown>): Buffer {
  return Buffer.concat(
    piece.records.flatMap((_, index) => (broken.has(index) ? [] : [recordBytes(piece, index)])),
  );
}

function recordBytes({ bytes, records }: RecordPiece, index: number): Buffer {
  return bytes.subarray(records[index]?.offset, records[index + 1]?.offset);
}
