import { type Rule, apply, applyTemplates, mergeWith, move, noop, url } from '@angular-devkit/schematics';
import type { Host } from '../host/host';
import { declaresClass } from '../kit/metadata';
import type { Notes } from '../kit/notes';
import { parsed } from '../kit/source-files';

/** Where the host's class `PhoneAccount` is. */
export const accountFile = ({ appRoot }: Host): string => `${appRoot}/phone-account.ts`;

/** Creates `phone-account.ts`: the class that fetches the operator's accounts. A file that is there stays. */
export function createPhoneAccount(host: Host, notes: Notes): Rule {
  return (tree) => {
    const path = accountFile(host);
    if (!tree.exists(path)) {
      notes.did(`${path.slice(1)}: fetches the operator's accounts from /api/session`);
      return mergeWith(apply(url('./files'), [applyTemplates({}), move(host.appRoot)]));
    }
    if (!declaresClass(parsed(tree, path), 'PhoneAccount')) {
      notes.leave(
        `${path.slice(1)} is there, but exports no class PhoneAccount`,
        'export class PhoneAccount { account(credentials?: OperatorCredentials): Promise<OperatorAccount> { … } }',
      );
    }
    return noop();
  };
}
