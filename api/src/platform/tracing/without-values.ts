/** Longest text of a statement that goes into a span. */
const LONGEST = 2_000;

/**
 * What may hold a value in a statement of PostgreSQL: texts in each of their forms, and numbers. What stands in double
 * quotes is a name, and `$1` the place of a value that is not there.
 */
const LITERAL =
  /(?<name>"(?:[^"]|"")*")|(?<place>\$\d+)|\b[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|(?<quote>\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\k<quote>|$)|(?<![\w"])\d[\w.]*/g;

/** A statement with `?` for each value that somebody wrote into it, and without its end where it is very long. */
export function withoutValues(text: string): string {
  return text
    .replace(LITERAL, (whole, ...rest) => {
      const { name, place } = rest.at(-1) as { name?: string; place?: string };
      return name === undefined && place === undefined ? '?' : whole;
    })
    .replace(/--.*|\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
