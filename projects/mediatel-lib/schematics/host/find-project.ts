import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { type ProjectDefinition, readWorkspace } from '@schematics/angular/utility';

/** An application and what belongs to it. */
interface FoundProject {
  /** The name in `angular.json`. */
  readonly name: string;
  readonly project: ProjectDefinition;
  /** The libraries of the workspace. The application may use them. */
  readonly libraries: readonly ProjectDefinition[];
}

/**
 * The application of this name; without a name the only application of the workspace.
 *
 * Throws `SchematicsException` that lists the applications if the choice is not clear.
 */
export async function findProject(tree: Tree, name: string | undefined): Promise<FoundProject> {
  if (!tree.exists('/angular.json')) {
    throw new SchematicsException(
      'There is no angular.json here. Run ng add in the folder that has it; without one, follow the README of mediatel-lib.',
    );
  }
  const { projects } = await readWorkspace(tree);
  const ofType = (type: string): (readonly [string, ProjectDefinition])[] =>
    [...projects].filter(([, { extensions }]) => extensions['projectType'] === type);
  const libraries = ofType('library').map(([, project]) => project);
  const applications = ofType('application').map(([of, project]) => ({ name: of, project, libraries }));
  const names = applications.map((application) => application.name).join(', ') || 'none';
  if (name === undefined) {
    const [only, ...others] = applications;
    if (only !== undefined && others.length === 0) return only;
    throw new SchematicsException(`Say which application gets the phone, with --project. Applications: ${names}.`);
  }
  const found = applications.find((application) => application.name === name);
  if (found !== undefined) return found;
  const what = projects.has(name) ? `The project ${name} is a library` : `There is no project ${name}`;
  throw new SchematicsException(`${what}. Choose an application with --project. Applications: ${names}.`);
}

/** The folder of a project's sources in the tree, such as `/src`. */
export function sourceRootOf({ root, sourceRoot }: ProjectDefinition): string {
  return `/${sourceRoot ?? `${root === '' ? '' : `${root}/`}src`}`;
}
