import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { ownPackage } from '../kit/own-package';

/** The major version that a version or a range begins with; `null` for a tag, a file or an address. */
function majorOf(version: string | undefined): number | null {
  const [, major] = /^[\^~>=v\s]*(\d+)(?:\.|$|\s)/.exec(version ?? '') ?? [];
  return major === undefined ? null : Number(major);
}

/** What the host has of a package: the installed version, else what `package.json` says. `null`: neither. */
function versionOf(tree: Tree, name: string): string | null {
  for (const path of [`/node_modules/${name}/package.json`, '/package.json']) {
    if (!tree.exists(path)) continue;
    const manifest = tree.readJson(path) as Readonly<Record<string, unknown>>;
    if (path !== '/package.json') return typeof manifest['version'] === 'string' ? manifest['version'] : null;
    for (const section of ['dependencies', 'devDependencies', 'peerDependencies']) {
      const version = (manifest[section] as Readonly<Record<string, string>> | undefined)?.[name];
      if (version !== undefined) return version;
    }
  }
  return null;
}

/** Throws `SchematicsException` if the host's Angular is older than the library needs. */
export function checkAngular(tree: Tree): void {
  const found = versionOf(tree, '@angular/core');
  if (found === null) {
    throw new SchematicsException('This folder has no @angular/core. mediatel-lib is for Angular applications.');
  }
  const needed = majorOf(ownPackage.peerDependencies['@angular/core']);
  const major = majorOf(found);
  // A tag or a file says nothing; the package manager checks the peers then.
  if (major === null || needed === null || major >= needed) return;
  throw new SchematicsException(
    `mediatel-lib ${ownPackage.version} needs Angular ${needed} or newer; this workspace has ${found}. ` +
      'Update it first: https://angular.dev/update-guide',
  );
}

/** Packages that the host has in another major version than the library needs, as `name version (needs range)`. */
export function otherMajors(tree: Tree, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const found = versionOf(tree, name);
    const range = ownPackage.peerDependencies[name];
    const [major, needed] = [majorOf(found ?? undefined), majorOf(range)];
    return major === null || needed === null || major === needed ? [] : [`${name} ${found} (needs ${range})`];
  });
}
