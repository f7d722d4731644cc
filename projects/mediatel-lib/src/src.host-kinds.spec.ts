import type { ApplicationRef } from '@angular/core';
import { EffectsModule, provideEffects } from '@ngrx/effects';
import { jest } from '@jest/globals';
import { ReducerManager, StoreModule, provideState, provideStore } from '@ngrx/store';
import { MediatelSetupError } from 'mediatel-lib/ports';
import { AgentSession, agentFeature } from 'mediatel-lib/store';
import {
  CardEffects,
  type Providers,
  cards,
  endEachHost,
  errorsOf,
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

const forRoot = () => MediatelModule.forRoot(config);

let app: ApplicationRef;
endEachHost(() => app);

const withoutEffects = { cards: { asked: 1, opened: 0 }, begun: 0 };

const modules = (imports: Parameters<typeof startModules>[0], providers: Providers = []) =>
  startModules(imports, [...providers, ...fakePorts]);
const standalone = (...providers: Providers) => startStandalone([...providers, ...fakePorts]);

describe('a host made of NgModules starts with', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('StoreModule.forRoot, forFeature and EffectsModule.forRoot; MediatelModule %s them', async (_where, isFirst) => {
    const ngrx = [StoreModule.forRoot({}), StoreModule.forFeature(cards), EffectsModule.forRoot([CardEffects])];
    app = await modules(isFirst ? [forRoot(), ...ngrx] : [...ngrx, forRoot()]);
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('StoreModule.forRoot with reducers and EffectsModule.forRoot', async () => {
    app = await modules([
      StoreModule.forRoot({ cards: cards.reducer }),
      EffectsModule.forRoot([CardEffects]),
      forRoot(),
    ]);
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('StoreModule.forRoot alone', async () => {
    app = await modules([StoreModule.forRoot({ cards: cards.reducer }), forRoot()]);
    expect(await tryOut(app)).toMatchObject({ ...working, ...withoutEffects });
  });

  it('StoreModule.forRoot, forFeature and provideStore()', async () => {
    app = await modules(
      [StoreModule.forRoot({}), StoreModule.forFeature(cards), EffectsModule.forRoot([CardEffects]), forRoot()],
      [provideStore()],
    );
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('provideStore, provideState and provideEffects as providers', async () => {
    app = await modules([forRoot()], [provideStore(), provideState(cards), provideEffects(CardEffects)]);
    expect(await tryOut(app)).toMatchObject(working);
  });
});

describe('a host made of providers starts with', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('provideStore, provideState and provideEffects; provideMediatel %s them', async (_where, isFirst) => {
    const ngrx = [provideStore(), provideState(cards), provideEffects(CardEffects)];
    app = await standalone(...(isFirst ? [provideMediatel(config), ...ngrx] : [...ngrx, provideMediatel(config)]));
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('provideStore alone', async () => {
    app = await standalone(provideStore(), provideMediatel(config));
    expect(await tryOut(app)).toMatchObject({ ...working, cards: undefined, begun: 0 });
  });

  it('no NgRx of its own, and withStore()', async () => {
    app = await standalone(provideMediatel(config, withStore()));
    expect(await tryOut(app)).toMatchObject({ ...working, cards: undefined, begun: 0 });
  });
});

it('a host made of NgModules starts with no NgRx of its own, and withStore()', async () => {
  app = await modules([MediatelModule.forRoot(config, withStore())]);
  expect(await tryOut(app)).toMatchObject({ ...working, cards: undefined, begun: 0 });
});

it('provideStore with StoreModule.forFeature fails in NgRx itself, with or without the library', async () => {
  const start = (imports: Parameters<typeof startModules>[0]) => startModules(imports, [provideStore()]);
  app = await startStandalone([]);
  await expect(start([StoreModule.forFeature(cards)])).rejects.toThrow('StoreRootModule');
  await expect(start([StoreModule.forFeature(cards), forRoot()])).rejects.toThrow('StoreRootModule');
});

describe('a wrong set-up leaves the page alive, and is reported once:', () => {
  it('no store', async () => {
    app = await standalone(provideMediatel(config));
    expect(document.body.textContent).toBe('the CRM');
    expect(errorsOf(app)).toEqual([MediatelSetupError.noStore()]);
    expect(() => app.injector.get(AgentSession)).toThrow(MediatelSetupError.noStore());
  });

  it('two set-ups', async () => {
    const ngrx = [StoreModule.forRoot({}), StoreModule.forFeature(cards), EffectsModule.forRoot([CardEffects])];
    const added = jest.spyOn(ReducerManager.prototype, 'addReducers');
    app = await modules([...ngrx, forRoot(), forRoot()], [provideMediatel(config), provideMediatel(config)]);
    expect(await tryOut(app)).toMatchObject({ ...working, errors: [MediatelSetupError.setUpTwice()] });
    expect(added.mock.calls.filter(([reducers]) => agentFeature.name in reducers)).toHaveLength(1);
    added.mockRestore();
  });

  it.each<[string, () => Promise<ApplicationRef>]>([
    [
      'StoreModule.forRoot',
      () => modules([StoreModule.forRoot({ cards: cards.reducer }), MediatelModule.forRoot(config, withStore())]),
    ],
    ['provideStore after it', () => standalone(provideMediatel(config, withStore()), provideStore())],
    ['provideStore before it', () => standalone(provideStore(), provideMediatel(config, withStore()))],
    [
      'provideStore before it in an NgModule',
      () => modules([MediatelModule.forRoot(config, withStore())], [provideStore()]),
    ],
  ])('withStore() and %s', async (_what, start) => {
    app = await start();
    expect(await tryOut(app)).toMatchObject({ page: 'the CRM', pauses: 1, errors: [MediatelSetupError.twoStores()] });
  });
});

it('AgentSession without provideMediatel says what to write', async () => {
  app = await startStandalone([provideStore()]);
  expect(() => app.injector.get(AgentSession)).toThrow(MediatelSetupError.noConfig());
});
