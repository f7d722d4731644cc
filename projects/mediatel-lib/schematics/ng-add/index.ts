import { type Rule, chain } from '@angular-devkit/schematics';
import { readHost } from '../host/host';
import { checkAngular } from '../host/versions';
import { Notes } from '../kit/notes';
import { placeDesk } from '../place/place-desk';
import { addBuildOptions } from '../steps/build-options';
import { addPeers } from '../steps/peers';
import { createPhoneAccount } from '../steps/phone-account';
import { addProviders } from '../steps/providers';
import { addTraining } from '../steps/training';
import type { NgAddOptions } from './options';
import { report } from './report';

/**
 * `ng add mediatel-lib`: sets the library up in an application. A second run changes nothing.
 *
 * What can't be changed safely stays as it is; the report says what to write there. Throws `SchematicsException`
 * before any change if there is no such application or Angular is too old.
 */
export function ngAdd(options: NgAddOptions): Rule {
  return async (tree, { logger }) => {
    checkAngular(tree);
    const host = await readHost(tree, options.project);
    const notes = new Notes();
    const isTraining = options.training === true;
    // Without providers, the desk would fail and take the page with it.
    const canPlace = options.place !== 'none' && host.bootstrap.kind !== 'unknown';
    return chain([
      addPeers(notes),
      createPhoneAccount(host, notes),
      addProviders(host, notes),
      addBuildOptions(host, notes),
      ...(isTraining ? [addTraining(host, options.trainingServer, notes)] : []),
      ...(canPlace ? [placeDesk(host, isTraining, notes)] : []),
      () => {
        report(host, options, notes, logger);
      },
    ]);
  };
}
