import { headOf } from './head-of.js';
import { readStaticFiles, type StaticLines } from './static-files.js';

let lines: StaticLines;
beforeAll(async () => {
  lines = await readStaticFiles();
});

describe('headOf', () => {
  it('is the camat, a lurah or acting lurah, or whoever heads the section', () => {
    const heads = lines.units.map(({ code, kind }) => [kind, headOf(code, lines.employees)] as const);
    expect(heads.map(([, { unit }]) => unit)).toEqual(lines.units.map(({ code }) => code));
    for (const [kind, { position }] of heads) {
      expect(position).toMatch(
        kind === 'KECAMATAN' ? /^Camat$/ : kind === 'KELURAHAN' ? /^(Plt\. )?Lurah$/ : /^Kepala /,
      );
    }
  });

  it('does not depend on the order of the people', () => {
    for (const { code } of lines.units) {
      expect(headOf(code, lines.employees.toReversed())).toBe(headOf(code, lines.employees));
    }
  });

  it('refuses a unit that nobody heads', () => {
    expect(() => headOf('35.78.99', lines.employees)).toThrow(RangeError);
    const officers = lines.employees.filter(({ position }) => position === 'Petugas Loket Pelayanan');
    expect(() => headOf('35.78.26.1001', officers)).toThrow(RangeError);
  });
});
