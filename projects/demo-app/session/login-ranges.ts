/** The login that comes after one in a row of numbers; `null` after a login without a number. */
function successor(login: string | undefined): string | null {
  const number = /\d+$/.exec(login ?? '')?.[0];
  return login === undefined || number === undefined ? null : login.slice(0, -number.length) + (Number(number) + 1);
}

/** Logins that end with numbers in a row, written as a range: `agent2 … agent20, trainer2`. */
export function loginRanges(logins: readonly string[]): string {
  const ranges: string[][] = [];
  for (const login of logins) {
    const last = ranges.at(-1);
    if (last && successor(last.at(-1)) === login) last.push(login);
    else ranges.push([login]);
  }
  return ranges.map((range) => (range.length < 3 ? range.join(', ') : `${range[0]} … ${range.at(-1)}`)).join(', ');
}
