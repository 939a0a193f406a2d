import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { listDescriptions } from './list-descriptions.ts';

/** A contract that was given out: what integrators may rely on. */
export interface Release {
  /** Semantic: MAJOR.MINOR.PATCH. */
  readonly version: string;
  readonly schema: GraphQLSchema;
}

/** What is deprecated stays for so long after the release that says so, days. */
const NOTICE_DAYS = 180;
const DAY_MS = 86_400_000;

const numbers = (version: string): readonly number[] => version.split('.').map(Number);

/** Earlier versions first. */
export function byVersion(one: string, other: string): number {
  const [a, b] = [numbers(one), numbers(other)];
  return a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;
}

/** What changed, texts aside, by what it means to somebody who uses the earlier one. */
export interface Differences {
  readonly breaking: readonly Change[];
  /** Clients have to expect them: a new value of an enum, a new member of a union, a new default. */
  readonly dangerous: readonly Change[];
  readonly added: readonly Change[];
}

const OF_TEXT = /DESCRIPTION|^DIRECTIVE_USAGE_/;

/** Compares two contracts. */
export async function compare(earlier: GraphQLSchema, later: GraphQLSchema): Promise<Differences> {
  const changes = (await diff(earlier, later)).filter(({ type }) => !OF_TEXT.test(type));
  const of = (level: CriticalityLevel) => changes.filter(({ criticality }) => criticality.level === level);
  return {
    breaking: of(CriticalityLevel.Breaking),
    dangerous: of(CriticalityLevel.Dangerous),
    added: of(CriticalityLevel.NonBreaking),
  };
}

/** The least version that may follow `last` with these changes: a major one for what breaks, else a minor one. */
export function leastVersionAfter(last: string, { breaking, dangerous, added }: Differences): string {
  const [major = 0, minor = 0, patch = 0] = numbers(last);
  if (breaking.length > 0) return `${major + 1}.0.0`;
  return dangerous.length + added.length > 0 ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** An entry of the changelog: `## 1.2.0 (2026-11-26)` and what stands below. */
interface Entry {
  readonly version: string;
  readonly day: string;
  readonly text: string;
}

function entriesOf(changelog: string): Entry[] {
  return changelog.split(/^## /m).flatMap((part) => {
    const [, version, day] = /^(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/m.exec(part.split('\n', 1)[0]!) ?? [];
    return version === undefined || day === undefined ? [] : [{ version, day, text: part }];
  });
}

/** The rows of the changelog's table of deprecations: what, and the first day on which it may be gone. */
function deprecationsOf(changelog: string): Map<string, string> {
  const rows = changelog.matchAll(/^\| `([^`]+)` \| (\d{4}-\d{2}-\d{2}) \|/gm);
  return new Map([...rows].map(([, at, day]) => [at!, day!]));
}

const GOES_ON = /Removed on (\d{4}-\d{2}-\d{2}) at the earliest\.$/;

/** Each deprecated part of a contract and the day that its reason names; null where it names none. */
function daysOfRemoval(schema: GraphQLSchema): Map<string, string | null> {
  return new Map(
    listDescriptions(schema).flatMap(({ at, deprecated }) =>
      deprecated === null ? [] : [[at, GOES_ON.exec(deprecated)?.[1] ?? null]],
    ),
  );
}

const sentences = (changes: readonly Change[]): string =>
  changes.map(({ message }) => `\n    ${message}`).join('');

/**
 * What is wrong with the contract as it stands in the code, and with what was given out before; none: nothing.
 * Nobody who uses a release may be broken by another one of the same major version.
 */
export async function judgeReleases(
  current: GraphQLSchema,
  releases: readonly Release[],
  changelog: string,
): Promise<string[]> {
  const troubles: string[] = [];
  const inOrder = [...releases].sort((one, other) => byVersion(one.version, other.version));
  const entries = entriesOf(changelog);
  const last = inOrder.at(-1);
  if (last === undefined) return ['schema/releases/ holds no release to compare with.'];

  for (const { version } of inOrder) {
    if (!entries.some((entry) => entry.version === version))
      troubles.push(`Release ${version} has no entry "## ${version} (YYYY-MM-DD)" in schema/CHANGELOG.md.`);
  }
  for (const { version } of entries) {
    if (!inOrder.some((release) => release.version === version))
      troubles.push(`schema/CHANGELOG.md tells of ${version}, and schema/releases/ does not hold it.`);
  }

  for (const [place, release] of inOrder.entries()) {
    const before = inOrder[place - 1];
    if (before === undefined) continue;
    const differences = await compare(before.schema, release.schema);
    const least = leastVersionAfter(before.version, differences);
    if (byVersion(release.version, least) < 0)
      troubles.push(`Release ${release.version} has to be at least ${least}, by what it changes.`);
    const text = entries.find(({ version }) => version === release.version)?.text ?? '';
    const untold = differences.breaking.filter(({ path }) => !text.includes(`\`${path}\``));
    if (untold.length > 0)
      troubles.push(
        `The entry of ${release.version} in schema/CHANGELOG.md does not name what breaks:${sentences(untold)}`,
      );
  }

  const { breaking } = await compare(last.schema, current);
  if (breaking.length > 0) {
    const [major = 0] = numbers(last.version);
    troubles.push(
      `This breaks whoever uses release ${last.version} of the contract:${sentences(breaking)}
  Keep what there was and deprecate it. Where that cannot be: npm run release:schema -- ${major + 1}.0.0,
  and tell in schema/CHANGELOG.md what whoever uses it has to do.`,
    );
  }

  troubles.push(...judgeDeprecations(current, inOrder, entries, deprecationsOf(changelog)));
  return troubles;
}

function judgeDeprecations(
  current: GraphQLSchema,
  inOrder: readonly Release[],
  entries: readonly Entry[],
  listed: ReadonlyMap<string, string>,
): string[] {
  const deprecated = daysOfRemoval(current);
  const troubles = [...listed.keys()]
    .filter((at) => !deprecated.has(at))
    .map((at) => `schema/CHANGELOG.md lists ${at} as deprecated, and it is not.`);
  for (const [at, day] of deprecated) {
    if (day === null) {
      troubles.push(
        `${at} is deprecated; its reason has to end with "Removed on YYYY-MM-DD at the earliest."`,
      );
    } else if (listed.get(at) !== day) {
      troubles.push(`${at} is deprecated until ${day}; say so in the table of schema/CHANGELOG.md.`);
    } else {
      const first = inOrder.find(({ schema }) => daysOfRemoval(schema).has(at));
      const told = entries.find(({ version }) => version === first?.version)?.day;
      if (told !== undefined && Date.parse(day) < Date.parse(told) + NOTICE_DAYS * DAY_MS)
        troubles.push(`${at} was deprecated on ${told}; it may go ${NOTICE_DAYS} days later, not on ${day}.`);
    }
  }
  return troubles;
}
