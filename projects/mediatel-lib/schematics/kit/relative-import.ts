import { posix } from 'node:path';

/** What `file` writes to import `target` (both paths in the tree): relative, without `.ts`. */
export function relativeImport(file: string, target: string): string {
  const path = posix.relative(posix.dirname(posix.join('/', file)), posix.join('/', target)).replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
}
