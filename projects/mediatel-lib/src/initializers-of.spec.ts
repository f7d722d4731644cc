import { makeEnvironmentProviders, provideEnvironmentInitializer } from '@angular/core';
import { initializersOf } from './initializers-of';

const start = () => undefined;

describe('initializersOf', () => {
  it('finds each function, also in nested providers', () => {
    const inner = makeEnvironmentProviders([{ provide: 'a', useValue: 1 }, provideEnvironmentInitializer(start)]);
    expect(initializersOf(makeEnvironmentProviders([inner, provideEnvironmentInitializer(start)]))).toEqual([
      start,
      start,
    ]);
  });

  it('of an Angular that stores providers differently is empty', () => {
    expect(initializersOf({ providers: [provideEnvironmentInitializer(start)] } as never)).toEqual([]);
  });
});
