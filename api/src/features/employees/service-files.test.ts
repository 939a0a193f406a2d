import {
  composeSmallOffice,
  importTexts,
  NIPS,
  PERIOD,
  type SmallOffice,
} from '../../testing/small-office.js';
import { scoreDifferences } from '../../testing/verify-scores.js';

const { sari, budi, dewi, joko } = NIPS;
const ASSIGNMENTS = 'nip,unit,position,kind,starts_on,ends_on';
const LEAVES = 'nip,starts_on,ends_on';
const LINES = 'nip,appraiser,starts_on';
const KALIJUDAN = '35.78.26.1006';
const KALISARI = '35.78.26.1004';

let pantau: SmallOffice;

beforeEach(async () => {
  pantau = await composeSmallOffice();
});
afterEach(async () => {
  expect(await scoreDifferences(pantau.database.client)).toEqual([]);
  await pantau?.close();
});

const sql = async (text: string, values: unknown[] = []) =>
  (await pantau.database.client.query(text, values)).rows;
type Kind = 'assignments' | 'leaves' | 'reporting-lines';
const HEADERS: Record<Kind, string> = { assignments: ASSIGNMENTS, leaves: LEAVES, 'reporting-lines': LINES };
async function bring(kind: Kind, ...rows: string[]) {
  const { reports, findings } = await importTexts(pantau, {
    [kind]: [HEADERS[kind], ...rows, ''].join('\n'),
  });
  const { added, changed, unchanged, refused } = reports[0]!;
  return { added, changed, unchanged, refused, findings };
}
const NOTHING = { added: 0, changed: 0, unchanged: 0, refused: 0, findings: [] };
const codes = async (...bringing: Parameters<typeof bring>) =>
  (await bring(...bringing)).findings.map(({ line, column, code }) => [line, column, code]);
/** Where Sari's days of the quarter count. */
const placements = async () =>
  Object.fromEntries(
    (
      await sql(
        `select u.code, p.days from placement p join org_unit u on u.id = p.unit_id join employee e on e.id = p.employee_id
         where e.nip = $1 and p.period_code = $2 order by u.code`,
        [sari, PERIOD],
      )
    ).map(({ code, days }) => [code, days]),
  );
const unitDays = async () =>
  Object.fromEntries(
    (
      await sql('select u.code, s.days, s.headcount from unit_score s join org_unit u on u.id = s.unit_id')
    ).map(({ code, days, headcount }) => [code, `${headcount} people, ${days} days`]),
  );
const changes = async () =>
  (await sql('select kind from change_log order by log_offset')).map(({ kind }) => kind);

describe('an acting appointment', () => {
  const ACTING = `${sari},${KALISARI},Plt. Lurah,ACTING,2026-10-11,2026-10-20`;

  it('splits the days of the period between the units, and leaves the post what it is', async () => {
    expect(await placements()).toEqual({ [KALIJUDAN]: 92 });
    expect(await bring('assignments', ACTING)).toEqual({ ...NOTHING, added: 1 });
    expect(await placements()).toEqual({ [KALIJUDAN]: 82, [KALISARI]: 10 });
    expect(await unitDays()).toEqual({
      '35.78.26': '4 people, 368 days',
      [KALIJUDAN]: '2 people, 174 days',
      [KALISARI]: '2 people, 102 days',
    });
    expect(await sql('select position_title from employee where nip = $1', [sari])).toEqual([
      { position_title: 'Petugas Loket' },
    ]);
    expect(await changes()).toEqual(expect.arrayContaining(['ServiceChanged']));
    expect((await changes()).filter((kind) => kind === 'EmployeeChanged')).toHaveLength(4);
  });

  it('is recorded once, and its last word holds', async () => {
    await bring('assignments', ACTING);
    const before = await changes();
    expect(await bring('assignments', ACTING)).toEqual({ ...NOTHING, unchanged: 1 });
    expect(await changes()).toEqual(before);
    expect(await bring('assignments', ACTING.replace('2026-10-20', '2026-10-30'))).toEqual({
      ...NOTHING,
      changed: 1,
    });
    expect(await placements()).toEqual({ [KALIJUDAN]: 72, [KALISARI]: 20 });
    expect(await bring('assignments', ACTING.replace('2026-10-20', ''))).toEqual({ ...NOTHING, changed: 1 });
    expect(await placements()).toEqual({ [KALIJUDAN]: 10, [KALISARI]: 82 });
    expect(await bring('assignments', ACTING.replace('Plt.', 'Plh.'))).toEqual({ ...NOTHING, changed: 1 });
    expect(await sql(`select 1 from assignment where kind = 'ACTING'`)).toHaveLength(4);
  });

  it('may lie ahead; a transfer may not', async () => {
    const ahead = `${sari},${KALISARI},Plh. Lurah,ACTING,2026-12-01,2026-12-10`;
    expect(await bring('assignments', ahead)).toEqual({ ...NOTHING, added: 1 });
    expect(await placements()).toEqual({ [KALIJUDAN]: 82, [KALISARI]: 10 });
    const transfer = `${sari},${KALISARI},Petugas Loket,REGULAR,2026-11-25,`;
    expect(await codes('assignments', transfer)).toEqual([[2, 'starts_on', 'TRANSFER_TO_COME']]);
  });
});

describe('a regular appointment', () => {
  it('moves the employee from its first day on, which may be today', async () => {
    const before = (await changes()).length;
    expect(await bring('assignments', `${sari},${KALISARI},Kepala Loket,REGULAR,2026-11-24,`)).toMatchObject({
      added: 1,
    });
    expect(await placements()).toEqual({ [KALIJUDAN]: 54, [KALISARI]: 38 });
    expect(
      await sql(
        `select u.code, e.position_title from employee e join org_unit u on u.id = e.unit_id where nip = $1`,
        [sari],
      ),
    ).toEqual([{ code: KALISARI, position_title: 'Kepala Loket' }]);
    expect((await changes()).slice(before)).toEqual([
      'ServiceChanged',
      'EmployeeChanged',
      'EmployeeScoreChanged',
      'UnitScoresChanged',
    ]);
    // The same in the file of employees says nothing new.
    const { reports } = await importTexts(pantau, {
      employees: `nip,name,status,unit,position\n${sari},Sari Wulandari,PNS,${KALISARI},Kepala Loket\n`,
    });
    expect(reports[0]).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });

  it('of the past, or one that is over, moves nobody now', async () => {
    const unitNow = async () =>
      (
        await sql(`select u.code from employee e join org_unit u on u.id = e.unit_id where nip = $1`, [sari])
      )[0].code;
    await bring(
      'assignments',
      `${sari},${KALISARI},Petugas Loket,REGULAR,2026-10-11,`,
      `${sari},${KALIJUDAN},Petugas Loket,REGULAR,2026-10-21,`,
    );
    expect(await placements()).toEqual({ [KALIJUDAN]: 82, [KALISARI]: 10 });
    expect(await unitNow()).toBe(KALIJUDAN);
    await bring('assignments', `${sari},${KALISARI},Petugas Loket,REGULAR,2026-11-01,2026-11-23`);
    expect(await placements()).toEqual({ [KALIJUDAN]: 21, [KALISARI]: 33 });
    expect(await unitNow()).toBe(KALIJUDAN);
    await bring('assignments', `${sari},${KALISARI},Petugas Loket,REGULAR,2026-11-01,2026-11-24`);
    expect(await unitNow()).toBe(KALISARI);
  });
});

describe('a leave', () => {
  beforeEach(async () => {
    await importTexts(pantau, {
      indicators: `code,name,name_en,measure_unit,direction,aggregation,lowest,highest,source,definition
ADM-90,Kunjungan lapangan,Field visits,kunjungan,HIGHER,SUM,0,,buku,Jumlah kunjungan
`,
      targets: `nip,indicator,period,weight,floor,target,stretch\n${sari},ADM-90,${PERIOD},400,0,200,300\n`,
      observations: `nip,indicator,value,observed_at\n${sari},ADM-90,62,2026-10-05 09:00\n`,
    });
  });
  const value = async () =>
    (
      await sql(
        `select s.value from employee_score s join employee e on e.id = s.employee_id where nip = $1`,
        [sari],
      )
    )[0].value;

  it('takes its days out of the unit, and a sum counts at the pace of the whole period', async () => {
    expect(await value()).toBe('31.000000'); // 100 × 62 / 200
    expect(await bring('leaves', `${sari},2026-11-01,2026-11-30`)).toEqual({ ...NOTHING, added: 1 });
    expect(await placements()).toEqual({ [KALIJUDAN]: 62 });
    expect(await unitDays()).toMatchObject({
      [KALIJUDAN]: '2 people, 154 days',
      '35.78.26': '4 people, 338 days',
    });
    expect(await value()).toBe('46.000000'); // 62 visits in 62 of 92 days are 92 in all; 100 × 92 / 200
    expect((await changes()).slice(-3)).toEqual([
      'ServiceChanged',
      'EmployeeScoreChanged',
      'UnitScoresChanged',
    ]);
  });

  it('with an acting appointment beside it splits what is left', async () => {
    await bring('leaves', `${sari},2026-11-01,2026-11-30`);
    await bring('assignments', `${sari},${KALISARI},Plt. Lurah,ACTING,2026-10-28,2026-11-05`);
    expect(await placements()).toEqual({ [KALIJUDAN]: 58, [KALISARI]: 4 });
    expect(await unitDays()).toMatchObject({
      [KALIJUDAN]: '2 people, 150 days',
      [KALISARI]: '2 people, 96 days',
      '35.78.26': '4 people, 338 days',
    });
    expect(await value()).toBe('46.000000');
  });

  it('is called off by an empty last day, once, and can be recorded again', async () => {
    const leave = `${sari},2026-11-01,2026-11-30`;
    await bring('leaves', leave);
    expect(await bring('leaves', leave)).toEqual({ ...NOTHING, unchanged: 1 });
    expect(await bring('leaves', `${sari},2026-11-01,`)).toEqual({ ...NOTHING, changed: 1 });
    expect(await placements()).toEqual({ [KALIJUDAN]: 92 });
    expect(await value()).toBe('31.000000');
    expect(await bring('leaves', `${sari},2026-11-01,`)).toEqual({ ...NOTHING, unchanged: 1 });
    expect(await bring('leaves', `${sari},2026-11-01,2026-11-01`)).toEqual({ ...NOTHING, changed: 1 });
    expect(await placements()).toEqual({ [KALIJUDAN]: 91 });
  });

  it('is recorded once where the file comes twice at the same time', async () => {
    const both = await Promise.all([1, 2].map(() => bring('leaves', `${sari},2026-11-02,2026-11-13`)));
    expect(both.map(({ added, unchanged }) => [added, unchanged])).toEqual(
      expect.arrayContaining([
        [1, 0],
        [0, 1],
      ]),
    );
    expect(await sql('select 1 from leave')).toHaveLength(1);
  });
});

it('an absence of the whole period leaves no score and no days', async () => {
  await importTexts(pantau, {
    observations: `nip,indicator,value,observed_at\n${sari},ADM-01,95,2026-10-05 09:00\n`,
  });
  await bring('leaves', `${sari},2026-10-01,2026-12-31`);
  expect(await placements()).toEqual({});
  expect(await unitDays()).toMatchObject({
    [KALIJUDAN]: '1 people, 92 days',
    '35.78.26': '3 people, 276 days',
  });
});

describe('rows that cannot be', () => {
  const NOBODY = '198609262015051999';

  it('of assignments', async () => {
    expect(
      await codes(
        'assignments',
        `${NOBODY},${KALISARI},Lurah,REGULAR,2026-10-01,`,
        `${sari},99.99,Lurah,REGULAR,2026-10-01,`,
        `${sari},${KALISARI},,REGULAR,2026-10-01,`,
        `${sari},${KALISARI},Lurah,PLT,2026-10-01,`,
        `${sari},${KALISARI},Lurah,ACTING,01/10/2026,`,
        `${sari},${KALISARI},Lurah,ACTING,,2026-10-31`,
        `${sari},${KALISARI},Lurah,ACTING,2026-10-01,2026-02-30`,
        `${sari},${KALISARI},Lurah,ACTING,2026-10-02,2026-10-01`,
        `${sari},${KALISARI},Lurah,ACTING,2026-10-02,2026-10-02`,
        `${sari},${KALIJUDAN},Lurah,ACTING,2026-10-02,2026-10-09`,
      ),
    ).toEqual([
      [2, 'nip', 'EMPLOYEE_UNKNOWN'],
      [3, 'unit', 'UNIT_UNKNOWN'],
      [4, 'position', 'CELL_EMPTY'],
      [5, 'kind', 'CHOICE_UNKNOWN'],
      [6, 'starts_on', 'DAY_UNREADABLE'],
      [7, 'starts_on', 'DAY_UNREADABLE'],
      [8, 'ends_on', 'DAY_UNREADABLE'],
      [9, 'ends_on', 'DAYS_ORDER'],
      [11, 'starts_on', 'ROW_TWICE'],
    ]);
    expect(await placements()).toEqual({ [KALIJUDAN]: 91, [KALISARI]: 1 });
  });

  it('of leaves', async () => {
    expect(
      await codes(
        'leaves',
        `${NOBODY},2026-11-02,2026-11-13`,
        `${sari},2026-11-31,2026-12-13`,
        `${sari},2026-11-13,2026-11-02`,
        `${sari},2026-11-02,`,
        `${sari},2026-11-03,2026-11-04`,
        `${sari},2026-11-03,`,
      ),
    ).toEqual([
      [2, 'nip', 'EMPLOYEE_UNKNOWN'],
      [3, 'starts_on', 'DAY_UNREADABLE'],
      [4, 'ends_on', 'DAYS_ORDER'],
      [5, 'starts_on', 'LEAVE_UNKNOWN'],
      [7, 'starts_on', 'ROW_TWICE'],
    ]);
    expect(await placements()).toEqual({ [KALIJUDAN]: 90 });
  });

  it('of reporting lines', async () => {
    const { findings } = await bring(
      'reporting-lines',
      `${NOBODY},${joko},2026-01-01`,
      `${sari},${NOBODY},2026-01-01`,
      `${sari},${sari},2026-01-01`,
      `${sari},${budi},2026-1-1`,
      `${sari},${budi},2026-01-01`,
      `${sari},${joko},2026-01-01`,
    );
    expect(findings.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'nip', 'EMPLOYEE_UNKNOWN'],
      [3, 'appraiser', 'APPRAISER_UNKNOWN'],
      [4, 'appraiser', 'APPRAISER_ONESELF'],
      [5, 'starts_on', 'DAY_UNREADABLE'],
      [7, 'starts_on', 'ROW_TWICE'],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/\d{17}/);
    expect(findings.every(({ message, mender }) => message.id !== message.en && mender !== undefined)).toBe(
      true,
    );
  });
});

describe('reporting lines', () => {
  const lines = async () =>
    (
      await sql(
        `select a.nip, l.starts_on::text from reporting_line l left join employee a on a.id = l.appraiser_id
         order by l.recorded_at, l.id`,
      )
    ).map(({ nip, starts_on }) => `${nip} ${starts_on}`);

  it('are recorded once, change by a new word, and end with an empty appraiser', async () => {
    const before = await changes();
    expect(
      await bring('reporting-lines', `${sari},${budi},2026-01-01`, `${budi},${joko},2026-01-01`),
    ).toEqual({
      ...NOTHING,
      added: 2,
    });
    expect(await bring('reporting-lines', `${sari},19900115 201402 1 902,2026-01-01`)).toEqual({
      ...NOTHING,
      unchanged: 1,
    });
    expect(await bring('reporting-lines', `${sari},${dewi},2026-01-01`, `${sari},,2026-11-01`)).toEqual({
      ...NOTHING,
      added: 1,
      changed: 1,
    });
    expect(await bring('reporting-lines', `${sari},,2026-11-01`)).toEqual({ ...NOTHING, unchanged: 1 });
    expect(await lines()).toEqual([
      `${budi} 2026-01-01`,
      `${joko} 2026-01-01`,
      `${dewi} 2026-01-01`,
      'null 2026-11-01',
    ]);
    // Whoever keeps a copy is told whose lines they are, and walls nothing.
    expect(await changes()).toEqual([...before, 'ReportingLinesChanged', 'ReportingLinesChanged']);
  });
});

it('files with Indonesian titles say the same, and a dry run keeps nothing', async () => {
  const files = {
    assignments: `NIP;Unit Kerja;Jabatan;Jenis;TMT;Sampai\r\n${sari};${KALISARI};Plt. Lurah;acting;2026-10-11;2026-10-20\r\n`,
    leaves: `NIP;Mulai Cuti;Selesai Cuti\r\n${sari};2026-11-02;2026-11-13\r\n`,
    'reporting-lines': `NIP;Pejabat Penilai;Mulai\r\n${sari};${budi};2026-01-01\r\n`,
  };
  const rehearsed = await importTexts(pantau, files, { dryRun: true });
  expect(await placements()).toEqual({ [KALIJUDAN]: 92 });
  expect(await importTexts(pantau, files)).toEqual(rehearsed);
  expect(rehearsed.reports.map(({ added, refused }) => [added, refused])).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ]);
  expect(await placements()).toEqual({ [KALIJUDAN]: 70, [KALISARI]: 10 });
});
