import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { FINDINGS, type Finding } from './finding.js';
import { readRows, type ReadOptions, type Row } from './read-rows.js';

const COLUMNS = [
  { name: 'nip', aliases: [], required: true },
  { name: 'value', aliases: ['nilai', 'realisasi'], required: true },
  { name: 'note', aliases: ['catatan'], required: false },
];

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  content: string | Buffer,
  options: Partial<ReadOptions> = {},
  chunkBytes = 7,
): Promise<{ rows: Row[]; findings: Finding[] }> {
  const items: (Row | Finding)[] = [];
  const source = inChunks(Buffer.from(content as string), chunkBytes);
  for await (const batch of readRows(source, { columns: COLUMNS, ...options })) items.push(...batch);
  return {
    rows: items.filter((item) => 'values' in item),
    findings: items.filter((item) => 'code' in item),
  };
}

const found = ({ findings }: { findings: Finding[] }): string[] =>
  findings.map(({ line, code, column }) => `${line} ${code}${column === null ? '' : ` ${column}`}`);

const row = (line: number, nip: string, value: string, note = ''): Row => ({
  line,
  values: { nip, value, note },
});

describe('what a table may look like', () => {
  it.each([
    ['comma', 'nip,value,note\n1,2,a\n3,4,b\n'],
    ['semicolon', 'nip;value;note\n1;2;a\n3;4;b\n'],
    ['tab', 'nip\tvalue\tnote\n1\t2\ta\n3\t4\tb\n'],
    ['CRLF', 'nip,value,note\r\n1,2,a\r\n3,4,b\r\n'],
    ['no line end at the end', 'nip,value,note\n1,2,a\n3,4,b'],
    ['CRLF, none at the end', 'nip,value,note\r\n1,2,a\r\n3,4,b'],
    ['byte order mark', '\ufeffnip,value,note\n1,2,a\n3,4,b\n'],
    ['byte order mark and quoted names', '\ufeff"nip","value","note"\n1,2,a\n"3","4","b"\n'],
    ['Indonesian names, other case and spaces', ' NIP ,Nilai,CATATAN\n1,2,a\n3,4,b\n'],
    ['columns that a spreadsheet left empty', 'nip,value,note,,\n1,2,a,,\n3,4,b,,\n,,,,\n,,,,\n'],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual({
      rows: [row(2, '1', '2', 'a'), row(3, '3', '4', 'b')],
      findings: [],
    });
  });

  it('columns in another order, and one that is not required missing', async () => {
    expect((await read('value,nip\n2,1\n')).rows).toEqual([row(2, '1', '2')]);
  });

  it('a text in quotes may hold separators, quotes and lines, and lines are still counted as an editor does', async () => {
    const { rows, findings } = await read('nip,value,note\n1,2,"a, ""b""\r\n\nc"\n\n3,4,d\n');
    expect(rows).toEqual([row(2, '1', '2', 'a, "b"\r\n\nc'), row(6, '3', '4', 'd')]);
    expect(findings).toEqual([]);
  });

  it('blank lines above the header are passed over', async () => {
    expect((await read('\r\n\nnip,value\n1,2\n')).rows).toEqual([row(4, '1', '2')]);
  });

  it('the header may be as long as any line', async () => {
    const content = `nip,value,${'x'.repeat(300_000)}\n1,2,3\n`;
    expect((await read(content, { maximumLineBytes: 400_000 }, 100_000)).rows).toEqual([row(2, '1', '2')]);
    expect(found(await read(content, { maximumLineBytes: 200_000 }, 100_000))).toEqual([
      '1 HEADER_UNREADABLE',
    ]);
  });

  it('the separator is the one by which the header makes sense', async () => {
    expect((await read('nip;nilai;satu,dua,tiga,empat\n1;2;3\n')).rows).toEqual([row(2, '1', '2')]);
  });

  it('any table of texts comes back as it was written', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', ' ', 'é', 'a'), maxLength: 8 }),
    );
    const table = fc.array(
      fc.tuple(text, text, text).filter((fields) => fields.some((field) => field !== '')),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (texts, delimiter, record_delimiter, bom, quoted, chunkBytes) => {
          const written = stringify([['nip', 'value', 'note'], ...texts], {
            delimiter,
            record_delimiter,
            bom,
            quoted,
            // Left to itself the writer quotes line ends of its own kind only.
            quoted_match: /[\r\n]/,
          });
          const { rows, findings } = await read(written, {}, chunkBytes);
          expect(rows.map(({ values }) => [values['nip'], values['value'], values['note']])).toEqual(texts);
          expect(findings.map(({ code }) => code)).toEqual(texts.length === 0 ? ['ROWS_MISSING'] : []);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('any bytes are read to the end, however they drip in, with every line told once', async () => {
    const bytes = fc
      .array(fc.constantFrom('"', ',', '\n', '\r', 'a', '"\n"', ',"', '\0', 'é', '1,2,3\n'), {
        maxLength: 60,
      })
      .chain((parts) =>
        fc.constantFrom(
          Buffer.from(parts.join('')),
          Buffer.concat([Buffer.from(parts.join('')), Buffer.of(0xff, 0x0a)]),
        ),
      );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (body, maximum) => {
        const content = Buffer.concat([Buffer.from('nip,value,note\n'), body]);
        const whole = await read(content, { maximumLineBytes: maximum + 14 }, content.length);
        expect(await read(content, { maximumLineBytes: maximum + 14 }, 1)).toEqual(whole);
        const lines = [...whole.rows, ...whole.findings].map(({ line }) => line).sort((a, b) => a - b);
        expect(new Set(lines).size).toBe(lines.length);
        expect(
          lines.every((line) => line >= 1 && line <= content.toString('latin1').split('\n').length),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is wrong with the file', () => {
  it.each([
    ['nothing in it', Buffer.from(''), '1 FILE_EMPTY'],
    ['a byte order mark alone', Buffer.from('\ufeff'), '1 FILE_EMPTY'],
    ['blank lines alone', Buffer.from('\n\r\n\n'), '1 FILE_EMPTY'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0'), '1 FILE_NOT_TEXT'],
    ['an old workbook', Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '1 FILE_NOT_TEXT'],
    ['UTF-16 with a mark', Buffer.from('\ufeffnip,value\n1,2\n', 'utf16le'), '1 FILE_NOT_UTF8'],
    ['UTF-16 without a mark', Buffer.from('nip,value\n1,2\n', 'utf16le'), '1 FILE_NOT_UTF8'],
    ['UTF-16 BE', Buffer.from('\ufeffnip,value\n', 'utf16le').swap16(), '1 FILE_NOT_UTF8'],
    ['a header of another encoding', Buffer.from('nip,value,caf\xe9\n1,2,3\n', 'latin1'), '1 FILE_NOT_UTF8'],
    ['line ends of old Macs', Buffer.from('nip,value\r1,2\r'), '1 LINE_ENDING_UNKNOWN'],
    ['an open quote in the header', Buffer.from('nip,"value\n1,2\n'), '1 HEADER_UNREADABLE'],
    ['no header', Buffer.from('198609262015051901,12.5,a\n'), '1 HEADER_MISSING'],
    ['a column is missing', Buffer.from('nip,note\n1,a\n'), '1 COLUMN_MISSING value'],
    ['a column is there twice', Buffer.from('nip,nilai,value\n1,2,3\n'), '1 COLUMN_TWICE value'],
  ])('%s: nothing is read', async (_, content, expected) => {
    const read1 = await read(content);
    expect(read1.rows).toEqual([]);
    expect(found(read1)).toEqual([expected]);
    expect(read1.findings.every(({ code }) => FINDINGS[code].reach === 'FILE')).toBe(true);
  });

  it('a missing column is told with those that are there and the one that was probably meant', async () => {
    const { findings } = await read('nip,nliai,keterangan\n1,2,a\n');
    expect(found({ findings })).toEqual(['1 COLUMN_MISSING value', '1 COLUMN_UNKNOWN', '1 COLUMN_UNKNOWN']);
    expect(findings[0]?.message.id).toBe(
      'Kolom "value" tidak ada. Kolom yang ada: nip, nliai, keterangan. Mungkin "nliai" yang dimaksud; ganti judulnya menjadi "value".',
    );
    expect(findings[0]?.mender).toBe('SENDER');
  });

  it('a column that was probably not meant is not proposed', async () => {
    const { findings } = await read('nip,warna,keterangan\n1,2,a\n');
    expect(findings[0]?.message.id).toBe(
      'Kolom "value" tidak ada. Kolom yang ada: nip, warna, keterangan. Tambahkan kolom "value".',
    );
  });

  it('a first line that is a row is not repeated: it may hold personal data', async () => {
    const { findings } = await read('198609262015051901,12.5,a\n');
    expect(findings[0]?.message.id).toBe(
      'Baris pertama bukan judul kolom. Tambahkan di atasnya satu baris: nip,value,note.',
    );
  });

  it('columns that nobody asked for are noted and the rows are read', async () => {
    const { rows, findings } = await read('nip,warna,value\n1,biru,2\n');
    expect(rows).toEqual([row(2, '1', '2')]);
    expect(found({ findings })).toEqual(['1 COLUMN_UNKNOWN']);
  });

  it('a header without rows is noted', async () => {
    expect(found(await read('nip,value\n\n'))).toEqual(['1 ROWS_MISSING']);
  });
});

describe('what is wrong with a row', () => {
  const around = (bad: string): string => `nip,value,note\n1,2,a\n${bad}\n3,4,b\n`;

  it.each([
    ['too short', 'x,1', '3 ROW_TOO_SHORT note'],
    ['too long', 'x,12,5,a', '3 ROW_TOO_LONG'],
    ['a quote in a text', 'x,2,5" pipa', '3 QUOTE_MISPLACED'],
    ['text after a quote', 'x,2,"pipa" besar', '3 QUOTE_MISPLACED'],
    ['a quote that nobody closes', 'x,2,"pipa', '3 QUOTE_UNCLOSED'],
    ['a NUL byte', 'x,2,\0', '3 ROW_HAS_NUL'],
    ['a line that is too long', `x,2,${'a'.repeat(300)}`, '3 LINE_TOO_LONG'],
  ])('%s: that row is left out, the others are read', async (_, bad, expected) => {
    const read1 = await read(around(bad), { maximumLineBytes: 200 });
    expect(read1.rows).toEqual([row(2, '1', '2', 'a'), row(4, '3', '4', 'b')]);
    expect(found(read1)).toEqual([expected]);
  });

  it('bytes that are not UTF-8', async () => {
    const content = Buffer.from('nip,value,note\n1,2,caf\xe9\n3,4,b\n5,6,\xff\n7,8,c\n', 'latin1');
    const read1 = await read(content);
    expect(read1.rows).toEqual([row(3, '3', '4', 'b'), row(5, '7', '8', 'c')]);
    expect(found(read1)).toEqual(['2 ROW_NOT_UTF8', '4 ROW_NOT_UTF8']);
  });

  it('letters of several bytes are whole where a chunk cuts them', async () => {
    expect((await read('nip,value,note\n1,2,🙂é\n', {}, 1)).rows).toEqual([row(2, '1', '2', '🙂é')]);
  });

  it('a quote that nobody closes costs one row of ten thousand, quoted rows included', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `${index},1,"Antrean pagi, loket ${index}"`);
    lines[4_999] = '4999,1,"Antrean pagi';
    const read1 = await read(['nip,value,note', ...lines].join('\n'), {}, 4_096);
    expect(found(read1)).toEqual(['5001 QUOTE_MISPLACED']);
    expect(read1.rows).toHaveLength(9_999);
    expect(read1.rows[4_999]).toEqual(row(5_002, '5000', '1', 'Antrean pagi, loket 5000'));
  });

  it('a text whose quote closes only beyond the limit counts as unclosed', async () => {
    const read1 = await read(`nip,value,note\n1,2,"${'a\n'.repeat(30)}"\n3,4,b\n`, { maximumLineBytes: 40 });
    expect(found(read1)[0]).toBe('2 QUOTE_UNCLOSED');
    expect(read1.rows).toEqual([row(33, '3', '4', 'b')]);
  });
});

describe('files on a disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pantau-rows-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const readFile = async (path: string): Promise<{ batches: number[]; items: (Row | Finding)[] }> => {
    const items: (Row | Finding)[] = [];
    const batches: number[] = [];
    for await (const batch of readRows(path, { columns: COLUMNS })) {
      items.push(...batch);
      batches.push(batch.length);
    }
    return { batches, items };
  };

  it('come a thousand rows at a time at most, all of them, in order', async () => {
    const path = join(folder, 'many.csv');
    const lines = Array.from({ length: 50_000 }, (_, index) => `${index},${index % 7 === 0 ? '"1"' : '1'}`);
    await writeFile(path, ['nip,value', ...lines].join('\r\n'));
    const { batches, items } = await readFile(path);
    expect(items.map((item) => item.line)).toEqual(lines.map((_, index) => index + 2));
    expect(Math.max(...batches)).toBe(1_000);
  });

  it('that are not there, or are folders, are a finding', async () => {
    for (const path of [join(folder, 'none.csv'), folder]) {
      expect((await readFile(path)).items).toMatchObject([{ code: 'FILE_UNREADABLE' }]);
    }
  });

  it('with a line of 300 MB are read in a fraction of that memory, and reading goes on below the line', async () => {
    const path = join(folder, 'endless.csv');
    const file = await open(path, 'w');
    await file.write('nip,value,note\n1,2,a\n');
    // A hole in the file: it reads as NUL bytes and takes no room on the disk.
    await file.write('\n3,4,b\n', 300 * 2 ** 20);
    await file.close();

    // The kernel keeps the peak, so that nothing that was freed in between goes unseen.
    const before = process.resourceUsage().maxRSS;
    const { items } = await readFile(path);
    const grownMegabytes = (process.resourceUsage().maxRSS - before) / 1_024;
    expect(items).toMatchObject([{ line: 2 }, { line: 3, code: 'LINE_TOO_LONG' }, { line: 4 }]);
    expect(grownMegabytes).toBeLessThan(150);
  }, 60_000);
});
