import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { costOf } from './ask-api.js';
import { EXAMPLE_QUERIES, variablesFor } from './explorer-queries.js';

const contract = buildSchema(
  readFileSync(new URL('../../../../schema/schema.graphql', import.meta.url), 'utf8'),
);

describe('the explorer', () => {
  it.each(EXAMPLE_QUERIES.map(({ id, text }) => [id, text]))(
    'begins %s as the contract has it',
    (_id, text) => {
      expect(validate(contract, parse(text))).toEqual([]);
    },
  );

  it('fills the variables that a query declares, by the quarter of Indonesia', () => {
    const { text } = EXAMPLE_QUERIES.find(({ id }) => id === 'scores')!;
    // Still September in London, October in Surabaya.
    expect(JSON.parse(variablesFor(text, '35.78', Date.parse('2026-09-30T18:00:00Z')))).toEqual({
      region: '35.78',
      period: '2026-Q4',
    });
    expect(JSON.parse(variablesFor('query { viewer { kind } }', '35.78', 0))).toEqual({});
  });

  it('reads what a query cost from its answer', () => {
    expect(costOf({ data: {}, extensions: { cost: 201 } })).toBe('201');
    expect(costOf({ extensions: { cost: { asked: 201, most: 5_000 } } })).toBe('asked 201, most 5000');
    expect(costOf({ data: {} })).toBeNull();
    expect(costOf('<html>')).toBeNull();
  });
});
