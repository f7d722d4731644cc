import { EMPTY, type Observable, fromEvent, ignoreElements, map, merge, tap } from 'rxjs';
import { ownReloadAt } from '../facade/own-reload';

/** An attempt to leave the page. */
export interface Leaving {
  readonly event: Event;
  /** Whether the same page comes back at once. */
  readonly isReload: boolean;
}

/** How soon after its cause (ms) the browser asks whether the page may be left. */
const soon = 1000;

/** Of a layout without Latin letters, browsers take the key's place. */
const isKeyR = ({ key, code }: KeyboardEvent): boolean =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() === 'r' : code === 'KeyR';

const isReloadKey = (event: KeyboardEvent): boolean =>
  event.key === 'F5' || event.key === 'BrowserRefresh' || ((event.ctrlKey || event.metaKey) && isKeyR(event));

/** The page's own reloads, where the browser reports them (Navigation API). */
const ownReloads = (): Observable<Event> => {
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  return navigation === undefined ? EMPTY : fromEvent(navigation, 'navigate');
};

/**
 * Attempts to leave the page. A reload is known by its key, or by the page's own code; the browser's own button is not
 * seen, and counts as leaving.
 */
export function leavings(): Observable<Leaving> {
  let reloadAt = -Infinity;
  const noteReload = (): void => {
    reloadAt = performance.now();
  };
  const keys = fromEvent<KeyboardEvent>(window, 'keydown', { capture: true }).pipe(
    tap((event) => {
      if (isReloadKey(event)) noteReload();
    }),
    ignoreElements(),
  );
  const navigations = ownReloads().pipe(
    tap((event) => {
      if ((event as { readonly navigationType?: string }).navigationType === 'reload') noteReload();
    }),
    ignoreElements(),
  );
  const leaving = fromEvent(window, 'beforeunload').pipe(
    map((event) => ({ event, isReload: performance.now() - Math.max(reloadAt, ownReloadAt()) < soon })),
  );
  return merge(keys, navigations, leaving);
}
