import { type Rule, type Tree, chain } from '@angular-devkit/schematics';
import { ExistingBehavior, addDependency } from '@schematics/angular/utility';
import { otherMajors } from '../host/versions';
import type { Notes } from '../kit/notes';
import { ownPackage } from '../kit/own-package';

/** The library's peers that an Angular application need not have yet. */
const peers = ['@angular/cdk', '@angular/forms', '@angular/material', '@ngrx/effects', '@ngrx/store'] as const;

/** Adds the missing peers to `package.json` and installs them. Versions that are there stay. */
export function addPeers(notes: Notes): Rule {
  return (tree) => {
    const declared = declaredIn(tree);
    const wrong = otherMajors(tree, peers);
    if (wrong.length > 0) {
      notes.leave(`This workspace has packages in another major version than mediatel-lib needs`, ...wrong);
    }
    const missing = peers.filter((name) => !(name in declared));
    if (missing.length > 0) notes.did(`package.json: ${missing.join(', ')}`);
    return chain(
      missing.map((name) => addDependency(name, rangeOf(name, declared), { existing: ExistingBehavior.Skip })),
    );
  };
}

/** Angular's own packages must have one version: `forms` takes that of `core`. */
function rangeOf(name: (typeof peers)[number], declared: Readonly<Record<string, string>>): string {
  const ofCore = name === '@angular/forms' ? declared['@angular/core'] : undefined;
  return ofCore ?? ownPackage.peerDependencies[name] ?? '*';
}

function declaredIn(tree: Tree): Readonly<Record<string, string>> {
  const manifest = tree.readJson('/package.json') as Readonly<Record<string, Readonly<Record<string, string>>>>;
  return { ...manifest['peerDependencies'], ...manifest['devDependencies'], ...manifest['dependencies'] };
}
