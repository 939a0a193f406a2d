import fc from 'fast-check';
import { AUDIENCE, audienceNames, audiences } from './audience.js';
import { relationTo, toScope, type Relation } from './scope.js';

const { OBSERVER, APPRAISER, LEADERSHIP, SIGNED_IN } = AUDIENCE;

it('AC24 a role holds for a unit and all below it', () => {
  // Whoever makes a scope names the units below and the people in them.
  const scope = toScope(SIGNED_IN, [
    { audience: OBSERVER, unitId: 'mulyorejo' },
    { audience: OBSERVER, unitId: 'kalijudan' },
    { audience: OBSERVER, employeeId: 'sari' },
    { audience: APPRAISER, employeeId: 'sari' },
  ]);
  expect(relationTo(scope, { unitId: 'kalijudan' })).toBe(SIGNED_IN | OBSERVER);
  expect(relationTo(scope, { employeeId: 'sari' })).toBe(SIGNED_IN | OBSERVER | APPRAISER);
  expect(relationTo(scope, { unitId: 'kalisari' })).toBe(SIGNED_IN);
  const everywhere = toScope(0, [{ audience: LEADERSHIP }]);
  expect(relationTo(everywhere, { unitId: 'any' })).toBe(LEADERSHIP);
  expect(relationTo(everywhere, {})).toBe(LEADERSHIP);
});

const id = fc.constantFrom('a', 'b', 'c', 'd');
const relation: fc.Arbitrary<Relation> = fc.record({
  audience: fc.constantFrom(...Object.values(AUDIENCE)),
  employeeId: fc.option(id, { nil: undefined }),
  unitId: fc.option(id, { nil: undefined }),
});

it('AC25 nobody is anything to a row that they were not made something to', () => {
  fc.assert(
    fc.property(fc.array(relation), id, (relations, who) => {
      const scope = toScope(0, relations);
      const named = relations
        .filter(
          ({ employeeId, unitId }) =>
            employeeId === who || (employeeId === undefined && unitId === undefined),
        )
        .reduce((mask, { audience }) => mask | audience, 0);
      expect(relationTo(scope, { employeeId: who })).toBe(named);
      // What somebody is to any row they are to something at least.
      expect(relationTo(scope, { employeeId: who }) & ~scope.anywhere).toBe(0);
    }),
  );
});

it('every audience has a bit of its own, and a name', () => {
  const bits = Object.values(AUDIENCE);
  expect(new Set(bits).size).toBe(bits.length);
  expect(bits.reduce((sum, bit) => sum + bit, 0)).toBe(bits.reduce((mask, bit) => mask | bit, 0));
  expect(audienceNames(audiences('SELF', 'WALL'))).toEqual(['SELF', 'WALL']);
});
