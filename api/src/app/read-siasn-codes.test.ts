import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNVERIFIED_CODES } from '../domain/integration/siasn-codes.js';
import { ConfigRefused } from '../platform/config.js';
import { readSiasnCodes } from './read-siasn-codes.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pantau-codes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (content: string) => {
  const path = join(folder, 'siasn.json');
  await writeFile(path, content);
  return path;
};

it('without a file gives what is known without being verified', async () => {
  expect(await readSiasnCodes(null)).toBe(UNVERIFIED_CODES);
});

it('takes what the file says, and leaves the rest', async () => {
  const path = await file(
    '{"predicate": {"BAIK": 2}, "periodKind": {"QUARTER": "q-3"}, "rating": {"ABOVE": null}}',
  );
  expect(await readSiasnCodes(path)).toEqual({
    ...UNVERIFIED_CODES,
    rating: { ABOVE: null, MEETS: 2, BELOW: 3 },
    predicate: { ...UNVERIFIED_CODES.predicate, BAIK: 2 },
    periodKind: { ...UNVERIFIED_CODES.periodKind, QUARTER: 'q-3' },
  });
});

it.each([
  ['no JSON', 'rating: 1', /cannot be read as JSON/],
  ['a table that is none', '{"ratings": {}}', /ratings/],
  ['a word that is none', '{"predicate": {"BAGUS": 1}}', /predicate\.BAGUS/],
  ['a text for a number', '{"rating": {"ABOVE": "1"}}', /rating\.ABOVE/],
  ['an empty id', '{"coefficient": {"BAIK": " "}}', /coefficient\.BAIK/],
])('refuses %s', async (_what, content, told) => {
  const refused = readSiasnCodes(await file(content));
  await expect(refused).rejects.toThrow(ConfigRefused);
  await expect(refused).rejects.toThrow(told);
});

it('refuses a file that is not there', async () => {
  await expect(readSiasnCodes(join(folder, 'none.json'))).rejects.toThrow(/PANTAU_SIASN_CODES/);
});
