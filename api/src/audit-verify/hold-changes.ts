import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import type { Row, Walk } from './chain-source.js';
import type { Entry } from './entry-hash.js';
import type { Report } from './report.js';

/**
 * Holds the changes of a command against its entry.
 * @param covered up to which offset the entries before it cover changes
 * @returns up to which offset changes are covered then
 */
export async function holdChanges(
  report: Report,
  walk: Walk,
  entry: Entry,
  covered: number,
): Promise<number> {
  if (entry.offsets === null) return covered;
  const { first, last } = entry.offsets;
  if (first !== covered + 1 || last < first) {
    const why = `its changes begin at ${first}; ${covered + 1} comes next`;
    report.find('ALTERED', 'entry', entry.seq, why);
  }
  const digest = createHash('sha256');
  let next = first;
  let whole = true;
  for (let row = walk.row; row !== null && Number(row[0]) <= last; row = walk.row) {
    const offset = Number(row[0]);
    report.sawChange(offset);
    if (offset < first) report.find('INSERTED', 'change', offset, 'no entry covers it');
    else if (offset < next) {
      report.find('FORKED', 'change', offset, 'a second change at this offset');
      whole = false;
    } else {
      if (offset > next) {
        report.find('REMOVED', 'change', span(next, offset - 1), 'not there');
        whole = false;
      }
      const line = whole ? changeLine(offset - first + 1, row) : '';
      if (line === null) {
        report.find('ALTERED', 'change', offset, 'its payload is none that was ever written');
        whole = false;
      } else digest.update(line);
      next = offset + 1;
    }
    const more = walk.step();
    if (more !== undefined) await more;
  }
  if (next <= last) report.find('REMOVED', 'change', span(next, last), 'not there');
  else if (whole && digest.digest('hex') !== entry.changesDigest) {
    report.find('ALTERED', 'change', span(first, last), `not what entry ${entry.seq} covers`);
  }
  return Math.max(last, covered);
}

/** Places from one to another, as they are told. */
export function span(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** The line of a change that its command's digest covers; null for a payload that cannot have been written. */
function changeLine(place: number, row: Row): string | null {
  const [, kind, subjectId, payload, actorId, recordedAt] = row;
  const text = canonicalText(payload!);
  if (text === null) return null;
  return `[${place},${JSON.stringify(kind)},${JSON.stringify(subjectId)},${text},${JSON.stringify(actorId)},"${recordedAt}"]\n`;
}
