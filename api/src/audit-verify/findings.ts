/** What can have become of a row of history. */
export type FindingKind =
  | 'ALTERED'
  | 'REMOVED'
  | 'INSERTED'
  | 'REORDERED'
  /** The end is missing. */
  | 'TRUNCATED'
  /** Two histories in the place of one. */
  | 'FORKED'
  /** A history that fits together and is not the one that a checkpoint saw. */
  | 'REWRITTEN'
  /** A checkpoint that the key did not sign. */
  | 'FORGED';

/** One thing that does not fit. */
export interface Finding {
  readonly kind: FindingKind;
  readonly what:
    'head' | 'entry' | 'change' | 'detail' | 'subject' | 'observation' | 'evidence' | 'checkpoint';
  /** Place in the chain, offset in the stream, or id of a row. */
  readonly place: string;
  readonly why: string;
}

/** What was looked at. */
export interface Counts {
  entries: number;
  changes: number;
  details: number;
  subjects: number;
  observations: number;
  /** Rows of other tables that entries cover. */
  evidence: number;
  checkpoints: number;
  /** Details that are gone while the chain holds their commitment, and observations or requests whose words are. */
  erasedDetails: number;
  erasedWords: number;
}

/** What the verifier came to. */
export interface Verification {
  readonly counts: Readonly<Counts>;
  /** The first of the findings, at most `FINDINGS_KEPT`. */
  readonly findings: readonly Finding[];
  readonly found: number;
  /** Where the chain ends. */
  readonly end: { readonly seq: number; readonly hash: string; readonly lastOffset: number };
}

/** Findings that are kept; the rest is counted, so that memory stays bounded. */
export const FINDINGS_KEPT = 1_000;
