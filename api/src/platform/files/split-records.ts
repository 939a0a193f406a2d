const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** How many records one piece holds at most: enough that a parser's start-up does not count. */
const PIECE = 1_000;

/** Complete records, one after the other. */
export interface RecordPiece {
  readonly bytes: Buffer;
  /** For each record the physical line on which it starts, from 1, and where it starts in `bytes`. */
  readonly records: readonly { readonly line: number; readonly offset: number }[];
}

/** A line that cannot be part of a record. */
export interface RefusedLine {
  readonly line: number;
  readonly code: 'LINE_TOO_LONG' | 'QUOTE_UNCLOSED' | 'QUOTE_MISPLACED';
}

interface SplitOptions {
  /** The byte between two fields: a quote opens a text only where a field starts. */
  readonly delimiter: number;
  /** No line, and no record of several lines, may be longer. */
  readonly maximumLineBytes: number;
}

/**
 * Cuts a stream of bytes into records, as RFC 4180 draws them (LF is taken for CRLF too), and keeps at most one record
 * and one chunk in memory.
 *
 * It stands before the parser because a parser that meets a quote which nobody closes reads on to the end of the file,
 * and because a line without an end would be kept whole. Here such a line is refused alone and the next physical line
 * starts a new record. That stays linear however the quotes are set: a line that opens a quote is ended by the next
 * quote, so no stretch is looked at more than twice.
 */
export class RecordSplitter {
  readonly #options: SplitOptions;
  #rest: Buffer = Buffer.alloc(0);
  #line = 1;
  /** Inside a line that was refused for its length. */
  #skipping = false;

  constructor(options: SplitOptions) {
    this.#options = options;
  }

  /** What the bytes so far complete. With `last`, a line without a line end is complete too. */
  *split(chunk: Buffer, last: boolean): Generator<RecordPiece | RefusedLine> {
    const { delimiter, maximumLineBytes } = this.#options;
    const parts = last ? [this.#rest, chunk, Buffer.of(LF)] : [this.#rest, chunk];
    const bytes = Buffer.concat(parts);
    let at = 0;
    let pieceStart = 0;
    let records: { line: number; offset: number }[] = [];
    let quote = bytes.indexOf(QUOTE);

    const piece = function* (next: number): Generator<RecordPiece> {
      if (records.length > 0) yield { bytes: bytes.subarray(pieceStart, at), records };
      records = [];
      pieceStart = next;
    };

    if (this.#skipping) {
      at = bytes.indexOf(LF) + 1;
      if (at === 0) return;
      this.#skipping = false;
      this.#line += 1;
      pieceStart = at;
    }
    while (at < bytes.length) {
      const lineEnd = bytes.indexOf(LF, at);
      if (lineEnd === -1) {
        if (bytes.length - at > maximumLineBytes) {
          yield* piece(bytes.length);
          yield { line: this.#line, code: 'LINE_TOO_LONG' };
          this.#skipping = true;
          at = bytes.length;
        }
        break;
      }
      if (lineEnd - at > maximumLineBytes) {
        yield* piece(lineEnd + 1);
        yield { line: this.#line, code: 'LINE_TOO_LONG' };
        at = lineEnd + 1;
        this.#line += 1;
        continue;
      }
      if (quote !== -1 && quote < at) quote = bytes.indexOf(QUOTE, at);
      let end = lineEnd;
      let lines = 1;
      if (quote !== -1 && quote < lineEnd) {
        // Nothing beyond the limit is looked at, so that the answer does not hang on where a chunk ends.
        const view = bytes.subarray(at, at + maximumLineBytes + 1);
        const found = endOfRecord(view, delimiter);
        const unclosed = found === UNFINISHED && (last || view.length > maximumLineBytes);
        if (found === UNFINISHED && !unclosed) break;
        if (found === MISPLACED || unclosed) {
          yield* piece(lineEnd + 1);
          yield { line: this.#line, code: unclosed ? 'QUOTE_UNCLOSED' : 'QUOTE_MISPLACED' };
          at = lineEnd + 1;
          this.#line += 1;
          continue;
        }
        end = at + found;
        for (let i = bytes.indexOf(LF, at); i < end; i = bytes.indexOf(LF, i + 1)) lines += 1;
      }
      if (!isBlank(bytes, at, end)) records.push({ line: this.#line, offset: at - pieceStart });
      at = end + 1;
      this.#line += lines;
      if (records.length === PIECE) yield* piece(at);
    }
    yield* piece(at);
    this.#rest = bytes.subarray(at);
  }
}

/** More bytes are needed to say where the record ends. */
const UNFINISHED = -1;
/** A quote inside an unquoted text, or text after a closing quote. */
const MISPLACED = -2;

/** Where the record with which the bytes begin has its LF. */
function endOfRecord(bytes: Buffer, delimiter: number): number {
  let at = 0;
  for (;;) {
    if (bytes[at] === QUOTE) {
      at = bytes.indexOf(QUOTE, at + 1);
      while (at !== -1 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
      if (at === -1) return UNFINISHED;
      at += 1;
      if (bytes[at] === CR && (at + 1 === bytes.length || bytes[at + 1] === LF)) at += 1;
      if (at >= bytes.length) return UNFINISHED;
    } else {
      while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== LF) {
        if (bytes[at] === QUOTE) return MISPLACED;
        at += 1;
      }
      if (at === bytes.length) return UNFINISHED;
    }
    if (bytes[at] === LF) return at;
    if (bytes[at] !== delimiter) return MISPLACED;
    at += 1;
  }
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === CR);
}
