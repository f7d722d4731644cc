import 'zone.js';
import { type ApplicationRef, NgZone, provideZoneChangeDetection } from '@angular/core';
import { EffectsModule, provideEffects } from '@ngrx/effects';
import { StoreModule, provideState, provideStore } from '@ngrx/store';
import { fakeAccount } from 'mediatel-lib/testing';
import {
  CardEffects,
  begun,
  cards,
  fakePorts,
  startModules,
  startStandalone,
  tryOut,
  working,
} from './host-kinds.fixture';
import { MediatelModule } from './mediatel-module';
import { provideMediatel } from './provide-mediatel';
import { withStore } from './with-store';

const config = { account: () => Promise.resolve(fakeAccount) };
const withoutCards = { cards: undefined, begun: 0 };

let app: ApplicationRef;
beforeEach(() => {
  begun.times = 0;
});
afterEach(() => {
  app.destroy();
});

const zoned = [provideZoneChangeDetection(), ...fakePorts];
const kinds: [string, object, () => Promise<ApplicationRef>][] = [
  [
    'StoreModule.forRoot, forFeature and EffectsModule.forRoot',
    {},
    () =>
      startModules(
        [
          StoreModule.forRoot({}),
          StoreModule.forFeature(cards),
          EffectsModule.forRoot([CardEffects]),
          MediatelModule.forRoot(config),
        ],
        zoned,
      ),
  ],
  [
    'StoreModule.forRoot with reducers and EffectsModule.forRoot',
    {},
    () =>
      startModules(
        [
          StoreModule.forRoot({ cards: cards.reducer }),
          EffectsModule.forRoot([CardEffects]),
          MediatelModule.forRoot(config),
        ],
        zoned,
      ),
  ],
  [
    'StoreModule.forRoot, forFeature and provideStore()',
    {},
    () =>
      startModules(
        [
          StoreModule.forRoot({}),
          StoreModule.forFeature(cards),
          EffectsModule.forRoot([CardEffects]),
          MediatelModule.forRoot(config),
        ],
        [provideStore(), ...zoned],
      ),
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
