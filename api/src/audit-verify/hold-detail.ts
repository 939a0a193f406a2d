import { createHash } from 'node:crypto';
import { canonicalText } from './canonical-text.js';
import type { Walk } from './chain-source.js';
import type { Entry } from './entry-hash.js';
import type { Report } from './report.js';

interface Subject {
  readonly employeeId: string;
  readonly fields: unknown;
}

/** Holds what may be erased against the commitment in its entry; one that is gone is counted as erased. */
export async function holdDetail(report: Report, details: Walk, subjects: Walk, entry: Entry): Promise<void> {
  let told: string | null = null;
  let there = false;
  for (let row = details.row; row !== null && Number(row[0]) <= entry.seq; row = details.row) {
    report.counts.details += 1;
    if (Number(row[0]) < entry.seq) report.find('INSERTED', 'detail', row[0]!, 'no entry is there');
    else if (there) report.find('INSERTED', 'detail', entry.seq, 'a second detail of one entry');
    else if (entry.detailCommitment === null) {
      report.find('INSERTED', 'detail', entry.seq, 'the entry covers none');
    } else {
      there = true;
      told = openCommitment(row[1]!, row[2]!, entry.detailCommitment);
      if (told === null) report.find('ALTERED', 'detail', entry.seq, 'not what the entry committed to');
    }
    const more = details.step();
    if (more !== undefined) await more;
  }
  if (entry.detailCommitment !== null && !there) report.counts.erasedDetails += 1;
  const listed = await gatherSubjects(report, subjects, entry);
  if (!there && listed.length > 0) {
    report.find(
      'INSERTED',
      'subject',
      listed[0]!.employeeId,
      `entry ${entry.seq} has no detail that names it`,
    );
  }
  if (told !== null) compareSubjects(report, entry, told, listed);
}

/** The detail as canonical text, where it is what was committed to. */
function openCommitment(salt: string, detail: string, commitment: string): string | null {
  const text = canonicalText(detail);
  if (text === null) return null;
  const digest = createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest('hex');
  return digest === commitment ? text : null;
}

async function gatherSubjects(report: Report, walk: Walk, entry: Entry): Promise<Subject[]> {
  const listed: Subject[] = [];
  for (let row = walk.row; row !== null && Number(row[0]) <= entry.seq; row = walk.row) {
    report.counts.subjects += 1;
    if (Number(row[0]) < entry.seq) report.find('INSERTED', 'subject', row[1]!, `entry ${row[0]} has none`);
    else listed.push({ employeeId: row[1]!, fields: JSON.parse(row[2]!) as unknown });
    const more = walk.step();
    if (more !== undefined) await more;
  }
  return listed;
}

/** The detail names the subjects too: the table of subjects is an index of it that must agree. */
function compareSubjects(report: Report, entry: Entry, told: string, listed: readonly Subject[]): void {
  const { subjects } = JSON.parse(told) as { subjects: Subject[] };
  const text = (some: readonly Subject[]) =>
    JSON.stringify(some.map(({ employeeId, fields }) => [employeeId, fields]));
  if (text(subjects) === text(listed)) return;
  const kind =
    listed.length < subjects.length ? 'REMOVED' : listed.length > subjects.length ? 'INSERTED' : 'ALTERED';
  report.find(kind, 'subject', entry.seq, 'the list of subjects is not the one in the detail');
}
