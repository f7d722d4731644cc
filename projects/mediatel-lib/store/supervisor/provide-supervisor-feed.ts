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
import { SupervisorNotes } from './supervisor-notes';

/**
 * How long (ms) to wait before a chunk is fetched again, by the number of failures; a minute at most.
 *
 * It does not use the hub's `hubReconnectDelay`: that would load the whole hub protocol with a host's first page.
 */
const loadDelay = (failures: number): number => Math.min(60_000, 1_000 * 2 ** failures) * (0.75 + Math.random() / 4);

/**
 * Publishes the operator's presence to a supervisor hub from the first sign-in on. Its code is not loaded before.
 *
 * If the code can't be fetched, it is tried again at growing intervals; the `ErrorHandler` gets the first error only.
 *
 * @param url The hub's URL; `null`: the page's origin.
 * @param link Loads the class that connects to the hub.
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
        const [{ MEDIATEL_FEED_HUB_URL, MEDIATEL_FEED_NOTES, SupervisorFeed }, Link] = await Promise.all([
          import('./supervisor-feed'),
          link(),
        ]);
        if (isOver) return;
        const own = [
          { provide: MEDIATEL_FEED_HUB_URL, useValue: url },
          { provide: MEDIATEL_FEED_NOTES, useExisting: SupervisorNotes },
          { provide: PresencePublisher, useClass: Link },
          SupervisorFeed,
        ];
        createEnvironmentInjector(own, injector).get(SupervisorFeed);
      };
      const begin = (): void => void load().catch(again);
      /** Tries again later. The operator works on, but supervisors don't see it; the host gets the error once. */
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
