import { Walk, type ChainSource, type Heads, type Row, type StreamName } from './chain-source.js';
import { entryHash, genesis, readEntry, type Entry } from './entry-hash.js';
import type { Finding, Verification } from './findings.js';
import { holdChanges, span } from './hold-changes.js';
import { holdDetail } from './hold-detail.js';
import { holdRecord } from './hold-record.js';
import type { SeenCheckpoint } from './read-checkpoints.js';
import { Report } from './report.js';

type Walks = Readonly<Record<StreamName, Walk>>;

/** Entries that do not fit and that are remembered, to tell a change of places from a change of contents. */
const MISFITS_KEPT = 50;

interface Misfit {
  readonly before: string;
  readonly seq: number;
  readonly entry: Entry;
}

/**
 * Holds one region's history against its chain: one walk over all streams side by side, in memory that does not grow
 * with them. It trusts no trigger, no constraint and no index: what a superuser can have done is looked for.
 * @param checkpoints in the order of their places
 */
export async function verifyChain(
  source: ChainSource,
  checkpoints: readonly SeenCheckpoint[] = [],
  begunWith: readonly Finding[] = [],
): Promise<Verification> {
  const report = new Report(begunWith);
  report.counts.checkpoints = checkpoints.length;
  const heads = await source.heads();
  const walks: Walks = {
    entries: new Walk(source.rows('entries')),
    changes: new Walk(source.rows('changes')),
    details: new Walk(source.rows('details')),
    subjects: new Walk(source.rows('subjects')),
    observations: new Walk(source.rows('observations')),
    evidence: new Walk(source.rows('evidence')),
  };
  for (const walk of Object.values(walks)) await walk.step();

  let end = { seq: 0, hash: genesis(source.regionCode), lastOffset: 0 };
  /** Whether `end.hash` is what the next entry follows; not after a hole. */
  let linked = true;
  const misfits: Misfit[] = [];
  let seen = 0;

  const holdAgainstCheckpoints = () => {
    for (; seen < checkpoints.length && checkpoints[seen]!.seq <= end.seq; seen += 1) {
      const { seq, hash, streamHead } = checkpoints[seen]!;
      if (seq < end.seq)
        report.find('REMOVED', 'checkpoint', seq, 'the entry that the checkpoint saw is gone');
      else if (hash !== end.hash)
        report.find('REWRITTEN', 'checkpoint', seq, 'the checkpoint saw another history');
      else if (streamHead !== end.lastOffset) {
        report.find('REWRITTEN', 'checkpoint', seq, `the checkpoint saw the stream end at ${streamHead}`);
      }
    }
  };
  holdAgainstCheckpoints();

  for (let row = walks.entries.row; row !== null; row = walks.entries.row) {
    report.counts.entries += 1;
    const entry = readEntry(source.regionCode, row);
    if (entry === null) {
      report.find('ALTERED', 'entry', row[0] ?? '?', 'is of no form that an entry has');
      await walks.entries.step();
      linked = false;
      continue;
    }
    if (entry.seq <= end.seq) {
      report.find('FORKED', 'entry', entry.seq, 'a second entry at this place');
      await walks.entries.step();
      continue;
    }
    if (entry.seq > end.seq + 1) {
      report.find('REMOVED', 'entry', span(end.seq + 1, entry.seq - 1), 'not there');
      linked = false;
    }
    if (linked && entryHash(end.hash, entry.seq, entry) !== entry.hash) {
      const here = { before: end.hash, seq: entry.seq, entry };
      const other = misfits.find(
        (one) =>
          entryHash(one.before, one.seq, entry) === entry.hash ||
          entryHash(here.before, here.seq, one.entry) === one.entry.hash,
      );
      if (other === undefined)
        report.find('ALTERED', 'entry', entry.seq, 'does not follow from the one before it');
      else report.find('REORDERED', 'entry', entry.seq, `stands in the place of entry ${other.seq}`);
      if (misfits.length < MISFITS_KEPT) misfits.push(here);
    }
    const lastOffset = await holdChanges(report, walks.changes, entry, end.lastOffset);
    await holdDetail(report, walks.details, walks.subjects, entry);
    await holdRecord(report, walks, entry);
    end = { seq: entry.seq, hash: entry.hash, lastOffset };
    linked = true;
    holdAgainstCheckpoints();
    const more = walks.entries.step();
    if (more !== undefined) await more;
  }
  await findLeftovers(report, walks);
  compareHeads(report, heads, end);
  for (const { seq } of checkpoints.slice(seen)) {
    report.find(
      'TRUNCATED',
      'checkpoint',
      seq,
      `the checkpoint saw entry ${seq}; the chain ends at ${end.seq}`,
    );
  }
  const { counts, findings, found } = report;
  return { counts, findings, found, end };
}

/** Whatever stands behind the last entry was written by no command. */
async function findLeftovers(report: Report, walks: Walks): Promise<void> {
  const rest = [
    ['changes', 'change', 0],
    ['details', 'detail', 0],
    ['subjects', 'subject', 1],
    ['observations', 'observation', 2],
    ['evidence', 'evidence', 3],
  ] as const;
  for (const [stream, what, column] of rest) {
    const walk = walks[stream];
    for (let row = walk.row; row !== null; row = walk.row) {
      if (stream === 'changes') report.sawChange(Number(row[0]));
      else report.counts[stream] += 1;
      report.find('INSERTED', what, row[column] ?? '?', 'no entry covers it');
      const more = walk.step();
      if (more !== undefined) await more;
    }
  }
}

/** Each region has one head of each kind, and it says what the walk came to. */
function compareHeads(report: Report, heads: Heads, end: Verification['end']): void {
  for (const [name, rows] of Object.entries(heads) as [string, readonly Row[]][]) {
    if (rows.length > 1) report.find('FORKED', 'head', name, `${rows.length} heads in the place of one`);
    if (rows.length === 0) report.find('REMOVED', 'head', name, 'the region has none');
  }
  for (const [seq, hash] of heads.audit) {
    if (Number(seq) > end.seq) report.find('TRUNCATED', 'head', seq!, `the chain ends at ${end.seq}`);
    else if (Number(seq) < end.seq) report.find('INSERTED', 'head', seq!, `the chain goes on to ${end.seq}`);
    else if (hash !== end.hash)
      report.find('FORKED', 'head', seq!, 'it has another hash than the last entry');
  }
  const { highestOffset: last } = report;
  for (const [, head] of heads.stream) {
    if (Number(head) > last) report.find('TRUNCATED', 'head', head!, `changes end at ${last}`);
    else if (Number(head) < last) report.find('ALTERED', 'head', head!, `changes go on to ${last}`);
  }
}
