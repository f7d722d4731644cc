import {
  DestroyRef,
  EnvironmentInjector,
  type EnvironmentProviders,
  ErrorHandler,
  NgZone,
  type Type,
  createEnvironmentInjector,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { Store } from '@ngrx/store';
import { PresencePublisher } from 'mediatel-lib/ports';
import { filter, take } from 'rxjs';
import { linkFeature } from '../state/link-feature';

/**
 * Milliseconds until a chunk is fetched again, after so many failures; a minute at most. The hub's own `hubReconnectDelay` is no help here: it would
 * bring the whole protocol into a host's first page.
 */
const loadDelay = (failures: number): number => Math.min(60_000, 1_000 * 2 ** failures) * (0.75 + Math.random() / 4);

/**
 * Tells a supervisor hub of the operator from the first sign-in on; until then nothing of it is loaded. `url: null`: the page's origin.
 *
 * What can't be fetched is tried again, ever more seldom.
 */
export function provideSupervisorFeed(
  url: string | null,
  link: () => Promise<Type<PresencePublisher>>,
): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideEnvironmentInitializer(() => {
      const injector = inject(EnvironmentInjector);
      const faults = inject(ErrorHandler);
      const zone = inject(NgZone);
      let failures = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOver = false;
      inject(DestroyRef).onDestroy(() => {
        isOver = true;
        clearTimeout(timer);
      });
      const load = async (): Promise<void> => {
        const [{ MEDIATEL_FEED_HUB_URL, SupervisorFeed }, Link] = await Promise.all([
          import('./supervisor-feed'),
          link(),
        ]);
        if (isOver) return;
        const own = [
          { provide: MEDIATEL_FEED_HUB_URL, useValue: url },
          { provide: PresencePublisher, useClass: Link },
          SupervisorFeed,
        ];
        createEnvironmentInjector(own, injector).get(SupervisorFeed);
      };
      const begin = (): void => void load().catch(again);
      /** The operator works on without supervisors' seeing it; the host learns why, once. */
      const again = (error: unknown): void => {
        if (isOver) return;
        if (failures === 0) faults.handleError(error);
        const delay = loadDelay(failures);
        failures += 1;
        zone.runOutsideAngular(() => (timer = setTimeout(begin, delay)));
      };
      inject(Store)
        .select(linkFeature.selectSession)
        .pipe(
          filter(({ status }) => status === 'signedIn'),
          take(1),
        )
        .subscribe(begin);
    }),
  ]);
}
