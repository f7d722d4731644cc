import 'zone.js';
import { type ApplicationRef, type ModuleWithProviders, NgZone, provideZoneChangeDetection } from '@angular/core';
import { EffectsModule, provideEffects } from '@ngrx/effects';
import { StoreModule, provideState, provideStore } from '@ngrx/store';
import {
  CardEffects,
  type Providers,
  cards,
  endEachHost,
  fakePorts,
  hostConfig as config,
  startModules,
  startStandalone,
  tryOut,
  working,
} from './host-kinds.fixture';
import { MediatelModule } from './mediatel-module';
import { provideMediatel } from './provide-mediatel';
import { withStore } from './with-store';

const withoutCards = { cards: undefined, begun: 0 };

let app: ApplicationRef;
endEachHost(() => app);

const zoned = [provideZoneChangeDetection(), ...fakePorts];
/** Starts a host of NgModules with these modules of NgRx's store. */
const modules = (stores: readonly ModuleWithProviders<object>[], providers: Providers = []) =>
  startModules(
    [...stores, EffectsModule.forRoot([CardEffects]), MediatelModule.forRoot(config)],
    [...providers, ...zoned],
  );
const kinds: [string, object, () => Promise<ApplicationRef>][] = [
  [
    'StoreModule.forRoot, forFeature and EffectsModule.forRoot',
    {},
    () => modules([StoreModule.forRoot({}), StoreModule.forFeature(cards)]),
  ],
  [
    'StoreModule.forRoot with reducers and EffectsModule.forRoot',
    {},
    () => modules([StoreModule.forRoot({ cards: cards.reducer })]),
  ],
  [
    'StoreModule.forRoot, forFeature and provideStore()',
    {},
    () => modules([StoreModule.forRoot({}), StoreModule.forFeature(cards)], [provideStore()]),
  ],
  [
    'provideStore, provideState and provideEffects',
    {},
    () =>
      startStandalone([
        provideStore(),
        provideState(cards),
        provideEffects(CardEffects),
        provideMediatel(config),
        ...zoned,
      ]),
  ],
  ['provideStore alone', withoutCards, () => startStandalone([provideStore(), provideMediatel(config), ...zoned])],
  ['no NgRx of its own', withoutCards, () => startStandalone([provideMediatel(config, withStore()), ...zoned])],
];

it.each(kinds)('a host with zone.js starts with %s', async (_what, own, start) => {
  app = await start();
  expect(app.injector.get(NgZone).run(() => NgZone.isInAngularZone())).toBe(true);
  expect(await tryOut(app)).toMatchObject({ ...working, ...own });
});
