import { getDistricts, getVillages } from 'idn-area-data';
import { readAmount } from '../domain/amount.js';
import { readNip } from '../domain/people/nip.js';
import { readStaticFiles, type StaticLines } from './static-files.js';

/** The day for which the people were made up. */
const MADE_ON = '2026-11-24';

let lines: StaticLines;
beforeAll(async () => {
  lines = await readStaticFiles();
});

const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(items, key)).map(([group, members = []]) => [group, members.length]),
  );

describe('units.csv', () => {
  it('is the kecamatan with its five office units and its six kelurahan, in office order', () => {
    expect(lines.units.map(({ order }) => Number(order))).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(countBy(lines.units, ({ kind }) => kind)).toEqual({
      KECAMATAN: 1,
      SECRETARIAT: 2,
      SECTION: 3,
      KELURAHAN: 6,
    });
    const [root, ...others] = lines.units;
    expect(root).toMatchObject({ code: '35.78.26', parent: '' });
    expect(new Set(others.map(({ parent }) => parent))).toEqual(new Set(['35.78.26']));
  });

  it('names the areas as Kemendagri does', async () => {
    const [districts, villages] = await Promise.all([getDistricts(), getVillages()]);
    expect(districts.find(({ code }) => code === '35.78.26')).toMatchObject({
      regency_code: '35.78',
      name: 'Mulyorejo',
    });
    const official = villages.filter(({ district_code }) => district_code === '35.78.26');
    const ours = lines.units.filter(({ kind }) => kind === 'KELURAHAN');
    expect(ours.map(({ code, name }) => `${code} ${name}`).sort()).toEqual(
      official.map(({ code, name }) => `${code} ${name}`).sort(),
    );
    expect(ours).toHaveLength(6);
  });

  it('gives the office units codes that can never be an area', () => {
    const office = lines.units.filter(({ kind }) => kind === 'SECRETARIAT' || kind === 'SECTION');
    expect(office.every(({ code }) => /^35\.78\.26-[A-Z]+$/.test(code))).toBe(true);
  });
});

describe('employees.csv', () => {
  it('is 92 people: 58 PNS, 28 PPPK, 6 PPPK part time', () => {
    expect(countBy(lines.employees, ({ status }) => status)).toEqual({
      PNS: 58,
      PPPK: 28,
      PPPK_PART_TIME: 6,
    });
  });

  it('has two people at the head, 30 in the office units and 10 in each kelurahan', () => {
    const perUnit = countBy(lines.employees, ({ unit }) => unit);
    expect(lines.units.map(({ code }) => perUnit[code])).toEqual([2, 6, 5, 8, 6, 5, 10, 10, 10, 10, 10, 10]);
  });

  it('has valid NIPs that are clearly made up, each once', () => {
    for (const { nip, status } of lines.employees) {
      expect(readNip(nip, status, MADE_ON)).toEqual({ ok: true, value: nip });
      expect(nip).toMatch(/9\d\d$/);
    }
    // The key of an observation tells people apart by these three digits alone.
    expect(new Set(lines.employees.map(({ nip }) => nip.slice(-3))).size).toBe(92);
  });

  it('has people from 24 to 58, women and men', () => {
    const ages = lines.employees.map(({ nip }) => {
      const birthday = `${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
      return Number(MADE_ON.slice(0, 4)) - Number(nip.slice(0, 4)) - (birthday > MADE_ON.slice(5) ? 1 : 0);
    });
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(24);
    expect(Math.max(...ages)).toBeLessThanOrEqual(58);
    expect(new Set(lines.employees.map(({ nip }) => nip[14]))).toEqual(new Set(['1', '2']));
  });

  it('has the names that break careless programs', () => {
    const names = lines.employees.map(({ name }) => name);
    expect(names.filter((name) => !name.includes(' ')).length).toBeGreaterThanOrEqual(5);
    expect(names.filter((name) => [...name].length >= 40).length).toBeGreaterThanOrEqual(1);
    expect(names.filter((name) => name === 'Siti Aminah')).toHaveLength(2);
    expect(new Set(names).size).toBe(91);
    expect(names.filter((name) => /^(Drs?a?\.|Ir\.|Hj?\.|R\.Ay\.)/.test(name)).length).toBeGreaterThanOrEqual(
      5,
    );
    expect(names.filter((name) => name.includes(', ')).length).toBeGreaterThanOrEqual(20);
    expect(names.some((name) => name.includes("'"))).toBe(true);
  });

  it('has one lurah or acting lurah in each kelurahan, and one of them is acting', () => {
    const heads = lines.employees.filter(({ position }) => /^(Plt\. )?Lurah$/.test(position));
    expect(new Set(heads.map(({ unit }) => unit)).size).toBe(6);
    expect(heads).toHaveLength(6);
    expect(heads.filter(({ position }) => position.startsWith('Plt. '))).toHaveLength(1);
  });
});

describe('indicators.csv', () => {
  it('is twenty indicators, each with everything said about it', () => {
    expect(new Set(lines.indicators.map(({ code }) => code)).size).toBe(20);
    for (const indicator of lines.indicators) {
      expect(Object.values(indicator).every((text) => text !== '')).toBe(true);
      expect(['HIGHER', 'LOWER']).toContain(indicator.direction);
      expect(['MEAN', 'LATEST']).toContain(indicator.aggregation);
      const [lowest, highest] = [readAmount(indicator.lowest), readAmount(indicator.highest)];
      expect(lowest.ok && highest.ok && lowest.value < highest.value).toBe(true);
    }
  });

  it('never adds up over a period: a quarter in progress would always look poor', () => {
    expect(lines.indicators.filter(({ aggregation }) => aggregation === 'SUM')).toEqual([]);
  });
});
