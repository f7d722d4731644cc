// The specs that may notice a file's mutants are those below its room.
import { posix } from 'node:path';

/**
 * A room of the library with all its folders; elsewhere the file's own folder.
 *
 * @param {string} file below the clone's top folder, with `/`
 */
export const roomOf = (file) =>
  /^projects\/mediatel-lib\/(?:private\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? posix.dirname(file);
