import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import type { Row, Walk } from './chain-source.js';
import type { Entry } from './entry-hash.js';
import { observationLine, wordsFit } from './observation-line.js';
import type { Report } from './report.js';
import { textsFit, type Fit } from './texts-fit.js';

/** Letters that are hashed at once: a call for each row would cost more than the hashing. */
const CHUNK = 65_536;

/** What the rows of one stream say of themselves. */
interface Kind {
  readonly stream: 'observations' | 'evidence';
  readonly what: 'observation' | 'evidence';
  /** The line that the entry covers; null where the row is of no form that the writer gives. */
  readonly line: (row: Row) => string | null;
  readonly fit: (row: Row) => Fit;
  /** How a finding names it. */
  readonly place: (row: Row) => string;
}

/** In the order in which an entry covers them. */
const KINDS: readonly Kind[] = [
  {
    stream: 'observations',
    what: 'observation',
    line: observationLine,
    fit: wordsFit,
    place: (row) => row[2]!,
  },
  {
    stream: 'evidence',
    what: 'evidence',
    line: (row) => canonicalText(row[4]!),
    fit: ([, , , , , salt, commitment, texts]) =>
      texts === null ? 'FIT' : textsFit(salt!, commitment!, JSON.parse(texts!) as (string | null)[]),
    place: (row) => `${row[2]} ${row[3]}`,
  },
];

/** Holds the rows that name a command against the entry of that command: one digest over all of them. */
export async function holdRecord(
  report: Report,
  walks: Readonly<Record<Kind['stream'], Walk>>,
  entry: Entry,
): Promise<void> {
  const digest = createHash('sha256');
  const foundBefore = report.found;
  let rows = 0;
  let others = 0;
  let lines = '';
  for (const { stream, what, line, fit, place } of KINDS) {
    const walk = walks[stream];
    // Rows of no entry come last; a place of null is none.
    for (let row = walk.row; row !== null && row[0] !== null && Number(row[0]) <= entry.seq; row = walk.row) {
      report.counts[stream] += 1;
      if (Number(row[0]) < entry.seq || row[1] !== entry.id) {
        report.find('INSERTED', what, place(row), 'no entry covers it');
      } else {
        rows += 1;
        if (what === 'evidence') others += 1;
        lines += `${line(row)}\n`;
        if (lines.length > CHUNK) {
          digest.update(lines);
          lines = '';
        }
        const fits = fit(row);
        if (fits === 'ERASED') report.counts.erasedWords += 1;
        else if (fits === 'ALTERED') {
          report.find('ALTERED', what, place(row), 'its words are not those committed to');
        }
      }
      const more = walk.step();
      if (more !== undefined) await more;
    }
  }
  const what = others === 0 && rows > 0 ? 'observation' : 'evidence';
  const where = `entry ${entry.seq}`;
  if (rows < entry.recordCount) {
    report.find('REMOVED', what, where, `${rows} of its ${entry.recordCount} rows are there`);
  } else if (rows > entry.recordCount) {
    report.find('INSERTED', what, where, `${rows} rows in the place of ${entry.recordCount}`);
  } else if (rows > 0 && digest.update(lines).digest('hex') !== entry.recordDigest) {
    // Words that do not fit their commitment have been told of, and need not be the only thing.
    const also = report.found > foundBefore ? ' as well' : '';
    report.find('ALTERED', what, where, `one of its ${rows} is another than it was${also}`);
  }
}
