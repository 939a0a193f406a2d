import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import { Walk, type ChainSource, type Row } from './chain-source.js';
import { entryHash, genesis, readEntry, type Entry } from './entry-hash.js';
import { FINDINGS_KEPT, type Counts, type Finding, type Verification } from './findings.js';
import { observationLine, wordsFit } from './observation-line.js';
import type { SeenCheckpoint } from './read-checkpoints.js';

/** Entries that do not fit and that are remembered, to tell a change of places from a change of contents. */
const MISFITS_KEPT = 1_000;

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
  const findings: Finding[] = begunWith.slice(0, FINDINGS_KEPT);
  let found = begunWith.length;
  const find = (kind: Finding['kind'], what: Finding['what'], place: string | number, why: string) => {
    found += 1;
    if (findings.length < FINDINGS_KEPT) findings.push({ kind, what, place: String(place), why });
  };
  const counts: Counts = {
    entries: 0,
    changes: 0,
    details: 0,
    subjects: 0,
    observations: 0,
    checkpoints: checkpoints.length,
    erasedDetails: 0,
    erasedWords: 0,
  };
  const heads = await source.heads();
  const walks = {
    entries: new Walk(source.rows('entries')),
    changes: new Walk(source.rows('changes')),
    details: new Walk(source.rows('details')),
    subjects: new Walk(source.rows('subjects')),
    observations: new Walk(source.rows('observations')),
  };
  for (const walk of Object.values(walks)) await walk.step();

  let end = { seq: 0, hash: genesis(source.regionCode), lastOffset: 0 };
  /** Whether `end.hash` is what the next entry follows; not after a hole. */
  let linked = true;
  const misfits: Misfit[] = [];
  let seen = 0;
  /** The highest offset of any change, covered or not. */
  let highest = 0;

  const holdAgainstCheckpoints = () => {
    for (; seen < checkpoints.length && checkpoints[seen]!.seq <= end.seq; seen += 1) {
      const { seq, hash, streamHead } = checkpoints[seen]!;
      if (seq < end.seq) find('REMOVED', 'checkpoint', seq, 'the entry that the checkpoint saw is gone');
      else if (hash !== end.hash) find('REWRITTEN', 'checkpoint', seq, 'the checkpoint saw another history');
      else if (streamHead !== end.lastOffset) {
        find('REWRITTEN', 'checkpoint', seq, `the checkpoint saw the stream end at ${streamHead}`);
      }
    }
  };
  holdAgainstCheckpoints();

  for (let row = walks.entries.row; row !== null; row = walks.entries.row) {
    counts.entries += 1;
    const entry = readEntry(source.regionCode, row);
    if (entry === null) {
      find('ALTERED', 'entry', row[0] ?? '?', 'is of no form that an entry has');
      await walks.entries.step();
      linked = false;
      continue;
    }
    if (entry.seq <= end.seq) {
      find('FORKED', 'entry', entry.seq, 'a second entry at this place');
      await walks.entries.step();
      continue;
    }
    if (entry.seq > end.seq + 1) {
      const hole = entry.seq === end.seq + 2 ? `${end.seq + 1}` : `${end.seq + 1}–${entry.seq - 1}`;
      find('REMOVED', 'entry', hole, 'not there');
      linked = false;
    }
    if (linked && entryHash(end.hash, entry.seq, entry) !== entry.hash) {
      const here = { before: end.hash, seq: entry.seq, entry };
      const other = misfits.find(
        (one) =>
          entryHash(one.before, one.seq, entry) === entry.hash ||
          entryHash(here.before, here.seq, one.entry) === one.entry.hash,
      );
      if (other === undefined) find('ALTERED', 'entry', entry.seq, 'does not follow from the one before it');
      else find('REORDERED', 'entry', entry.seq, `stands in the place of entry ${other.seq}`);
      if (misfits.length < MISFITS_KEPT) misfits.push(here);
    }
    const lastOffset = await holdChanges(entry, end.lastOffset);
    await holdDetail(entry);
    await holdObservations(entry);
    end = { seq: entry.seq, hash: entry.hash, lastOffset };
    linked = true;
    holdAgainstCheckpoints();
    const more = walks.entries.step();
    if (more !== undefined) await more;
  }
  await findLeftovers();
  compareHeads();
  for (const { seq } of checkpoints.slice(seen)) {
    find('TRUNCATED', 'checkpoint', seq, `the checkpoint saw entry ${seq}; the chain ends at ${end.seq}`);
  }
  return { counts, findings, found, end };

  /** Holds the changes of a command against its entry; gives the offset up to which changes are covered then. */
  async function holdChanges(entry: Entry, covered: number): Promise<number> {
    if (entry.offsets === null) return covered;
    const { first, last } = entry.offsets;
    if (first !== covered + 1 || last < first) {
      const expected = `its changes begin at ${first}; ${covered + 1} comes next`;
      find('ALTERED', 'entry', entry.seq, expected);
    }
    const walk = walks.changes;
    const digest = createHash('sha256');
    let next = first;
    let whole = true;
    for (let row = walk.row; row !== null && Number(row[0]) <= last; row = walk.row) {
      counts.changes += 1;
      const offset = Number(row[0]);
      highest = Math.max(highest, offset);
      if (offset < next) {
        const twice = offset >= first;
        find(
          twice ? 'FORKED' : 'INSERTED',
          'change',
          offset,
          twice ? 'a second change' : 'no entry covers it',
        );
        whole &&= !twice;
      } else {
        if (offset > next) {
          find('REMOVED', 'change', next === offset - 1 ? next : `${next}–${offset - 1}`, 'not there');
          whole = false;
        }
        if (whole) {
          const line = changeLine(offset - first + 1, row);
          if (line === null) {
            find('ALTERED', 'change', offset, 'its payload is none that was ever written');
            whole = false;
          } else digest.update(line);
        }
        next = offset + 1;
      }
      const more = walk.step();
      if (more !== undefined) await more;
    }
    if (next <= last) {
      find('REMOVED', 'change', next === last ? next : `${next}–${last}`, 'not there');
    } else if (whole && digest.digest('hex') !== entry.changesDigest) {
      const where = first === last ? String(first) : `${first}–${last}`;
      find('ALTERED', 'change', where, `not what entry ${entry.seq} covers`);
    }
    return Math.max(last, covered);
  }

  async function holdDetail(entry: Entry): Promise<void> {
    const walk = walks.details;
    let text: string | null = null;
    let there = false;
    for (let row = walk.row; row !== null && Number(row[0]) <= entry.seq; row = walk.row) {
      counts.details += 1;
      if (Number(row[0]) < entry.seq || there) {
        find('INSERTED', 'detail', row[0]!, there ? 'a second detail of one entry' : 'no entry is there');
      } else if (entry.detailCommitment === null) {
        find('INSERTED', 'detail', entry.seq, 'the entry covers none');
      } else {
        there = true;
        text = canonicalText(row[2]!);
        const salt = Buffer.from(row[1]!, 'hex');
        const held = createHash('sha256').update(salt);
        if (text === null || held.update(text).digest('hex') !== entry.detailCommitment) {
          find('ALTERED', 'detail', entry.seq, 'not what the entry committed to');
          text = null;
        }
      }
      const more = walk.step();
      if (more !== undefined) await more;
    }
    if (entry.detailCommitment !== null && !there) counts.erasedDetails += 1;
    await holdSubjects(entry, there && text !== null ? text : null, there);
  }

  /** The detail names the subjects too: the table of subjects is an index of it that must agree. */
  async function holdSubjects(entry: Entry, detail: string | null, there: boolean): Promise<void> {
    const walk = walks.subjects;
    const listed: { employeeId: string; fields: unknown }[] = [];
    for (let row = walk.row; row !== null && Number(row[0]) <= entry.seq; row = walk.row) {
      counts.subjects += 1;
      if (Number(row[0]) < entry.seq) find('INSERTED', 'subject', row[1]!, `entry ${row[0]} has none`);
      else listed.push({ employeeId: row[1]!, fields: JSON.parse(row[2]!) as unknown });
      const more = walk.step();
      if (more !== undefined) await more;
    }
    if (!there && listed.length > 0) {
      find('INSERTED', 'subject', listed[0]!.employeeId, `entry ${entry.seq} has no detail that names it`);
    }
    if (detail === null) return;
    const { subjects } = JSON.parse(detail) as { subjects: { employeeId: string; fields: unknown }[] };
    const told = JSON.stringify(subjects.map(({ employeeId, fields }) => [employeeId, fields]));
    if (told === JSON.stringify(listed.map(({ employeeId, fields }) => [employeeId, fields]))) return;
    const kind =
      listed.length < subjects.length ? 'REMOVED' : listed.length > subjects.length ? 'INSERTED' : 'ALTERED';
    find(kind, 'subject', entry.seq, 'the list of subjects is not the one in the detail');
  }

  async function holdObservations(entry: Entry): Promise<void> {
    const walk = walks.observations;
    const digest = createHash('sha256');
    let rows = 0;
    let lines = '';
    const foundBefore = found;
    // Rows of no entry come last; a place of null is none.
    for (let row = walk.row; row !== null && row[0] !== null && Number(row[0]) <= entry.seq; row = walk.row) {
      counts.observations += 1;
      if (Number(row[0]) < entry.seq || row[1] !== entry.id) {
        find('INSERTED', 'observation', row[2]!, 'no entry covers it');
      } else {
        rows += 1;
        lines += `${observationLine(row)}\n`;
        if (lines.length > 65_536) {
          digest.update(lines);
          lines = '';
        }
        holdWords(row);
      }
      const more = walk.step();
      if (more !== undefined) await more;
    }
    const where = `entry ${entry.seq}`;
    if (rows < entry.recordCount) {
      find('REMOVED', 'observation', where, `${rows} of its ${entry.recordCount} observations are there`);
    } else if (rows > entry.recordCount) {
      find('INSERTED', 'observation', where, `${rows} observations in the place of ${entry.recordCount}`);
    } else if (rows > 0 && digest.update(lines).digest('hex') !== entry.recordDigest) {
      if (found === foundBefore)
        find('ALTERED', 'observation', where, `one of its ${rows} is another than it was`);
    }
  }

  function holdWords(row: Row): void {
    const fit = wordsFit(row);
    if (fit === 'ERASED') counts.erasedWords += 1;
    else if (fit === 'ALTERED')
      find('ALTERED', 'observation', row[2]!, 'its words are not those committed to');
  }

  async function findLeftovers(): Promise<void> {
    const rest = [
      ['changes', 'change', 0],
      ['details', 'detail', 0],
      ['subjects', 'subject', 1],
      ['observations', 'observation', 2],
    ] as const;
    for (const [stream, what, column] of rest) {
      const walk = walks[stream];
      for (let row = walk.row; row !== null; row = walk.row) {
        counts[stream] += 1;
        if (stream === 'changes') highest = Math.max(highest, Number(row[0]));
        find('INSERTED', what, row[column] ?? '?', 'no entry covers it');
        const more = walk.step();
        if (more !== undefined) await more;
      }
    }
  }

  function compareHeads(): void {
    for (const [what, rows] of [
      ['audit', heads.audit],
      ['stream', heads.stream],
    ] as const) {
      if (rows.length > 1) find('FORKED', 'head', what, `${rows.length} heads in the place of one`);
      if (rows.length === 0) find('REMOVED', 'head', what, 'the region has none');
    }
    for (const [seq, hash] of heads.audit) {
      if (Number(seq) > end.seq) find('TRUNCATED', 'head', seq!, `the chain ends at ${end.seq}`);
      else if (Number(seq) < end.seq) find('INSERTED', 'head', seq!, `the chain goes on to ${end.seq}`);
      else if (hash !== end.hash) find('FORKED', 'head', seq!, 'it has another hash than the last entry');
    }
    for (const [, head] of heads.stream) {
      if (Number(head) > highest) find('TRUNCATED', 'head', head!, `changes end at ${highest}`);
      else if (Number(head) < highest) find('ALTERED', 'head', head!, `changes go on to ${highest}`);
    }
  }
}

/** The line of a change that its command's digest covers; null for a payload that cannot have been written. */
function changeLine(place: number, row: Row): string | null {
  const [, kind, subjectId, payload, actorId, recordedAt] = row;
  const text = canonicalText(payload!);
  if (text === null) return null;
  return `[${place},${JSON.stringify(kind)},${JSON.stringify(subjectId)},${text},${JSON.stringify(actorId)},"${recordedAt}"]\n`;
}
