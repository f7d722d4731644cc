import { ErrorHandler, Injector, inject } from '@angular/core';
import type { NavigationError } from '@angular/router';

/** How Chrome, Firefox and Safari say that a part of the program could not be fetched. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|Importing a module script failed/i.test(error.message);

/**
 * Handles a navigation that failed, for `withNavigationErrorHandler`.
 *
 * After a new build its predecessor's files are gone. A page that opens a route for the first time then can't load it; the new
 * build opens that address.
 */
export function onNavigationError({ error, url }: NavigationError): void {
  if (!isMissingPart(error)) {
    inject(ErrorHandler).handleError(error);
    return;
  }
  const injector = inject(Injector);
  // It comes with the first page, so it is there when a later one is not.
  void import('./new-version')
    .then(({ NewVersion }) => injector.get(NewVersion).partMissing(url))
    .catch(() => undefined);
}
