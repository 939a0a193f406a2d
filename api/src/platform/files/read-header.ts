import { isUtf8 } from 'node:buffer';
import { finding, FINDINGS, type Finding } from './finding.js';
import { columnNames, matchColumns, type ColumnMatch, type ColumnSpec } from './match-columns.js';
import { parseFields } from './parse-fields.js';
import { RecordSplitter } from './split-records.js';

/** In the order of preference where a header does not tell. */
const DELIMITERS = [',', ';', '\t'];

/** What the header says about the rows below it. */
export interface Header {
  /** Physical line on which it starts; blank lines may stand above it. */
  readonly line: number;
  readonly delimiter: string;
  readonly match: ColumnMatch;
}

interface HeaderReading {
  /** Null where nothing can be read below. */
  readonly header: Header | null;
  readonly findings: readonly Finding[];
}

/** Reads the header at the top of a file with the separator that makes the most sense of it. */
export function readHeader(
  head: Buffer,
  last: boolean,
  columns: readonly ColumnSpec[],
  maximumLineBytes: number,
): HeaderReading {
  const firsts = DELIMITERS.map((delimiter) => {
    const splitter = new RecordSplitter({ delimiter: delimiter.charCodeAt(0), maximumLineBytes });
    return { delimiter, piece: splitter.split(head, last).next().value ?? null };
  });
  if (firsts.every(({ piece }) => piece === null)) return refusedHeader(finding('FILE_EMPTY', { line: 1 }));

  const headers: Header[] = [];
  for (const { delimiter, piece } of firsts) {
    if (piece === null || 'code' in piece) continue;
    const [first, second] = piece.records;
    if (first === undefined) continue;
    const { line } = first;
    const bytes = piece.bytes.subarray(first.offset, second?.offset);
    if (!isUtf8(bytes)) return refusedHeader(finding('FILE_NOT_UTF8', { line }, 'ANSI (Windows-1252)'));
    const [titles = []] = parseFields(bytes, delimiter);
    headers.push({ line, delimiter, match: matchColumns(titles, columns, line) });
  }
  const best = headers.sort((a, b) => b.match.recognised - a.match.recognised)[0];
  if (best === undefined) {
    return refusedHeader(finding('HEADER_UNREADABLE', { line: 1 }, columnNames(columns)));
  }
  const { findings } = best.match;
  const stops = findings.some(({ code }) => FINDINGS[code].reach === 'FILE');
  return { header: stops ? null : best, findings };
}

function refusedHeader(why: Finding): HeaderReading {
  return { header: null, findings: [why] };
}
