import { type Rule, chain } from '@angular-devkit/schematics';
import { DependencyType, ExistingBehavior, addDependency } from '@schematics/angular/utility';
import { JSONFile } from '@schematics/angular/utility/json-file';
import type { Host } from '../host/host';
import type { Notes } from '../kit/notes';
import { ownPackage } from '../kit/own-package';
import { addProxy } from './proxy';

const serverPackage = 'mediatel-training-server';

/** The training server's port in development. The proxy leads there. */
const trainingPort = 4201;

const script = `${serverPackage} --port ${trainingPort}`;

/** Adds the training server: the package, the script that starts it and the proxy of `ng serve`. */
export function addTraining(host: Host, version: string | undefined, notes: Notes): Rule {
  return chain([
    addDependency(serverPackage, version ?? `^${ownPackage.version}`, {
      type: DependencyType.Dev,
      existing: version === undefined ? ExistingBehavior.Skip : ExistingBehavior.Replace,
    }),
    addScript(notes),
    addProxy(host, `http://127.0.0.1:${trainingPort}`, notes),
  ]);
}

function addScript(notes: Notes): Rule {
  return (tree) => {
    const manifest = new JSONFile(tree, '/package.json');
    const present = manifest.get(['scripts', 'training']);
    if (present === script) return;
    if (present !== undefined) {
      notes.leave('package.json has another script “training”', `"training": "${script}"`);
      return;
    }
    manifest.modify(['scripts', 'training'], script, false);
    notes.did(`package.json: ${serverPackage} and the script training`);
  };
}
