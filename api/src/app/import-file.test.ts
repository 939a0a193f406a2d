import { writeXlsx } from 'hucre/xlsx';
import type { TestDatabase } from '../testing/database.js';
import { scoreDifferences } from '../testing/verify-scores.js';
import { composeSmallOffice, importTexts, NIPS, PERIOD, type SmallOffice } from '../testing/small-office.js';

describe('the import', () => {
  let database: TestDatabase;
  let pantau: SmallOffice;

  beforeEach(async () => {
    pantau = await composeSmallOffice();
    ({ database } = pantau);
  });
  afterEach(async () => {
    await pantau?.close();
  });

  const count = async (table: string) =>
    Number((await database.client.query(`select count(*) from ${table}`)).rows[0].count);
  const HEADER = 'key,nip,indicator,value,observed_at,note';
  const row = (key: string, value: string, at = '2026-11-02 09:00') =>
    `${key},${NIPS.sari},ADM-03,${value},${at},`;

  it('takes the good rows, leaves the bad ones out, and says of each what is wrong, where, and who can mend it', async () => {
    const { reports, findings } = await importTexts(pantau, {
      observations: [
        HEADER,
        row('a', '14'),
        row('b', '"12,5"'),
        row('c', 'NaN'),
        row('d', '1e309'),
        row('e', '16', '2026-12-24 09:00'), // after now
        row('f', '16', '2026-08-01 09:00'), // before the period
        `g,${NIPS.sari},ADM-99,16,2026-11-02 09:00,`,
        `h,198609262015051999,ADM-03,16,2026-11-02 09:00,`,
        row('i', '16', '03/04/2026'),
        row('j', '-1'),
        row('k', '15.5'),
        '',
      ].join('\n'),
    });
    expect(reports[0]).toMatchObject({ rows: 11, added: 2, refused: 9, stopped: false });
    expect(findings.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'value', 'VALUE_NOT_DECIMAL'],
      [4, 'value', 'VALUE_NOT_DECIMAL'],
      [5, 'value', 'VALUE_NOT_DECIMAL'],
      [6, 'observed_at', 'OBSERVED_IN_FUTURE'],
      [7, 'observed_at', 'PERIOD_UNKNOWN'],
      [8, 'indicator', 'INDICATOR_UNKNOWN'],
      [9, 'nip', 'NIP_UNKNOWN'],
      [10, 'observed_at', 'TIME_UNREADABLE'],
      [11, 'value', 'VALUE_OUT_OF_RANGE'],
    ]);
    expect(
      findings.every(({ message, mender }) => message.id !== '' && message.en !== '' && mender !== undefined),
    ).toBe(true);
    expect(JSON.stringify(findings)).not.toMatch(/\d{18}/);
    expect(await scoreDifferences(database.client)).toEqual([]);
  });

  it('imports nothing twice: not the same file, not a longer one, not the same row without a key', async () => {
    const plain = `nip,indicator,value,observed_at\n${NIPS.sari},ADM-03,14,2026-11-02 09:00\n`;
    await importTexts(pantau, { observations: `${HEADER}\n${row('a', '14')}\n${row('b', '15')}\n` });
    const longer = await importTexts(pantau, {
      observations: `${HEADER}\n${row('a', '14')}\n${row('b', '15')}\n${row('c', '16')}\n`,
    });
    expect(longer.reports[0]).toMatchObject({ added: 1, unchanged: 2 });
    await importTexts(pantau, { observations: plain });
    const again = await importTexts(pantau, { observations: plain });
    expect(again.reports[0]).toMatchObject({ added: 0, unchanged: 1 });
    expect(await count('observation')).toBe(4);
    expect(await scoreDifferences(database.client)).toEqual([]);
  });

  it('reads what spreadsheets write: byte order mark, semicolons, CRLF, Indonesian titles', async () => {
    const text = `\ufeffKunci;NIP;Indikator;Nilai;Waktu;Catatan\r\nx1;19860926 201505 1 901;ADM-03;14.5;2026-11-02 09:00;"Antrean pagi; dua loket"\r\n`;
    const { reports, findings } = await importTexts(pantau, { observations: text });
    expect(findings).toEqual([]);
    expect(reports[0]).toMatchObject({ added: 1 });
    const { rows } = await database.client.query('select value, observed_at, note from observation');
    expect(rows).toEqual([
      { value: '14.500000', observed_at: new Date('2026-11-02T02:00:00Z'), note: 'Antrean pagi; dua loket' },
    ]);
  });

  it('stops at a file that lacks a column, and names it', async () => {
    const { reports, findings } = await importTexts(pantau, {
      observations: `nip,indicator,observed_at\n${NIPS.sari},ADM-03,2026-11-02\n`,
    });
    expect(reports[0]).toMatchObject({ added: 0, stopped: true });
    expect(findings[0]).toMatchObject({ code: 'COLUMN_MISSING', column: 'value' });
    expect(await count('observation')).toBe(0);
  });

  it('passes over a line without end in bounded memory, and takes the rows around it', async () => {
    const endless = Buffer.alloc(64 * 1024 * 1024, 'x');
    const { reports, findings } = await importTexts(pantau, {
      observations: Buffer.concat([
        Buffer.from(`${HEADER}\n${row('a', '14')}\n`),
        endless,
        Buffer.from(`\n${row('b', '15')}\n`),
      ]),
    });
    expect(findings.map(({ line, code }) => [line, code])).toEqual([[3, 'LINE_TOO_LONG']]);
    expect(reports[0]).toMatchObject({ added: 2, refused: 1 });
  });

  it('keeps nothing of a dry run and says the same as the real one', async () => {
    const files = { observations: `${HEADER}\n${row('a', '14')}\n${row('b', 'x')}\n` };
    const tables = ['observation', 'measurement', 'change_log', 'idempotency'];
    const before = await Promise.all(tables.map(count));
    const rehearsed = await importTexts(pantau, files, { dryRun: true });
    expect(await Promise.all(tables.map(count))).toEqual(before);
    expect(await importTexts(pantau, files)).toEqual(rehearsed);
  });

  it('refuses people whose NIP cannot be, units that are no official areas, and plans that turn the wrong way', async () => {
    const { findings } = await importTexts(pantau, {
      units:
        'code,name,kind,parent,order\n35.78.26.1999,Entah,KELURAHAN,35.78.26,9\n35.78.26.1005,Sutorejo,KELURAHAN,35.78.26,10\n35.78.26-X,Seksi X,SECTION,99,11\n',
      employees: [
        'nip,name,status,unit,position',
        '198602302015051901,Tanggal Mustahil,PNS,35.78.26,Staf',
        '198609262015053901,Kelamin Mustahil,PNS,35.78.26,Staf',
        '19860926201505190,Terlalu Pendek,PNS,35.78.26,Staf',
        `${NIPS.dewi},Dua Kali,PNS,35.78.26.1004,Staf`,
        `${NIPS.dewi},Dua Kali,PNS,35.78.26.1004,Staf`,
        '198609262015051905,Unit Mustahil,PNS,99.99,Staf',
        '',
      ].join('\n'),
      targets: `nip,indicator,period,weight,floor,target,stretch\n${NIPS.sari},ADM-03,${PERIOD},40,8,15,45\n${NIPS.sari},ADM-01,2026,40,70,95,99\n${NIPS.budi},ADM-01,${PERIOD},0,70,95,99\n`,
    });
    expect(findings.map(({ code }) => code)).toEqual([
      'AREA_UNKNOWN',
      'AREA_NAME_DIFFERS',
      'PARENT_UNKNOWN',
      'NIP_BIRTH_DATE',
      'NIP_SEX',
      'NIP_LENGTH',
      'ROW_TWICE',
      'UNIT_UNKNOWN',
      'TARGET_ORDER',
      'PERIOD_OVERLAPS',
      'WEIGHT_NOT_POSITIVE',
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/\d{17}/);
  });

  it('says of a plan that does not sum to 100 that somebody should look at it, and imports it', async () => {
    const { reports, findings } = await importTexts(pantau, {
      targets: `nip,indicator,period,weight,floor,target,stretch\n${NIPS.joko},ADM-01,2027-Q1,55,70,95,99\n`,
    });
    expect(reports[0]).toMatchObject({ added: 1, refused: 0 });
    expect(findings).toMatchObject([{ code: 'WEIGHTS_NOT_100', line: 2 }]);
  });

  it('carries scores along when somebody moves to another unit', async () => {
    await importTexts(pantau, {
      observations: `${HEADER}\n${row('a', '14')}\nb,${NIPS.sari},ADM-01,97,2026-11-02,\n`,
    });
    await importTexts(pantau, {
      employees: `nip,name,status,unit,position\n${NIPS.sari},Sari Wulandari,PNS,35.78.26.1004,Petugas Loket\n`,
    });
    const { rows } = await database.client.query(
      `select u.code, s.headcount, s.scored, s.days::int from unit_score s join org_unit u on u.id = s.unit_id order by u.code`,
    );
    expect(rows).toEqual([
      { code: '35.78.26', headcount: 4, scored: 1, days: 4 * 92 },
      // Today is 24 November: 38 days of the quarter from now on, 54 days before.
      { code: '35.78.26.1004', headcount: 2, scored: 1, days: 92 + 38 },
      { code: '35.78.26.1006', headcount: 2, scored: 1, days: 92 + 54 },
    ]);
    expect(await scoreDifferences(database.client)).toEqual([]);
  });

  it('reads workbooks as well, by the same columns and rules', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['NIP', 'Nama', 'Status', 'Unit', 'Jabatan', 'TMT'],
            [NIPS.sari, 'Sari W.', 'PNS', '35.78.26.1004', 'Staf', new Date('2026-11-02T00:00:00Z')],
            [Number(NIPS.budi), 'Budi', 'PNS', '35.78.26.1004', 'Staf'],
          ],
        },
      ],
    });
    const { reports, findings } = await importTexts(pantau, { employees: Buffer.from(book) });
    expect(reports[0]).toMatchObject({ rows: 1, changed: 1, refused: 1, stopped: false });
    expect(findings.map(({ line, code }) => [line, code])).toEqual([[3, 'CELL_DIGITS_LOST']]);
  });
});
