/** Parts of a long list, one after another: statements and memory stay bounded however much there is to do. */
export function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
