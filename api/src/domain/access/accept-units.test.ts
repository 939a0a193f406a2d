import { acceptUnits, MOST_UNITS } from './accept-units.js';

const KNOWN = new Set(['a', 'b', 'c']);
const choose = async (unitIds: readonly string[] | null) => {
  const outcome = await acceptUnits(unitIds, async (ids) => ids.filter((id) => KNOWN.has(id)).length);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

it('AC17 a wall or a service is for the whole region or for units that are named', async () => {
  expect(await choose(null)).toBeNull();
  expect(await choose(['a'])).toEqual(['a']);
  expect(await choose(['b', 'a', 'B'])).toEqual(['b', 'a']);
  expect(await choose([])).toBe('UNITS_MISSING');
  expect(await choose(['a', 'd'])).toBe('UNIT_UNKNOWN');
});

it('more units than that are not even looked for', async () => {
  const many = Array.from({ length: MOST_UNITS + 1 }, (_, n) => `unit ${n}`);
  let asked = 0;
  const countAll = async (ids: readonly string[]) => (asked = ids.length);
  expect(await acceptUnits(many, countAll)).toMatchObject({ refusal: { code: 'UNITS_TOO_MANY' } });
  expect(asked).toBe(0);
  expect(await acceptUnits(many.slice(1), countAll)).toMatchObject({ ok: true });
});
