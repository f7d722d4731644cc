import type { Tree } from '@angular-devkit/schematics';
import type { ProjectDefinition } from '@schematics/angular/utility';
import { type Bootstrap, bootstrapOf } from './bootstrap';
import { findProject, sourceRootOf } from './find-project';
import { type Ngrx, ngrxOf } from './ngrx';
import { type Theme, themeOf } from './theme';
import { isServerRendered, isZoneless } from './rendering';

/** What the schematic knows about the application that gets the phone. */
export interface Host {
  /** The project's name in `angular.json`. */
  readonly name: string;
  readonly project: ProjectDefinition;
  /** The folder of the sources, such as `/src`. */
  readonly sourceRoot: string;
  /** The folder of the application's code, such as `/src/app`. */
  readonly appRoot: string;
  readonly bootstrap: Bootstrap;
  readonly ngrx: Ngrx;
  readonly theme: Theme;
  readonly isZoneless: boolean;
  readonly isServerRendered: boolean;
}

/** Looks at an application. Changes nothing. Throws `SchematicsException` if there is no application. */
export async function readHost(tree: Tree, projectName: string | undefined): Promise<Host> {
  const { name, project, libraries } = await findProject(tree, projectName);
  const sourceRoot = sourceRootOf(project);
  const bootstrap = await bootstrapOf(tree, name);
  return {
    name,
    project,
    sourceRoot,
    appRoot: `${sourceRoot}/app`,
    bootstrap,
    ngrx: ngrxOf(tree, [sourceRoot, ...libraries.map(sourceRootOf)]),
    theme: themeOf(tree, project, sourceRoot),
    isZoneless: isZoneless(tree, project, sourceRoot),
    isServerRendered: isServerRendered(project),
  };
}
