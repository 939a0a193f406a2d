import { createHash } from 'node:crypto';

/**
 * Numbers from 0 to below 1 that depend on the seed alone. JavaScript's own generator takes no seed, and the demo must
 * come out the same each time; a hash of seed and counter needs no state to be passed around, so that one person's
 * numbers do not move when another person's are drawn.
 */
export function seededRandom(seed: string): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash('sha256').update(`${seed}#${drawn}`).digest().readUIntBE(0, 6) / 2 ** 48;
  };
}
