import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of the library's own `package.json` that the schematics need. */
interface OwnPackage {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The library's own `package.json`: two folders up, in the sources as in the package. */
export const ownPackage = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as OwnPackage;
