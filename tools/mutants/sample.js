// A sample of a list, the same each time.

/** A small random generator, uniform in [0, 1). @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @template T @param {readonly T[]} list @param {number} count @param {number} seed */
export function sample(list, count, seed) {
  if (list.length <= count) return [...list];
  const next = random(seed);
  const chosen = list
    .map((item, place) => ({ item, place, lot: next() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count);
  return chosen.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
