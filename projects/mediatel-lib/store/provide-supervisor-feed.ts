import {
  EnvironmentInjector,
  type EnvironmentProviders,
  ErrorHandler,
  type Type,
  createEnvironmentInjector,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { SupervisorLink } from 'mediatel-lib/ports';
import { filter, take } from 'rxjs';
import { linkFeature } from './link-feature';

/** Tells a supervisor hub of the operator from the first sign-in on; until then nothing of it is loaded. `url: null`: the page's origin. */
export function provideSupervisorFeed(
  url: string | null,
  link: () => Promise<Type<SupervisorLink>>,
): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideEnvironmentInitializer(() => {
      const injector = inject(EnvironmentInjector);
      const faults = inject(ErrorHandler);
      const load = async (): Promise<void> => {
        const [{ SUPERVISOR_HUB_URL, SupervisorFeed }, Link] = await Promise.all([import('./supervisor-feed'), link()]);
        const own = [
          { provide: SUPERVISOR_HUB_URL, useValue: url },
          { provide: SupervisorLink, useClass: Link },
          SupervisorFeed,
        ];
        createEnvironmentInjector(own, injector).get(SupervisorFeed);
      };
      inject(Store)
        .select(linkFeature.selectSession)
        .pipe(
          filter(({ status }) => status === 'signedIn'),
          take(1),
        )
        // The operator works on without supervisors' seeing it; the host learns why.
        .subscribe(() => void load().catch((error: unknown) => faults.handleError(error)));
    }),
  ]);
}
