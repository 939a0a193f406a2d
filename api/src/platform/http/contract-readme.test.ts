import { buildSchema, parse, validate } from 'graphql';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../app/repository-root.js';
import { ERRORS } from '../graphql/errors.js';
import { LIMITS, RATES, SOCKETS } from '../graphql/limits.js';
import { CLOSE, kept } from './close-codes.js';

const readme = readFileSync(join(repositoryRoot, 'schema', 'README.md'), 'utf8');

/** The rows of the table below a heading. */
function tableBelow(heading: string): string[][] {
  const below = readme.slice(readme.indexOf(`## ${heading}\n`)).split(/\n## /)[0]!;
  return below
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the README of the contract', () => {
  it('tells every error code, when it comes and who can mend it', () => {
    expect(tableBelow('Error codes')).toEqual(
      Object.entries(ERRORS).map(([code, { when, mend }]) => [`\`${code}\``, when, mend]),
    );
  });

  it('tells every close code', () => {
    expect(tableBelow('Close codes of the websocket')).toEqual(
      Object.values(CLOSE).map(({ code, when, client }) => [String(code), when, client]),
    );
  });

  it('gives examples that fit the contract', () => {
    const contract = buildSchema(readFileSync(join(repositoryRoot, 'schema', 'schema.graphql'), 'utf8'));
    const guides = join(repositoryRoot, 'schema', 'guide');
    const texts = readdirSync(guides).map((name) => readFileSync(join(guides, name), 'utf8'));
    const examples = [readme, ...texts].flatMap((text) =>
      [...text.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, example]) => example!),
    );
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) expect(validate(contract, parse(example))).toEqual([]);
  });

  it('leads to files and headings that there are', () => {
    const named = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-');
    const headings = new Set([...readme.matchAll(/^##+ (.*)$/gm)].map(([, text]) => `#${named(text!)}`));
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(20);
    const guides = readdirSync(join(repositoryRoot, 'schema', 'guide')).map((name) => `guide/${name}`);
    expect(guides.filter((guide) => !links.includes(guide))).toEqual([]);
    expect(
      links.filter((link) =>
        link.startsWith('#') ? !headings.has(link) : !existsSync(join(repositoryRoot, 'schema', link)),
      ),
    ).toEqual([]);
  });

  it('tells every limit by its number', () => {
    const limits = tableBelow('Limits').flat().join(' ');
    const english = (amount: number) => amount.toLocaleString('en');
    for (const number of [
      `${LIMITS.bytes / 1024} KiB`,
      `${english(LIMITS.tokens)} tokens`,
      `${LIMITS.depth} levels`,
      `${LIMITS.aliases} aliases`,
      `${LIMITS.directives} directives`,
      `cost ${english(LIMITS.cost)}`,
      `${LIMITS.rootFields} fields`,
      `${LIMITS.page} rows`,
      `lists of ${LIMITS.listItems}`,
      `${english(LIMITS.textLength)} characters`,
      `${LIMITS.inputDepth} levels`,
      `${LIMITS.operationMs / 1_000} s`,
      `${LIMITS.subscriptions} operations`,
      `${LIMITS.atOnce} queries`,
      `${RATES.socketMessages.points / RATES.socketMessages.seconds} messages a second`,
      `${RATES.socketMessages.points} at once`,
      `${english(RATES.principalRequests.points / RATES.principalRequests.seconds)}, ${english(RATES.networkRequests.points / RATES.networkRequests.seconds)} requests`,
      `${LIMITS.principalAtOnce} operations run at a time`,
      `${SOCKETS.perPrincipal}, ${english(SOCKETS.perNetwork)} sockets`,
    ]) {
      expect(limits).toContain(number);
    }
  });
});

it('codes after which clients stay away for good stand for no trouble that passes', () => {
  expect(kept(1011, 'x')[0]).toBe(1013);
  expect(kept(4500, 'x')[0]).toBe(1013);
  expect(kept(undefined, undefined)[0]).toBe(1013);
  expect(kept(4400, 'why')).toEqual([4400, 'why']);
  const codes = Object.values(CLOSE).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).not.toContain(1011);
  expect(codes).not.toContain(4500);
});
