import { type Rule, type Tree, chain, noop } from '@angular-devkit/schematics';
import { resolveBootstrappedComponentData } from '@schematics/angular/utility/standalone/app_component';
import { posix } from 'node:path';
import type { Host } from '../host/host';
import { callsImported } from '../kit/imports';
import { decoratedClass, fieldOf, componentMetadata, listOf } from '../kit/metadata';
import type { Notes } from '../kit/notes';
import { filesBelow, parsed } from '../kit/source-files';
import { addDeskToClass } from './component-class';
import { createPhoneDesk, deskTag, phoneDeskFile } from './phone-desk';
import { addToSpec } from './root-spec';
import { deskSnippet, plainButton, sessionProperty, trainingButton } from './snippet';
import { appendToTemplate, canAppend } from './template';

/** The component at the root of the page. */
interface RootComponent {
  readonly file: string;
  readonly name: string;
}

const component = "@Component({ imports: [MediatelDesk], … })  // from 'mediatel-lib/desk'";
const session = `protected readonly ${sessionProperty} = inject(AgentSession);  // from 'mediatel-lib'`;

/** Puts the desk and a sign-in button at the end of the root component. A host that shows the desk keeps its pages. */
export function placeDesk(host: Host, isTraining: boolean, notes: Notes): Rule {
  return (tree) => {
    if (showsDesk(tree, host)) return isTraining ? signInAsTrained(host, notes) : noop();
    const leave = (why: string): Rule => {
      notes.leave(
        why,
        'In the component that shows the desk:',
        component,
        session,
        ...deskSnippet(isTraining).split('\n').slice(1, -1),
      );
      return noop();
    };
    const root = rootComponent(tree, host);
    if (root === null) return leave('The root component is not found');
    const file = parsed(tree, root.file);
    const metadata = componentMetadata(file, 'Component', root.name);
    if (metadata === null) return leave(`${root.file} has no component ${root.name}`);
    const problem = canAppend(tree, root.file, metadata);
    if (problem !== null) return leave(problem);
    if (host.bootstrap.kind === 'module' && fieldOf(metadata, 'standalone')?.getText() === 'false') {
      notes.did(
        `${host.appRoot.slice(1)}/phone-desk.ts and ${root.file}: the desk, in a standalone component, so that @defer works`,
      );
      return chain([
        createPhoneDesk(host, isTraining),
        appendToTemplate(root.file, root.name, `<${deskTag(host)} />\n`),
        addToSpec(root.file, phoneDeskFile(host), notes),
      ]);
    }
    if (listOf(metadata, 'imports') === 'other')
      return leave(`The imports of ${root.name} in ${root.file} are not a list`);
    const has = decoratedClass(file, 'Component', root.name)?.members.some(
      ({ name }) => name?.getText() === sessionProperty,
    );
    if (has === true) return leave(`${root.name} in ${root.file} has a member ${sessionProperty}`);
    notes.did(`${root.file} and its template: the desk behind @defer, and a sign-in button`);
    return chain([
      appendToTemplate(root.file, root.name, deskSnippet(isTraining)),
      addDeskToClass(root.file, root.name),
      addToSpec(root.file, null, notes),
    ]);
  };
}

/** Gives the button of an earlier run the training server's operator. A button of the host's own stays. */
function signInAsTrained({ sourceRoot }: Host, notes: Notes): Rule {
  return (tree) => {
    for (const path of filesBelow(tree, sourceRoot)) {
      if (!/\.(html|ts)$/.test(path)) continue;
      const text = tree.readText(path);
      if (!text.includes(plainButton)) continue;
      tree.overwrite(
        path,
        text.replace(plainButton, () => trainingButton),
      );
      notes.did(`${path.slice(1)}: the button signs in as agent1`);
    }
  };
}

/** Whether a template of the host has the desk. */
function showsDesk(tree: Tree, { sourceRoot }: Host): boolean {
  return [...filesBelow(tree, sourceRoot)].some(
    (path) => /\.(html|ts)$/.test(path) && !path.endsWith('.spec.ts') && tree.readText(path).includes('<mediatel-desk'),
  );
}

function rootComponent(tree: Tree, { bootstrap }: Host): RootComponent | null {
  if (bootstrap.kind === 'unknown') return null;
  const { mainFile, providersFile, kind } = bootstrap;
  const importer = kind === 'module' ? providersFile : mainFile;
  const data = bootstrapped(tree, mainFile);
  if (data === null) return ownComponent(tree, importer);
  const file = posix.join(posix.dirname(importer), `${data.componentImportPathInSameFile}.ts`);
  return tree.exists(file) ? { file: file.replace(/^\//, ''), name: data.componentName } : null;
}

function bootstrapped(tree: Tree, mainFile: string): ReturnType<typeof resolveBootstrappedComponentData> {
  try {
    return resolveBootstrappedComponentData(tree, mainFile);
  } catch {
    // It throws for a root module without `bootstrap: [ … ]`, such as one with ngDoBootstrap.
    return null;
  }
}

/** A root component in the file that starts the application, as in small examples. */
function ownComponent(tree: Tree, path: string): RootComponent | null {
  const file = parsed(tree, path);
  if (!callsImported(file, '@angular/platform-browser', 'bootstrapApplication')) return null;
  const name = decoratedClass(file, 'Component')?.name?.text;
  return name === undefined ? null : { file: path.replace(/^\//, ''), name };
}
