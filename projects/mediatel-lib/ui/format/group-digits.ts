/** Ukraine's numbers: area or operator, then 3-2-2, as people read them out. */
const ukrainian = [2, 3, 2, 2] as const;

function groupsOf(digits: string, sizes: readonly number[]): readonly string[] {
  const groups: string[] = [];
  let from = 0;
  for (const size of sizes) {
    if (from < digits.length) groups.push(digits.slice(from, from + size));
    from += size;
  }
  return groups;
}

/**
 * A Ukrainian number in groups, `+380 66 123 45 01` or `066 123 45 01`, also while it is being typed; `null` for any other.
 *
 * Takes digits with or without a leading `+`. `country`: whose numbers have no prefix (ISO 3166-1 alpha-2). The digits
 * themselves do not change.
 */
export function groupUkrainian(number: string, country: string): string | null {
  const international = /^(\+?380)(\d{1,9})$/.exec(number);
  const [, prefix = '', rest = ''] = international ?? [];
  if (international !== null && (prefix.startsWith('+') || country === 'UA')) {
    return [prefix, ...groupsOf(rest, ukrainian)].join(' ');
  }
  if (country !== 'UA' || !/^0\d{0,9}$/.test(number)) return null;
  return groupsOf(number, [3, 3, 2, 2]).join(' ');
}

/**
 * A long number that no country's rules know, in groups of three. The last two groups may be of two, so that no digit
 * stands alone.
 */
export function groupByThree(number: string): string {
  const digits = number.replace(/^\+/, '');
  const groups = digits.match(/.{1,3}/g) ?? [];
  const [last = '', before = ''] = [groups.at(-1), groups.at(-2)];
  const ends = last.length === 1 && groups.length > 1 ? [before.slice(0, 2), before.slice(2) + last] : [before, last];
  const all = groups.length > 1 ? [...groups.slice(0, -2), ...ends] : groups;
  return (number.startsWith('+') ? '+' : '') + all.join(' ');
}
