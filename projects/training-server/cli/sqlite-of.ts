/** Whether a version of Node has `node:sqlite`: not at all, only with `--experimental-sqlite`, or at once. */
export type Sqlite = 'missing' | 'flag' | 'ready';

/** The first version with the module, and the first that needs no flag for it (Node's changelog). */
const first = [22, 5];
const withoutFlag = [22, 13];

/** Says what a version of Node, such as `22.5.1`, offers. Node 23 needed the flag until 23.4. */
export function sqliteOf(version: string): Sqlite {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isSince = ([least = 0, part = 0]: readonly number[]): boolean =>
    major > least || (major === least && minor >= part);
  if (!isSince(first)) return 'missing';
  const isReady = major === 23 ? minor >= 4 : isSince(withoutFlag);
  return isReady ? 'ready' : 'flag';
}
