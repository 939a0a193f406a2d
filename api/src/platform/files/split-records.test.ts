import fc from 'fast-check';
import { RecordSplitter, type RecordPiece, type RefusedLine } from './split-records.js';

const COMMA = ','.charCodeAt(0);

/** What was found on which line: a record's text, or why a line is none. */
function split(content: string, maximumLineBytes = 1_000, chunkBytes = Infinity): [number, string][] {
  const splitter = new RecordSplitter({ delimiter: COMMA, maximumLineBytes });
  const bytes = Buffer.from(content);
  const found: [number, string][] = [];
  const take = (piece: RecordPiece | RefusedLine): void => {
    if ('code' in piece) found.push([piece.line, piece.code]);
    else {
      piece.records.forEach(({ line, offset }, index) => {
        const text = piece.bytes.subarray(offset, piece.records[index + 1]?.offset).toString();
        // Blank lines below a record are handed on with it; a parser skips them.
        found.push([line, text.trimEnd()]);
      });
    }
  };
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    for (const piece of splitter.split(bytes.subarray(at, at + chunkBytes), false)) take(piece);
  }
  for (const piece of splitter.split(Buffer.alloc(0), true)) take(piece);
  return found;
}

describe('RecordSplitter', () => {
  it('cuts at line ends, but not inside quotes', () => {
    expect(split('a,b\n"c\nd",e\r\n\nf\n')).toEqual([
      [1, 'a,b'],
      [2, '"c\nd",e'],
      [5, 'f'],
    ]);
  });

  it('takes a doubled quote for a part of the text', () => {
    expect(split('"a""\n""b"\nc')).toEqual([
      [1, '"a""\n""b"'],
      [3, 'c'],
    ]);
  });

  it.each([
    ['a quote inside an unquoted text', 'a"b\nc\n', 'QUOTE_MISPLACED'],
    ['text after a closing quote', '"a"b\nc\n', 'QUOTE_MISPLACED'],
    ['a lone CR after a closing quote', '"a"\rb\nc\n', 'QUOTE_MISPLACED'],
    ['a lone CR between a closing quote and a comma', '"a"\r,b\nc\n', 'QUOTE_MISPLACED'],
    ['a quote open to the end', '"a\nc\n', 'QUOTE_UNCLOSED'],
    ['a quote that closes beyond the limit', `"a\nc\n${'d\n'.repeat(20)}"\n`, 'QUOTE_UNCLOSED'],
    [
      'a quote that does not close right beyond the limit',
      `"a\nc\n${'d\n'.repeat(20)}"e\n`,
      'QUOTE_UNCLOSED',
    ],
    ['a line beyond the limit', `${'a'.repeat(31)}\nc\n`, 'LINE_TOO_LONG'],
  ])('refuses the line with %s, and that line alone', (_, content, code) => {
    const [first, second] = split(content, 30);
    expect(first).toEqual([1, code]);
    expect(second).toEqual([2, 'c']);
  });

  it('takes a line that just fits', () => {
    expect(split(`${'a'.repeat(30)}\n`, 30)).toEqual([[1, 'a'.repeat(30)]]);
  });

  it('hands on a thousand records at most at a time', () => {
    const splitter = new RecordSplitter({ delimiter: COMMA, maximumLineBytes: 10 });
    const sizes = [...splitter.split(Buffer.from('a\n'.repeat(2_500)), true)].map((piece) =>
      'records' in piece ? piece.records.length : 0,
    );
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  it('finds the same wherever the chunks end', () => {
    const parts = fc.array(
      fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', 'bcd', ',"', '",', '"\n"'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (texts, limit, chunkBytes) => {
          const content = texts.join('');
          expect(split(content, limit, chunkBytes)).toEqual(split(content, limit));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('loses no line: each one is blank, refused, or part of one record', () => {
    const parts = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', ',"', '",', '"\n'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 12 }), (texts, limit) => {
        const content = texts.join('');
        const covered = new Map<number, number>();
        for (const [line, text] of split(content, limit)) {
          const lines = /^(LINE|QUOTE)_/.test(text) ? 1 : text.split('\n').length;
          for (let i = line; i < line + lines; i += 1) covered.set(i, (covered.get(i) ?? 0) + 1);
        }
        content.split('\n').forEach((text, index) => {
          const times = covered.get(index + 1) ?? 0;
          expect(times).toBeLessThanOrEqual(1);
          if (text !== '' && text !== '\r') expect(times).toBe(1);
        });
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes time in proportion to the bytes, however the quotes are set', () => {
    const content = Buffer.from(`x,"\n${'a,b\n'.repeat(9)}`.repeat(100_000));
    const splitter = new RecordSplitter({ delimiter: COMMA, maximumLineBytes: content.length });
    expect([...splitter.split(content, true)].length).toBeGreaterThan(0);
    // To look at the rest of the file from each quote would take longer than the test may.
  });
});
