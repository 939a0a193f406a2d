import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessRefusalTables } from '../testing/access-refusal-tables.js';

const SOURCE = join(import.meta.dirname, '..');
const DOCUMENT = readFileSync(join(SOURCE, '../docs/ACCESS.md'), 'utf8');

/** The rules by id: heading and text. */
const rules = new Map(
  DOCUMENT.split(/^### /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...text] = section.split('\n');
      return [heading.split(' ')[0]!, { heading, text: text.join('\n') }];
    }),
);

/** Only tests that run: what is skipped or still to do proves nothing. */
const tests = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => [
    ...readFileSync(join(SOURCE, path), 'utf8').matchAll(/\b(?:it|test)\(\s*(['"`])(AC\d+ .*?)\1/g),
  ])
  .map((match) => match[2]!);

it('the document counts the rules of access from 1, each once', () => {
  const headings = [...DOCUMENT.matchAll(/^### (\S+)/gm)].map((match) => match[1]!);
  expect(headings.length).toBeGreaterThan(10);
  expect(headings).toEqual(headings.map((_, place) => `AC${place + 1}`));
});

it('every rule of access has a sentence, an example and a source', () => {
  for (const { text } of rules.values()) expect(text).toMatch(/^\n\S.*\.\n\n- Example: .+\n- Source: .+/);
});

it('every rule of access has a test of its name', () => {
  const untested = [...rules.values()].filter(({ heading }) => !tests.includes(heading));
  expect(untested.map(({ heading }) => heading)).toEqual([]);
});

it('no test names a rule of access that the document does not have', () => {
  expect(tests.filter((name) => !rules.has(name.split(' ')[0]!))).toEqual([]);
});

const rows = Object.entries(accessRefusalTables).flatMap(([table, codes]) =>
  Object.entries(codes).map(([code, row]) => [table, code, row] as const),
);

it.each(rows)('%s %s has its rule, and says when, what and how to mend it', (_table, code, row) => {
  expect(DOCUMENT).toMatch(new RegExp(`\\b${code}\\b`));
  expect(code).toMatch(/^[A-Z]+(?:_[A-Z0-9]+)+$/);
  expect(row.when).toMatch(/^[A-Z].{20,}\.$/);
  if (typeof row.message === 'function') return;
  for (const text of [row.message.id, row.message.en]) {
    expect(text).toMatch(/^[A-Z].+[.;:,] .+\.$/s);
    expect(text.length).toBeLessThan(200);
  }
  expect(row.message.id).not.toBe(row.message.en);
});

it('no code of access has two meanings', () => {
  const codes = rows.map(([, code]) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
