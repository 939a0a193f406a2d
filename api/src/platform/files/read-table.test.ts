import { writeXlsx } from 'hucre/xlsx';
import { bookOf, zipOf } from '../../testing/zip-of.js';
import { readTable } from './read-table.js';

const COLUMNS = [
  { name: 'nip', aliases: [], required: true },
  { name: 'name', aliases: ['nama'], required: true },
  { name: 'since', aliases: ['tmt'], required: false },
];
const MOST = 50;

const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `<row r="1">${text('A1', 'NIP')}${text('B1', 'Nama')}${text('C1', 'TMT')}</row>`;

async function read(bytes: Buffer | Uint8Array) {
  const { items } = await readTable(Buffer.from(bytes), COLUMNS, MOST);
  return {
    rows: items.filter((item) => 'values' in item),
    findings: items.filter((item) => 'code' in item).map(({ line, code, column }) => [line, code, column]),
  };
}

describe('workbooks', () => {
  it('gives texts as written, real dates as days, and what a formula gave last', async () => {
    const book = zipOf(
      bookOf(
        `${header}<row r="2">${text('A2', '0123')}<c r="B2" t="str"><f>A2&amp;"x"</f><v>Sari</v></c><c r="C2"><v>14</v></c></row>
         <row r="9">${text('A9', '5')}${text('B9', 'Budi')}</row>`,
      ),
    );
    expect((await read(book)).rows).toEqual([
      { line: 2, values: { nip: '0123', name: 'Sari', since: '14' } },
      { line: 9, values: { nip: '5', name: 'Budi', since: '' } },
    ]);
    const dated = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['nip', 'nama', 'tmt'],
            ['1', 'Sari', new Date('2026-11-02T00:00:00Z')],
            ['2', 'Budi', new Date('2026-11-02T07:30:00Z')],
          ],
        },
      ],
    });
    expect((await read(dated)).rows.map(({ values }) => values['since'])).toEqual([
      '2026-11-02',
      '2026-11-02 07:30',
    ]);
  });

  it('tells numbers that have lost digits, and formulas that failed, by row and column', async () => {
    const { rows, findings } = await read(
      zipOf(
        bookOf(
          `${header}<row r="2"><c r="A2"><v>198609262015051901</v></c>${text('B2', 'Sari')}</row>
           <row r="3"><c r="A3"><v>1.98609262015051E+17</v></c>${text('B3', 'Sari')}</row>
           <row r="4">${text('A4', '1')}<c r="B4" t="e"><v>#REF!</v></c></row>
           <row r="5"><c r="A5"><v>123456789012345</v></c>${text('B5', 'Budi')}</row>`,
        ),
      ),
    );
    expect(findings).toEqual([
      [2, 'CELL_DIGITS_LOST', 'nip'],
      [3, 'CELL_DIGITS_LOST', 'nip'],
      [4, 'CELL_FORMULA_FAILED', 'name'],
    ]);
    expect(rows.map(({ values }) => values['nip'])).toEqual(['123456789012345']);
  });

  it('reads nothing from outside of the file and multiplies no entity', async () => {
    const lol = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
      '',
    );
    const above = `<!DOCTYPE worksheet [<!ENTITY l0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">${lol}]>`;
    const { rows, findings } = await read(
      zipOf(bookOf(`${header}<row r="2">${text('A2', '&file;')}${text('B2', '&l12;')}</row>`, above)),
    );
    expect(JSON.stringify({ rows, findings })).not.toMatch(/root:|lol/);
  });

  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => `<row r="${at + 2}">${text(`A${at + 2}`, 'x')}</row>`).join('');
  it.each<[string, string, Buffer]>([
    [
      'unpacks to gigabytes',
      'BOOK_TOO_LARGE',
      zipOf({ ...bookOf(header), 'xl/media/a.png': Buffer.alloc(110e6) }),
    ],
    [
      'says that it is small',
      'BOOK_UNREADABLE',
      zipOf({ ...bookOf(header), 'xl/media/a.png': Buffer.alloc(110e6) }, 900),
    ],
    [
      'has thousands of parts',
      'BOOK_TOO_LARGE',
      zipOf(
        Object.fromEntries(
          rows(1_100)
            .split('</row>')
            .map((_, at) => [`p${at}`, 'x']),
        ),
      ),
    ],
    [
      'has a cell in the last column',
      'BOOK_TOO_LARGE',
      zipOf(bookOf(`${header}<row r="2">${text('XFD2', 'x')}</row>`)),
    ],
    [
      'has a cell in column one million',
      'BOOK_UNREADABLE',
      zipOf(bookOf(`${header}<row r="2">${text('BDWGN2', 'x')}</row>`)),
    ],
    ['has more rows than are taken', 'ROWS_TOO_MANY', zipOf(bookOf(header + rows(MOST + 1)))],
    ['was cut off', 'BOOK_UNREADABLE', zipOf(bookOf(header)).subarray(0, 300)],
    ['is another archive', 'BOOK_UNREADABLE', zipOf({ 'readme.txt': 'x' })],
    ['is garbage', 'BOOK_UNREADABLE', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(4_000, 7)])],
    ['is encrypted or old', 'BOOK_ENCRYPTED', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_048, '0'), 'hex')],
    ['has nothing in it', 'FILE_EMPTY', zipOf(bookOf(''))],
    ['has a row and no header', 'HEADER_MISSING', zipOf(bookOf(`<row r="1">${text('A1', '1')}</row>`))],
  ])('that %s is refused as %s', async (_, code, bytes) => {
    const read1 = await read(bytes);
    expect(read1.findings.map(([, found]) => found)).toEqual([code]);
    expect(read1.rows).toEqual([]);
  });

  it('takes as many rows as are taken, blank ones between them not counted', async () => {
    const spread = Array.from(
      { length: MOST },
      (_, at) =>
        `<row r="${at * 3 + 2}">${text(`A${at * 3 + 2}`, 'x')}${text(`B${at * 3 + 2}`, 'y')}</row><row r="${at * 3 + 3}"></row>`,
    );
    expect((await read(zipOf(bookOf(header + spread.join(''))))).rows).toHaveLength(MOST);
  });
});

it('a text with too many rows is refused as a whole', async () => {
  const csv = (count: number) => Buffer.from(`nip;nama\n${'1;x\n'.repeat(count)}`);
  expect((await read(csv(MOST))).rows).toHaveLength(MOST);
  expect((await read(csv(MOST + 1))).findings).toEqual([[1, 'ROWS_TOO_MANY', null]]);
});
