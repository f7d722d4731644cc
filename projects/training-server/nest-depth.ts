const isNest = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Whether a value from JSON nests lists or objects deeper than `most` levels. Not recursive: depth would overflow the
 * stack.
 */
export function isDeeperThan(most: number, value: unknown): boolean {
  let level = [value].filter(isNest);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true;
    level = level.flatMap((nest) => Object.values(nest)).filter(isNest);
  }
  return false;
}
