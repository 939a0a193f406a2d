import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  buildSchema,
  getIntrospectionQuery,
  Kind,
  parse,
  print,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { repositoryRoot } from '../../app/repository-root.js';
import { admit, type Asked } from './limits-admission.js';
import { costOf } from './limits-cost.js';
import { refuseLiterals, refuseValues } from './limits-input.js';
import { LIMITS } from './limits.js';

const contract = buildSchema(readFileSync(join(repositoryRoot, 'schema', 'schema.graphql'), 'utf8'));

/** A schema with what the contract does not have: pages inside of pages, and circles. */
const nested = buildSchema(`
  type Query { page(first: Int! = 50): PageConnection!  ring: Ring  plain: [Ring!]!  a: Ring  b: Ring  c: Ring  d: Ring  e: Ring  f: Ring }
  type PageConnection { edges: [PageEdge!]!  total: Int! }
  type PageEdge { node: Row! }
  type Row { id: ID!  page(first: Int! = 50): PageConnection!  worked(out: Int): Int  either: Either }
  union Either = Row | Ring
  type Ring { id: ID!  next: Ring  many: [Ring!]! }
`);

const costIn = (text: string, variables: Record<string, unknown> = {}, schema = nested) => {
  const document = parse(text);
  const operation = document.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  )!;
  return costOf(schema, document, operation, variables);
};
const codeOf = (asked: Asked | string, schema = nested, mayIntrospect = true) => {
  const admission = admit(schema, typeof asked === 'string' ? { query: asked } : asked, mayIntrospect);
  return 'admitted' in admission ? 'ADMITTED' : admission.errors[0]!.extensions['code'];
};
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

describe('the cost of a query', () => {
  it.each([
    ['a scalar is free', '{ __typename }', 0],
    ['an object costs one', '{ ring { id next { id } } }', 2],
    ['a list costs ten times', '{ plain { id next { id } } }', 20],
    ['a page costs its rows', '{ page(first: 7) { total edges { node { id } } } }', 1 + 7 * 2],
    ['the default size counts where none is given', '{ page { edges { node { id } } } }', 1 + 50 * 2],
    [
      'pages inside of pages multiply',
      '{ page(first: 10) { edges { node { page(first: 10) { edges { node { id } } } } } } }',
      1 + 10 * (2 + 1 + 10 * 2),
    ],
    [
      'a scalar that is worked out costs one',
      '{ page(first: 3) { edges { node { worked(out: 1) } } } }',
      1 + 3 * 3,
    ],
    [
      'the branches of a union add up',
      '{ page(first: 1) { edges { node { either { ... on Ring { next { id } } ... on Row { page(first: 1) { total } } } } } } }',
      1 + (1 + 1 + (1 + 1 + 1)),
    ],
    ['a question about the schema costs a thousand', '{ __schema { queryType { name } } }', 1_000],
  ])('%s', (_what, text, cost) => {
    expect(costIn(text)).toBe(cost);
  });

  it('takes the size of a page from the variables, and the largest where they hold none', () => {
    const text = 'query($n: Int! = 3) { page(first: $n) { edges { node { id } } } }';
    expect(costIn(text)).toBe(1 + 3 * 2);
    expect(costIn(text, { n: 9 })).toBe(1 + 9 * 2);
    expect(costIn(text, { n: 'all' })).toBe(1 + LIMITS.page * 2);
    expect(costIn(text, { n: -5 })).toBe(1 + LIMITS.page * 2);
  });

  it('is told from the arguments, not from the answer', () => {
    const text = `{ page(first: 100) { edges { node { page(first: 100) { edges { node { page(first: 100) { total } } } } } } } }`;
    expect(codeOf(text)).toBe('LIMIT_COST');
  });

  it('of fragments that spread each other thirty levels deep is known at once', () => {
    const text = `{ ring { ...f0 } } ${times(30, (n) => `fragment f${n} on Ring { a${n}: next { id } ...f${n + 1} ...f${n + 1} }`)}
      fragment f30 on Ring { id }`;
    expect(costIn(text)).toBe(2 ** 30);
    expect(codeOf(text)).toBe('LIMIT_ALIASES');
    expect(codeOf(text.replaceAll(/a\d+: /g, ''))).toBe('LIMIT_COST');
  });
});

describe('the documents of our own programs', () => {
  const folder = join(repositoryRoot, 'schema', 'documents');
  const definitions = readdirSync(folder).flatMap(
    (file) => parse(readFileSync(join(folder, file), 'utf8')).definitions,
  );
  const operations = definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  );

  it.each(operations.map((operation) => [operation.name!.value, operation] as const))(
    '%s passes with its largest page',
    (_name, operation) => {
      const query = print(withFragments(operation, definitions));
      const admission = admit(contract, { query, variables: {} }, false);
      // The values that a test does not have are asked for last, after every limit and rule.
      const errors = 'errors' in admission ? admission.errors : [];
      expect(errors.filter(({ message }) => !message.endsWith('was not provided.'))).toEqual([]);
      // Room for the fields that will be added, without anybody's having to ask for less.
      expect(costIn(query, { first: LIMITS.page }, contract)).toBeLessThan(LIMITS.cost * 0.8);
    },
  );
});

it('several operations pass where it is said which of them is meant, at the price of that one', () => {
  const query = `query dear { page(first: 100) { edges { node { page(first: 100) { edges { node { page(first: 100) { total } } } } } } } }
    query cheap { ring { id } }`;
  expect(codeOf({ query, operationName: 'cheap' })).toBe('ADMITTED');
  expect(codeOf({ query, operationName: 'dear' })).toBe('LIMIT_COST');
});

describe('a document is refused', () => {
  it.each([
    ['that is not there', { query: undefined }, 'BAD_REQUEST'],
    ['that is no text', { query: { a: 1 } }, 'BAD_REQUEST'],
    ['with variables that are a list', { query: '{__typename}', variables: [] }, 'BAD_REQUEST'],
    [
      'that stands behind a hash',
      { query: '{__typename}', extensions: { persistedQuery: {} } },
      'BAD_REQUEST',
    ],
    ['that is no GraphQL', '{ ring {', 'PARSE_FAILED'],
    ['of nothing but fragments', 'fragment f on Ring { id }', 'VALIDATION_FAILED'],
    [
      'with two operations of which none is named',
      'query a { ring { id } } query b { ring { id } }',
      'VALIDATION_FAILED',
    ],
    [
      'with a name it does not hold',
      { query: 'query a { ring { id } }', operationName: 'b' },
      'VALIDATION_FAILED',
    ],
    ['with fields that are not there', `{ ${times(400, (n) => `x${n}`)} }`, 'VALIDATION_FAILED'],
    ['with parts that come late', '{ ring { ... @defer { id } } }', 'VALIDATION_FAILED'],
    ['with lists that come in parts', '{ plain @stream { id } }', 'VALIDATION_FAILED'],
    ['with too many tokens', `{ ${'__typename '.repeat(1_001)} }`, 'LIMIT_TOKENS'],
    ['that is too deep', `{ ring ${'{ next '.repeat(10)} { id } ${'}'.repeat(10)} }`, 'LIMIT_DEPTH'],
    [
      'that is too deep by inline fragments',
      `{ ring ${'{ ... on Ring { next '.repeat(10)} { id } ${'} }'.repeat(10)} }`,
      'LIMIT_DEPTH',
    ],
    [
      'that is too deep by fragments',
      `{ ring { ...f0 } } ${times(10, (n) => `fragment f${n} on Ring { next { ...f${n + 1} } }`)} fragment f10 on Ring { id }`,
      'LIMIT_DEPTH',
    ],
    [
      'with another operation too deep',
      {
        query: `query a { ring { id } } query b { ring ${'{ next '.repeat(10)} { id } ${'}'.repeat(10)} }`,
        operationName: 'a',
      },
      'LIMIT_DEPTH',
    ],
    [
      'with sixteen aliases in two operations',
      {
        query: `query a { ${times(8, (n) => `a${n}: __typename`)} } query b { ${times(8, (n) => `a${n}: __typename`)} }`,
        operationName: 'a',
      },
      'LIMIT_ALIASES',
    ],
    ['with sixteen aliases', `{ ${times(16, (n) => `a${n}: __typename`)} }`, 'LIMIT_ALIASES'],
    [
      'with a few aliases many times over',
      `{ a: ring { ...f } b: ring { ...f } c: ring { ...f } d: ring { ...f } } fragment f on Ring { x: id y: id z: id w: id }`,
      'LIMIT_ALIASES',
    ],
    ['with twenty-one directives', `{ ring ${'@include(if: true) '.repeat(21)} { id } }`, 'LIMIT_DIRECTIVES'],
    ['with unknown directives without end', `{ ring ${'@a '.repeat(300)} { id } }`, 'LIMIT_DIRECTIVES'],
    ['with six fields at the top', '{ a { id } b { id } c { id } d { id } e { id } f { id } }', 'LIMIT_COST'],
    [
      'with six fields at the top behind a fragment',
      '{ ...q } fragment q on Query { a { id } b { id } c { id } d { id } e { id } f { id } }',
      'LIMIT_COST',
    ],
    [
      'with fragments in a circle',
      '{ ring { ...f } } fragment f on Ring { next { ...f } }',
      'VALIDATION_FAILED',
    ],
    ['that asks for the schema twice', '{ a: __schema { queryType { name } } }', 'LIMIT_ALIASES'],
    ['that renames parts of the schema', '{ __schema { a: types { name } } }', 'LIMIT_ALIASES'],
    [
      'that goes round in the schema',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      'VALIDATION_FAILED',
    ],
    ['whose variable has no value', 'query($n: Int!) { page(first: $n) { total } }', 'BAD_INPUT'],
    [
      'whose variable has a value of another kind',
      { query: 'query($n: Int!) { page(first: $n) { total } }', variables: { n: 'many' } },
      'BAD_INPUT',
    ],
    ['with a text without end', `{ page(first: "${'x'.repeat(10_001)}") { total } }`, 'BAD_INPUT'],
    ['with a list without end', `{ page(first: [${'1 '.repeat(501)}]) { total } }`, 'BAD_INPUT'],
    ['with lists in lists', `{ page(first: ${'['.repeat(300)}${']'.repeat(300)}) { total } }`, 'BAD_INPUT'],
  ])('%s', (_what, asked, code) => {
    expect(codeOf(asked as Asked)).toBe(code);
  });

  it('that asks for the schema, of those who are not signed in, wherever it asks', () => {
    expect(codeOf(getIntrospectionQuery())).toBe('ADMITTED');
    expect(codeOf(getIntrospectionQuery(), contract)).toBe('ADMITTED');
    for (const query of [
      getIntrospectionQuery(),
      '{ ring { id } ...f } fragment f on Query { __type(name: "Ring") { name } }',
      '{ __schema\n{ queryType { name } } }',
    ]) {
      expect(codeOf(query, nested, false)).toBe('UNAUTHENTICATED');
    }
    expect(codeOf('{ __typename ring { __typename } }', nested, false)).toBe('ADMITTED');
  });
});

describe('values are refused', () => {
  const deep = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));

  it.each([
    ['that stand a thousand deep', deep(1_000), true],
    ['that stand as deep as may be', deep(LIMITS.inputDepth), false],
    ['that stand one deeper', deep(LIMITS.inputDepth + 1), true],
    ['with a list without end', { a: Array.from({ length: 501 }, () => 1) }, true],
    ['with the longest list', { a: Array.from({ length: 200 }, () => 1) }, false],
    ['with a text without end', { a: { b: ['x'.repeat(10_001)] } }, true],
    ['with a reserved key', JSON.parse('{"a":[{"__proto__":{"polluted":1}}]}'), true],
    ['with another reserved key', { a: { constructor: { prototype: {} } } }, true],
    ['with a reserved word as a value', { a: '__proto__' }, false],
    ['that are none', null, false],
  ])('%s', (_what, values, refused) => {
    expect(refuseValues(values) !== null).toBe(refused);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('in the document as in the variables', () => {
    const literal = (levels: number) => parse(`{ a(b: ${'{c:'.repeat(levels)}1${'}'.repeat(levels)}) }`);
    expect(refuseLiterals(literal(LIMITS.inputDepth))).toBeNull();
    expect(refuseLiterals(literal(LIMITS.inputDepth + 1))?.extensions['code']).toBe('BAD_INPUT');
  });
});

describe('for any document', () => {
  /** Fragments that spread, nest and page at will, also in circles and into nothing. */
  const anyDocument = fc
    .array(
      fc.array(
        fc.oneof(
          fc.nat(40).map((n) => `...f${n}`),
          fc.nat(40).map((n) => `next { ...f${n} ...f${n + 1} }`),
          fc.nat(40).map((n) => `many { ...f${n} }`),
          fc.nat(9).map((n) => `a${n}: id`),
          fc.nat(40).map((n) => `... on Ring @include(if: true) { ...f${n} }`),
          fc.constant('id'),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map(
      (fragments) =>
        `{ ring { ...f0 } } ${fragments.map((fields, n) => `fragment f${n} on Ring { ${fields.join(' ')} }`).join(' ')}`,
    );

  it('the work of counting grows with the document alone', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const document = parse(text);
        const reads = countingReads(document);
        const operation = document.definitions[0] as OperationDefinitionNode;
        costOf(nested, reads.document, operation, {});
        expect(reads.ofFragments()).toBeLessThanOrEqual(document.definitions.length);
      }),
      { numRuns: 300 },
    );
  });

  it('there is one answer, with a code of the closed list or admitted', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect([
          'ADMITTED',
          'LIMIT_TOKENS',
          'LIMIT_DEPTH',
          'LIMIT_ALIASES',
          'LIMIT_DIRECTIVES',
          'LIMIT_COST',
          'VALIDATION_FAILED',
        ]).toContain(codeOf(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** The same document, which tells how often the inside of a fragment was looked into. */
function countingReads(document: DocumentNode): { document: DocumentNode; ofFragments(): number } {
  let reads = 0;
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION
      ? {
          ...definition,
          get selectionSet() {
            reads += 1;
            return definition.selectionSet;
          },
        }
      : definition,
  );
  return { document: { ...document, definitions }, ofFragments: () => reads };
}

function withFragments(
  operation: OperationDefinitionNode,
  definitions: DocumentNode['definitions'],
): DocumentNode {
  const needed = new Set<string>();
  const look = (text: string) => {
    for (const [, name] of text.matchAll(/\.\.\.(?! ?on )\s*(\w+)/g)) {
      if (name === undefined || needed.has(name)) continue;
      needed.add(name);
      look(print(definitions.find((d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === name)!));
    }
  };
  look(print(operation));
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      operation,
      ...definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION && needed.has(d.name.value)),
    ],
  };
}
