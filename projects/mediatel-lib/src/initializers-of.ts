import { ENVIRONMENT_INITIALIZER, type EnvironmentProviders } from '@angular/core';

/** Whether a value is an object whose fields may be read. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function* initializersIn(provider: unknown): Generator {
  if (Array.isArray(provider)) for (const inner of provider) yield* initializersIn(inner);
  else if (!isObject(provider)) return;
  else if ('ɵproviders' in provider) yield* initializersIn(provider['ɵproviders']);
  else if (provider['provide'] === ENVIRONMENT_INITIALIZER) yield provider['useValue'];
}

/**
 * The functions by which providers begin to work when their injector is made.
 *
 * It reads Angular's own field `ɵproviders`. If an Angular version stores them differently, the list is empty.
 */
export const initializersOf = (providers: EnvironmentProviders): readonly unknown[] => [...initializersIn(providers)];
