import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import { fromBufferPromise } from 'yauzl';

/** What the thread is given. */
interface Task {
  readonly bytes: Uint8Array;
  readonly mostRows: number;
  readonly mostColumns: number;
  readonly mostBytes: number;
  readonly mostParts: number;
}

/** A number from here on has more digits than Excel keeps. */
const DIGITS_LOST = 1e15;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const FORMULA_FAILED = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

const { bytes, mostRows, mostColumns, mostBytes, mostParts } = workerData as Task;

/** The text of a cell; 1: digits were lost, 2: a formula failed. Those two are told apart from any text. */
type CellRead = string | 1 | 2;

class TooLarge extends Error {}

/**
 * Unpacks every part once and counts, before anything is kept: what a part says of its own size is not believed.
 * Gives how many sheets there are.
 */
async function measure(): Promise<number> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > mostParts) throw new TooLarge();
  let unpacked = 0;
  let sheets = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > mostBytes) throw new TooLarge();
    if (SHEET.test(entry.fileName)) sheets += 1;
    // A part that holds more than it says fails here.
    const part = await zip.openReadStreamPromise(entry);
    await new Promise<void>((resolve, reject) => {
      part.once('error', reject);
      part.once('end', resolve);
      part.resume();
    });
  }
  return sheets;
}

function cellOf(value: unknown): CellRead {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Math.abs(value) >= DIGITS_LOST ? 1 : String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return 2;
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
  }
  const text = typeof value === 'string' ? value : '';
  return FORMULA_FAILED.test(text) ? 2 : text;
}

async function read() {
  const sheets = await measure();
  const records: { line: number; cells: CellRead[] }[] = [];
  for await (const { index, values } of streamXlsxRows(bytes)) {
    const width = values.findLastIndex((value) => value !== null && value !== '') + 1;
    if (width === 0) continue;
    if (width > mostColumns) throw new TooLarge();
    // One more than fits, and the header: whoever asked sees that there are too many.
    if (records.length > mostRows + 1) break;
    records.push({ line: index + 1, cells: values.slice(0, width).map(cellOf) });
  }
  return { sheets, records };
}

try {
  parentPort?.postMessage(await read(), []);
} catch (error) {
  const name = (error as Error).name;
  const why =
    error instanceof TooLarge
      ? 'BOOK_TOO_LARGE'
      : name === 'EncryptedFileError'
        ? 'BOOK_ENCRYPTED'
        : 'BOOK_UNREADABLE';
  parentPort?.postMessage({ why }, []);
}
