import { ErrorHandler, inject } from '@angular/core';

/** Hands a fault inside an effect to the host's `ErrorHandler`. */
export function injectFaultReport(): (error: unknown) => void {
  const handler = inject(ErrorHandler);
  return (error) => {
    handler.handleError(error);
  };
}
