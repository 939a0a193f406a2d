import { handledUnits } from './handled-units.js';

const UNITS = [
  { id: 'kecamatan', parentId: null },
  { id: 'kalijudan', parentId: 'kecamatan' },
  { id: 'kalisari', parentId: 'kecamatan' },
];
const ids = (...grants: Parameters<typeof handledUnits>[1]) =>
  handledUnits(UNITS, grants).map(({ id }) => id);

it('a grant opens its unit and all below it, one for the region all of them', () => {
  expect(ids({ role: 'FACILITATOR', unit: { id: 'kalisari' } })).toEqual(['kalisari']);
  expect(ids({ role: 'LEADERSHIP', unit: { id: 'kecamatan' } })).toHaveLength(3);
  expect(ids({ role: 'FACILITATOR', unit: null })).toHaveLength(3);
});

it('another role opens none', () => {
  expect(ids({ role: 'OBSERVER', unit: { id: 'kalisari' } }, { role: 'AUDITOR', unit: null })).toEqual([]);
});
