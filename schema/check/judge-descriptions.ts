import type { Described } from './list-descriptions.ts';

/** A shorter one says what the name says: "The unit.", "Which one.", "UUID." */
const SHORTEST = 12;

const words = (text: string): string =>
  text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replace(/^ ?(an?|the|its|their) /, '')
    .trim();

/** What is wrong with the descriptions of a contract, a sentence each; none: nothing. */
export function judgeDescriptions(all: readonly Described[]): string[] {
  return all.flatMap(({ at, description }) => {
    const name = at.replace(/^.*[.(]/, '').replace(')', '');
    if (description === '') return [`${at} has no description.`];
    if (description.length < SHORTEST || words(description) === words(name)) {
      return [`${at} says no more than its name: "${description}". Say what it is, its unit, its range.`];
    }
    if (/\b(TODO|TBD|FIXME|XXX|lorem)\b/i.test(description)) return [`${at} is not done: "${description}"`];
    return [];
  });
}
