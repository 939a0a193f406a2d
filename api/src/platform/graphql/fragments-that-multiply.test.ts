import { buildSchema, parse, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
import { asksFor } from './asks-for.js';
import { createExecuteQuery } from './execute-query.js';
import { isKeepable } from './keepable.js';
import { fragmentsOf, operationsOf } from './limits-shape.js';

/**
 * Thirty fragments, each of which spreads the next one twice: a walk that follows every spread would make a billion
 * steps, and these tests would not come to an end.
 */
const LEVELS = 30;
const multiplied = (leaf: string) =>
  [
    '{ ring { ...f0 } }',
    ...Array.from(
      { length: LEVELS },
      (_, n) => `fragment f${n} on Ring { ...f${n + 1} ... { ...f${n + 1} } }`,
    ),
    `fragment f${LEVELS} on Ring { ${leaf} }`,
  ].join('\n');

const schema = buildSchema('type Query { ring: Ring } type Ring { id: ID next: Ring hidden: ID }');
const keepable = {
  fields: { Query: new Set(['ring']), Ring: new Set(['id', 'next']) },
  exceptWith: new Set<string>(),
};
const mayKeep = (query: string) => {
  const document = parse(query);
  return isKeepable(schema, document, operationsOf(document)[0]!, keepable);
};

describe('fragments that multiply', () => {
  it('are looked at once each, where an answer might be kept', () => {
    expect(mayKeep(multiplied('id'))).toBe(true);
    expect(mayKeep(multiplied('hidden'))).toBe(false);
  });

  it('are looked at once each, where it is asked what a query asks for', () => {
    const document = parse(multiplied('id next { id }'));
    const { selectionSet } = operationsOf(document)[0] as OperationDefinitionNode;
    const info = {
      fieldNodes: selectionSet.selections,
      fragments: Object.fromEntries(fragmentsOf(document)),
    } as unknown as GraphQLResolveInfo;
    expect(asksFor(info, 'next', 'id')).toBe(true);
    expect(asksFor(info, 'next', 'hidden')).toBe(false);
    expect(asksFor(info, 'hidden')).toBe(false);
  });

  it('are executed as ever, however often they come', async () => {
    const document = parse(multiplied('id'));
    const operation = operationsOf(document)[0]!;
    const run = createExecuteQuery(schema);
    for (let n = 0; n < 5; n += 1) {
      const asked = { document, operation, operationName: undefined, variables: {} };
      expect(await run(asked, {} as never)).toEqual({ data: { ring: null } });
    }
  });
});

describe('what may be kept', () => {
  it.each([
    ['what is on the list', '{ ring { id next { id __typename } } }', true],
    ['what is not', '{ ring { id hidden } }', false],
    ['what is not, behind a fragment', '{ ring { ...a } } fragment a on Ring { next { hidden } }', false],
    ['the same fragment in two places', '{ ring { ...a next { ...a } } } fragment a on Ring { id }', true],
    ['commands', 'mutation { ring { id } }', false],
  ])('%s', (_what, query, may) => {
    expect(mayKeep(query)).toBe(may);
  });
});
