import { parse, type OperationDefinitionNode } from 'graphql';
import { AUDIENCE } from '../../domain/access/audience.js';
import { toScope } from '../../domain/access/scope.js';
import type { Actor } from '../auth/actor.js';
import { shareKey } from './share-key.js';

const QUERY = 'subscription W($after: Cursor, $n: Int) { wall(after: $after, n: $n) { __typename } }';
const wall = (id: string, units = ['a', 'b']): Actor => ({
  ...{ id, kind: 'DEVICE', regionCode: '35.78', employeeId: null },
  scope: toScope(
    0,
    units.map((unitId) => ({ audience: AUDIENCE.WALL, unitId })),
  ),
  credential: { id: `credential of ${id}`, expiresAt: null, enrolling: false },
});
const person = (id: string): Actor => ({ ...wall(id), kind: 'PERSON' });
const key = (actor: Actor, variables = {}, query = QUERY, stream = 'wall 35.78') => {
  const document = parse(query);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return shareKey(stream, { query, document, operation, operationName: undefined, variables }, actor);
};

it('walls that show the same share, wherever each of them goes on from', () => {
  expect(key(wall('one'), { after: 'e:1', n: 1 })).toBe(
    key(wall('other', ['b', 'a']), { after: 'e:9', n: 1 }),
  );
});

it.each([
  ['other units', key(wall('one', ['a']))],
  ['another region', key({ ...wall('one'), regionCode: '12.71' })],
  ['another stream', key(wall('one'), {}, QUERY, 'unit a')],
  ['another variable', key(wall('one'), { n: 2 })],
  ['another question', key(wall('one'), {}, QUERY.replace('__typename', 'cursor'))],
  ['a person', key(person('one'))],
])('whoever has %s does not share', (_what, other) => {
  expect(other).not.toBe(key(wall('one')));
});

it('persons share with themselves alone', () => {
  expect(key(person('one'))).toBe(key(person('one'), { after: 'e:1' }));
  expect(key(person('one'))).not.toBe(key(person('other')));
});

it('a place that is used for something else, too, tells questions apart', () => {
  const twice = 'subscription W($after: Cursor) { wall(after: $after) { since(after: $after) } }';
  expect(key(wall('one'), { after: 'e:1' }, twice)).not.toBe(key(wall('one'), { after: 'e:2' }, twice));
});
