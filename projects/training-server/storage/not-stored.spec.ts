import { DatabaseSync } from 'node:sqlite';
import { DataDirError, usingDataDir } from './not-stored';

const failing = (error: unknown) => () =>
  usingDataDir('/data', () => {
    throw error;
  });

describe('a folder of data that cannot be used', () => {
  it.each([
    ['ENOSPC', 'DATA_DIR /data cannot be used: no room on its disk'],
    ['EEXIST', 'DATA_DIR /data cannot be used: it is no folder'],
    ['ENOTDIR', 'DATA_DIR /data cannot be used: it is no folder'],
    ['EPERM', 'DATA_DIR /data cannot be used: it may not be written'],
    ['EACCES', 'DATA_DIR /data cannot be used: it may not be written'],
  ])('is reported in one line: %s', (code, words) => {
    const error = Object.assign(new Error(`${code}: write`), { code });
    expect(failing(error)).toThrow(DataDirError);
    expect(failing(error)).toThrow(words);
  });

  it('is reported in one line if the database finds it', () => {
    const database = new DatabaseSync(':memory:');
    const write = () => database.exec('CREATE TABLE big (x TEXT); INSERT INTO big VALUES (hex(randomblob(100000)))');
    database.exec('PRAGMA max_page_count = 3');
    expect(() => usingDataDir('/data', write)).toThrow('DATA_DIR /data cannot be used: database or disk is full');
    database.close();
  });

  it('is distinguished from a bug', () => {
    const fault = new TypeError('x is not a function');
    expect(failing(fault)).toThrow(fault);
  });
});
