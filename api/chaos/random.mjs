/** Chance that comes out the same for the same seed (mulberry32); each part of a run draws from a stream of its own. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least, most) => least + next() * (most - least);
  const draw = (weighted) => {
    let left = next() * weighted.reduce((sum, { weight }) => sum + weight, 0);
    return weighted.find(({ weight }) => (left -= weight) < 0) ?? weighted.at(-1);
  };
  return {
    next,
    between,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    chance: (share) => next() < share,
    one: (list) => list[Math.floor(next() * list.length)],
    draw,
    branch: () => createRandom(Math.floor(next() * 2 ** 32)),
  };
}
