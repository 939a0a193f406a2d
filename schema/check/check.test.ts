import { buildSchema } from 'graphql';
import { judgeDescriptions } from './judge-descriptions.ts';
import { compare, judgeReleases, leastVersionAfter } from './judge-releases.ts';
import { listDescriptions } from './list-descriptions.ts';

const FIRST = buildSchema('type Query { a(q: Int): Int b: String k: Kind } enum Kind { X Y }');
const MORE = buildSchema('type Query { a(q: Int): Int b: String c: Int k: Kind } enum Kind { X Y Z }');
const WITHOUT_B = buildSchema('type Query { a(q: Int): Int k: Kind } enum Kind { X Y }');
const deprecated = (reason: string) =>
  buildSchema(
    `type Query { a(q: Int): Int b: String @deprecated(reason: "${reason}") k: Kind } enum Kind { X Y }`,
  );

const BEGUN = '## 1.0.0 (2026-01-01)\n\nThe first.\n';
const first = { version: '1.0.0', schema: FIRST };

describe('the contract against what was given out', () => {
  it('lets a contract grow, as a minor version', async () => {
    expect(await judgeReleases(MORE, [first], BEGUN)).toEqual([]);
    expect(leastVersionAfter('1.0.3', await compare(FIRST, MORE))).toBe('1.1.0');
    expect(leastVersionAfter('1.0.3', await compare(FIRST, FIRST))).toBe('1.0.4');
  });

  it.each([
    ['a field that is gone', 'type Query { a(q: Int): Int k: Kind } enum Kind { X Y }', 'b'],
    ['a value that is gone', 'type Query { a(q: Int): Int b: String k: Kind } enum Kind { X }', 'Y'],
    ['another type', 'type Query { a(q: Int): String b: String k: Kind } enum Kind { X Y }', 'Query.a'],
    [
      'an argument that must be given',
      'type Query { a(q: Int, r: Int!): Int b: String k: Kind } enum Kind { X Y }',
      'r',
    ],
    ['an argument that is gone', 'type Query { a: Int b: String k: Kind } enum Kind { X Y }', 'q'],
  ])('stops %s, and says what to do', async (_what, text, named) => {
    const [trouble, ...others] = await judgeReleases(buildSchema(text), [first], BEGUN);
    expect(others).toEqual([]);
    expect(trouble).toContain('breaks whoever uses release 1.0.0');
    expect(trouble).toContain(named);
    expect(trouble).toContain('npm run release:schema -- 2.0.0');
  });

  it('lets a new major version break what its entry names, and no minor one', async () => {
    const told = `## 2.0.0 (2026-09-01)\n\n- \`Query.b\`: use a.\n\n${BEGUN}`;
    expect(await judgeReleases(WITHOUT_B, [{ version: '2.0.0', schema: WITHOUT_B }, first], told)).toEqual(
      [],
    );
    const untold = told.replace('`Query.b`', 'something');
    expect(await judgeReleases(WITHOUT_B, [first, { version: '2.0.0', schema: WITHOUT_B }], untold)).toEqual([
      expect.stringContaining('does not name what breaks'),
    ]);
    const minor = told.replace('2.0.0', '1.1.0');
    expect(await judgeReleases(WITHOUT_B, [first, { version: '1.1.0', schema: WITHOUT_B }], minor)).toEqual([
      expect.stringContaining('at least 2.0.0'),
    ]);
  });

  it('compares with the last release by number, not by name', async () => {
    const tenth = { version: '1.10.0', schema: MORE };
    const ninth = { version: '1.9.0', schema: FIRST };
    const log = `## 1.10.0 (2026-03-01)\n\n## 1.9.0 (2026-02-01)\n\n${BEGUN}`;
    const [trouble] = await judgeReleases(FIRST, [tenth, first, ninth], log);
    expect(trouble).toContain('release 1.10.0');
  });

  it('holds the changelog and the releases against each other', async () => {
    expect(await judgeReleases(FIRST, [first], '')).toEqual([expect.stringContaining('has no entry')]);
    const ahead = `## 1.1.0 (2026-02-01)\n\n${BEGUN}`;
    expect(await judgeReleases(FIRST, [first], ahead)).toEqual([expect.stringContaining('1.1.0')]);
    expect(await judgeReleases(FIRST, [], '')).toHaveLength(1);
  });

  it('wants each deprecation with its day, in the reason and in the changelog', async () => {
    const row = (day: string) => `| \`Query.b\` | ${day} | a |\n\n${BEGUN}`;
    const reason = (day: string) => `Use a. Removed on ${day} at the earliest.`;
    const judge = (text: string, log: string) => judgeReleases(deprecated(text), [first], log);
    expect(await judge(reason('2027-01-01'), row('2027-01-01'))).toEqual([]);
    expect(await judge('Use a.', row('2027-01-01'))).toEqual([expect.stringContaining('has to end with')]);
    expect(await judge(reason('2027-01-01'), BEGUN)).toEqual([
      expect.stringContaining('say so in the table'),
    ]);
    expect(await judge(reason('2027-01-01'), row('2027-01-02'))).toHaveLength(1);
    expect(await judgeReleases(FIRST, [first], row('2027-01-01'))).toEqual([
      expect.stringContaining('and it is not'),
    ]);
  });

  it('gives half a year of notice from the release that says so', async () => {
    const schema = deprecated('Use a. Removed on 2026-07-01 at the earliest.');
    const log = `| \`Query.b\` | 2026-07-01 | a |\n\n## 1.1.0 (2026-02-01)\n\n${BEGUN}`;
    expect(await judgeReleases(schema, [first, { version: '1.1.0', schema }], log)).toEqual([
      expect.stringContaining('180 days'),
    ]);
  });
});

describe('descriptions', () => {
  it('are looked for on everything that a stranger may look up', () => {
    const all = listDescriptions(
      buildSchema(`
        type Query implements Has { a(q: In): U s: S }
        interface Has { s: S }
        input In { i: Int }
        union U = Query
        scalar S
        enum E { V }
      `),
    );
    expect(all.map(({ at }) => at).sort()).toEqual(
      [
        'E',
        'E.V',
        'Has',
        'Has.s',
        'In',
        'In.i',
        'Query',
        'Query.a',
        'Query.a(q)',
        'Query.s',
        'S',
        'U',
      ].sort(),
    );
    expect(judgeDescriptions(all)).toHaveLength(all.length);
  });

  it('say more than the name', () => {
    const judge = (at: string, description: string) =>
      judgeDescriptions([{ at, description, deprecated: null }]).length;
    expect(judge('Score.coreValue', 'The core value.')).toBe(1);
    expect(judge('Query.unit(input)', 'Which one.')).toBe(1);
    expect(judge('Unit.id', 'TODO: say what it is.')).toBe(1);
    expect(judge('Score.coreValue', 'The core value of ASN that is rated (BerAKHLAK).')).toBe(0);
  });
});
