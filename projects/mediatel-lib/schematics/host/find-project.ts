import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { type ProjectDefinition, readWorkspace } from '@schematics/angular/utility';

/** A project and its name in `angular.json`. */
interface NamedProject {
  readonly name: string;
  readonly project: ProjectDefinition;
}

/**
 * The application of this name; without a name the only application of the workspace.
 *
 * Throws `SchematicsException` that lists the applications if the choice is not clear.
 */
export async function findProject(tree: Tree, name: string | undefined): Promise<NamedProject> {
  if (!tree.exists('/angular.json')) {
    throw new SchematicsException(
      'There is no angular.json here. Run ng add in the folder that has it; without one, follow the README of mediatel-lib.',
    );
  }
  const { projects } = await readWorkspace(tree);
  const applications = [...projects]
    .filter(([, { extensions }]) => extensions['projectType'] === 'application')
    .map(([of, project]) => ({ name: of, project }));
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
