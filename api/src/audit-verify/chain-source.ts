/** A row as texts, in the order of the columns that its stream names. */
export type Row = readonly (string | null)[];

/**
 * The streams of one region's history. Each is in the order in which the verifier walks: by place in the chain, and
 * the changes by offset.
 *
 * - entries: seq, id, at, actorKind, actorId, action, outcome, epoch, firstOffset, lastOffset, changesDigest,
 *   recordCount, recordDigest, detailCommitment, hash
 * - changes: offset, kind, subjectId, payload, actorId, recordedAt
 * - details: seq, salt, detail
 * - subjects: seq, employeeId, fields
 * - observations: seq, recordedIn, id, employeeId, periodCode, indicatorId, value, observedAt, recordedAt, recordedBy,
 *   observerId, observer, behaviourCode, supersedesId, withdrawn, importKey, wordsSalt, wordsCommitment, note,
 *   correctionReason; seq is null where no entry has the id in recordedIn
 * - evidence: seq, recordedIn, table, key, line, salt, commitment, texts; rows of other tables, each as the JSON that its
 *   entry covers. The last three are for rows whose free texts may be erased: the line holds the commitment to them.
 *   A row that is decided on later has a second one for that, under another table's name
 *
 * Moments are microseconds since 1970, values are millionths, digests hexadecimal.
 */
export const STREAMS = ['entries', 'changes', 'details', 'subjects', 'observations', 'evidence'] as const;
export type StreamName = (typeof STREAMS)[number];

/** The rows that say where the history ends; one of each where all is well. */
export interface Heads {
  /** seq, hash */
  readonly audit: readonly Row[];
  /** epoch, head */
  readonly stream: readonly Row[];
}

/** One region's history, wherever it lies. */
export interface ChainSource {
  readonly regionCode: string;
  heads(): Promise<Heads>;
  /** Gives the rows in batches, so that memory stays bounded. */
  rows(stream: StreamName): AsyncIterator<readonly Row[]>;
}

/** One stream and where the walk stands in it. */
export class Walk {
  /** The row under the foot; null after the last one. */
  row: Row | null = null;
  private batch: readonly Row[] = [];
  private at = 0;

  constructor(private readonly source: AsyncIterator<readonly Row[]>) {}

  /** Takes a step. It waits only where a batch is used up: a promise for each row would cost more than the row. */
  step(): Promise<void> | undefined {
    this.at += 1;
    if (this.at < this.batch.length) {
      this.row = this.batch[this.at]!;
      return undefined;
    }
    return this.refill();
  }

  private async refill(): Promise<void> {
    do {
      const next = await this.source.next();
      this.batch = next.done === true ? [] : next.value;
      if (next.done === true) break;
    } while (this.batch.length === 0);
    this.at = 0;
    this.row = this.batch[0] ?? null;
  }
}
