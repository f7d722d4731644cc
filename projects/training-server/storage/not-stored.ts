/** The database could not be written, usually because the disk is full. It is already logged. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
}

/** The folder of the server's data can't be used. The message is for a person. */
export class DataDirError extends Error {
  override readonly name = 'DataDirError';
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no room on its disk',
  EDQUOT: 'no room on its disk',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  EEXIST: 'it is no folder',
  ENOTDIR: 'it is no folder',
};

/** Runs `use`, which needs the data folder at the start. A fault of the folder becomes a `DataDirError`. */
export function usingDataDir<T>(dataDir: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    const { code, message } = factsOf(error);
    if (code !== 'ERR_SQLITE_ERROR' && !(code in reasons)) throw error;
    throw new DataDirError(`DATA_DIR ${dataDir} cannot be used: ${reasons[code] ?? message}`, { cause: error });
  }
}

function factsOf(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: '' };
  return {
    code: 'code' in error ? String(error.code) : '',
    message: 'message' in error ? String(error.message) : '',
  };
}
