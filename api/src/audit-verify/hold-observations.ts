import { createHash } from 'node:crypto';
import type { Row, Walk } from './chain-source.js';
import type { Entry } from './entry-hash.js';
import { observationLine, wordsFit } from './observation-line.js';
import type { Report } from './report.js';

/** Letters that are hashed at once: a call for each row would cost more than the hashing. */
const CHUNK = 65_536;

/** Holds the observations that name a command against the entry of that command. */
export async function holdObservations(report: Report, walk: Walk, entry: Entry): Promise<void> {
  const digest = createHash('sha256');
  const foundBefore = report.found;
  let rows = 0;
  let lines = '';
  // Rows of no entry come last; a place of null is none.
  for (let row = walk.row; row !== null && row[0] !== null && Number(row[0]) <= entry.seq; row = walk.row) {
    report.counts.observations += 1;
    if (Number(row[0]) < entry.seq || row[1] !== entry.id) {
      report.find('INSERTED', 'observation', row[2]!, 'no entry covers it');
    } else {
      rows += 1;
      lines += `${observationLine(row)}\n`;
      if (lines.length > CHUNK) {
        digest.update(lines);
        lines = '';
      }
      holdWords(report, row);
    }
    const more = walk.step();
    if (more !== undefined) await more;
  }
  const where = `entry ${entry.seq}`;
  if (rows < entry.recordCount) {
    report.find(
      'REMOVED',
      'observation',
      where,
      `${rows} of its ${entry.recordCount} observations are there`,
    );
  } else if (rows > entry.recordCount) {
    report.find(
      'INSERTED',
      'observation',
      where,
      `${rows} observations in the place of ${entry.recordCount}`,
    );
  } else if (rows > 0 && digest.update(lines).digest('hex') !== entry.recordDigest) {
    // Words that do not fit their commitment have been told of, and need not be the only thing.
    const also = report.found > foundBefore ? ' as well' : '';
    report.find('ALTERED', 'observation', where, `one of its ${rows} is another than it was${also}`);
  }
}

function holdWords(report: Report, row: Row): void {
  const fit = wordsFit(row);
  if (fit === 'ERASED') report.counts.erasedWords += 1;
  else if (fit === 'ALTERED') {
    report.find('ALTERED', 'observation', row[2]!, 'its words are not those committed to');
  }
}
