import fc from 'fast-check';
import {
  FILTER_DEPTH,
  FILTER_LETTERS,
  FILTER_TERMS,
  readScimFilter,
  type ScimFilter,
} from './scim-filter.js';

const read = (text: string) => {
  const filter = readScimFilter(text);
  return filter.ok ? filter.value : filter.refusal.code;
};
const compare = (attribute: string, value: string | number | boolean | null, by = 'eq') => ({
  ...{ kind: 'compare', attribute, by, value },
});

it.each<[string, unknown]>([
  ['userName eq "1"', compare('username', '1')],
  ['userName Eq "a \\"b\\""', compare('username', 'a "b"')],
  ['active eq true', compare('active', true)],
  ['title ne null', compare('title', null, 'ne')],
  ['meta.count gt 1.5', compare('meta.count', 1.5, 'gt')],
  ['title pr', { kind: 'present', attribute: 'title' }],
  // `and` binds closer than `or`.
  [
    'a pr or b pr and c eq 1',
    {
      kind: 'or',
      of: [
        { kind: 'present', attribute: 'a' },
        { kind: 'and', of: [{ kind: 'present', attribute: 'b' }, compare('c', 1)] },
      ],
    },
  ],
  ['NOT (a eq 1 OR b eq 2)', { kind: 'not', of: { kind: 'or', of: [compare('a', 1), compare('b', 2)] } }],
  ['', 'FILTER_UNREADABLE'],
  ['a', 'FILTER_UNREADABLE'],
  ['a eq', 'FILTER_UNREADABLE'],
  ['a eq "x', 'FILTER_UNREADABLE'],
  ['a eq "x" or', 'FILTER_UNREADABLE'],
  ['a eq 1)', 'FILTER_UNREADABLE'],
  ['(a eq 1', 'FILTER_UNREADABLE'],
  ['emails[type eq "work"]', 'FILTER_UNREADABLE'],
  ['a like 1', 'FILTER_UNREADABLE'],
  [`${'('.repeat(FILTER_DEPTH)}a pr${')'.repeat(FILTER_DEPTH)}`, { kind: 'present', attribute: 'a' }],
  [`${'('.repeat(FILTER_DEPTH + 1)}a pr${')'.repeat(FILTER_DEPTH + 1)}`, 'FILTER_TOO_LARGE'],
  [
    Array(FILTER_TERMS + 1)
      .fill('a pr')
      .join(' or '),
    'FILTER_TOO_LARGE',
  ],
  [`a eq "${'x'.repeat(FILTER_LETTERS)}"`, 'FILTER_TOO_LARGE'],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

const write = (filter: ScimFilter): string => {
  if (filter.kind === 'present') return `${filter.attribute} pr`;
  if (filter.kind === 'compare') return `${filter.attribute} ${filter.by} ${JSON.stringify(filter.value)}`;
  if (filter.kind === 'not') return `not (${write(filter.of)})`;
  return filter.of.map((one) => `(${write(one)})`).join(` ${filter.kind} `);
};
const leaf = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    attribute: fc.constantFrom('username', 'name.formatted', 'active'),
    by: fc.constantFrom('eq', 'co', 'sw') as fc.Arbitrary<'eq'>,
    value: fc.oneof(fc.string({ maxLength: 20 }), fc.boolean(), fc.constant(null)),
  }),
  fc.record({ kind: fc.constant('present' as const), attribute: fc.constant('title') }),
);
const tree: fc.Arbitrary<ScimFilter> = fc.oneof(
  leaf,
  leaf.map((of): ScimFilter => ({ kind: 'not', of })),
  fc.record({
    kind: fc.constantFrom('and', 'or') as fc.Arbitrary<'and'>,
    of: fc.array(
      fc.oneof(
        leaf,
        leaf.map((of): ScimFilter => ({ kind: 'not', of })),
      ),
      { minLength: 2, maxLength: 4 },
    ),
  }),
);

it('reads what was written, and never throws', () => {
  fc.assert(
    fc.property(tree, (filter) => {
      expect(read(write(filter))).toEqual(filter);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('(', ')', 'not', 'and', 'eq', '"x"', '"', '\\', 'a', '[', ' ', '1'), {
        maxLength: 60,
      }),
      (parts) => {
        readScimFilter(parts.join(' '));
      },
    ),
    { numRuns: 300 },
  );
});
