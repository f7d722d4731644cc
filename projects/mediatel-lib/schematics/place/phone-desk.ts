import { type Rule, chain } from '@angular-devkit/schematics';
import { addRootImport } from '@schematics/angular/utility';
import type { Host } from '../host/host';
import { onOwnLine } from '../kit/own-line';
import { relativeImport } from '../kit/relative-import';
import { deskSnippet, sessionProperty } from './snippet';

/** The tag of the host's component with the desk, with the host's own prefix. */
export const deskTag = ({ project }: Host): string => `${project.prefix ?? 'app'}-phone-desk`;

/** Where the host's component with the desk is. */
export const phoneDeskFile = ({ appRoot }: Host): string => `${appRoot}/phone-desk.ts`;

/** Creates a standalone component with the desk and adds it to the root module. `@defer` needs standalone parts. */
export function createPhoneDesk(host: Host, isTraining: boolean): Rule {
  const path = phoneDeskFile(host);
  const create: Rule = (tree) => {
    if (!tree.exists(path)) tree.create(path, componentText(host, isTraining));
  };
  if (host.bootstrap.kind !== 'module') return create;
  const module = host.bootstrap.providersFile;
  return chain([
    create,
    addRootImport(host.name, ({ code, external }) => code`${external('PhoneDesk', relativeImport(module, path))}`),
    onOwnLine(module, 'PhoneDesk'),
  ]);
}

function componentText(host: Host, isTraining: boolean): string {
  return `import { Component, inject } from '@angular/core';
import { AgentSession } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';

/** The phone. Standalone, so that the desk loads in a chunk of its own. */
@Component({
  selector: '${deskTag(host)}',
  imports: [MediatelDesk],
  template: \`
${deskSnippet(isTraining).trimEnd().replace(/^/gm, '    ')}
  \`,
})
export class PhoneDesk {
  protected readonly ${sessionProperty} = inject(AgentSession);
}
`;
}
