/** The end of a sentence about an unknown name: the nearest known one, if one is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  // In a name of two letters every other one would be near.
  const limit = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  for (const each of new Set(known)) {
    const distance = each.toLowerCase() === name.toLowerCase() ? 0 : editDistance(name, each, limit);
    if (distance < least) [best, least] = [each, distance];
  }
  return best === null ? '' : `; did you mean "${best}"?`;
}

/** Inserted, missing, other and swapped characters between two words; `limit + 1` stands for all that is more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 80) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + other);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      next.push(cost);
    }
    [beforeLast, last] = [last, next];
  }
  return last[b.length]!;
}
