/**
 * Statements that connections keep planned: each connection reads and plans one once, and then only runs it. Its answer
 * must name its columns, because a planned statement ends with an error where `*` comes to mean something else.
 */

/** The same text has the same name on every connection; beyond so many, a text is parsed each time. */
const names = new Map<string, string>();
const NAMES_AT_MOST = 500;

const always = new Set<string>();
const plannedOnes = new WeakSet<readonly unknown[]>();

/** A statement that is planned whatever it is sent with: for the few that are asked thousands of times. */
export function prepared(text: string): string {
  always.add(text);
  return text;
}

/**
 * Marks the parameters of one statement: sent with these, it is planned; with others it may not be worth it.
 * @returns the same parameters
 */
export function plannedOnce<P extends readonly unknown[]>(parameters: P): P {
  plannedOnes.add(parameters);
  return parameters;
}

/** The name that a statement is planned under; null: it is not. */
export function plannedName(text: string, parameters: unknown): string | null {
  const isPlanned = always.has(text) || (Array.isArray(parameters) && plannedOnes.has(parameters));
  if (!isPlanned) return null;
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= NAMES_AT_MOST) return null;
  const name = `pantau_${names.size + 1}`;
  names.set(text, name);
  return name;
}
