import { FINDINGS_KEPT, type Counts, type Finding } from './findings.js';

/** What the walk counts and finds on its way. */
export class Report {
  readonly findings: Finding[];
  found: number;
  readonly counts: Counts = {
    entries: 0,
    changes: 0,
    details: 0,
    subjects: 0,
    observations: 0,
    evidence: 0,
    checkpoints: 0,
    erasedDetails: 0,
    erasedWords: 0,
  };
  /** The highest offset of any change, covered or not. */
  highestOffset = 0;

  /** @param begunWith what was found before the walk began */
  constructor(begunWith: readonly Finding[]) {
    this.findings = begunWith.slice(0, FINDINGS_KEPT);
    this.found = begunWith.length;
  }

  find(kind: Finding['kind'], what: Finding['what'], place: string | number, why: string): void {
    this.found += 1;
    if (this.findings.length < FINDINGS_KEPT) this.findings.push({ kind, what, place: String(place), why });
  }

  /** Counts a change, and remembers how far the changes go. */
  sawChange(offset: number): void {
    this.counts.changes += 1;
    if (offset > this.highestOffset) this.highestOffset = offset;
  }
}
