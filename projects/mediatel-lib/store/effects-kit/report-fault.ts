import { ErrorHandler, inject } from '@angular/core';

/** Returns a function that passes an effect's error to the host's `ErrorHandler`. Needs an injection context. */
export function injectFaultReport(): (error: unknown) => void {
  const handler = inject(ErrorHandler);
  return (error) => {
    handler.handleError(error);
  };
}
