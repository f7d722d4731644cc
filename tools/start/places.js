import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's top folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** Node 24, which comes with the packages: Angular and the servers need a newer one than a machine may have. */
export const ownNode = inRoot('node_modules', '.bin', 'node');

/**
 * The path without this clone's own programs. While packages are installed these are deleted and written again, so npm
 * must run on the machine's own Node.
 *
 * @param {string} path
 */
export function withoutOwnPrograms(path) {
  const own = inRoot('node_modules');
  return path
    .split(':')
    .filter((folder) => !folder.startsWith(own))
    .join(':');
}
