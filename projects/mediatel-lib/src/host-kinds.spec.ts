import type { ApplicationRef } from '@angular/core';
import { EffectsModule, provideEffects } from '@ngrx/effects';
import { Store, StoreModule, provideState, provideStore } from '@ngrx/store';
import { AgentSession, selectCall } from 'mediatel-lib/store';
import { fakeAccount } from 'mediatel-lib/testing';
import {
  CardEffects,
  begun,
  cards,
  errorsOf,
  openCard,
  startModules,
  startStandalone,
  stateOf,
} from './host-kinds.fixture';
import { MediatelModule } from './mediatel-module';
import { provideMediatel } from './provide-mediatel';

const config = { account: () => Promise.resolve(fakeAccount) };
const forRoot = () => MediatelModule.forRoot(config);

let app: ApplicationRef;
beforeEach(() => {
  begun.times = 0;
});
afterEach(() => {
  app.destroy();
});

/** What a working host shows: the library works, and the host's own reducers and effects work, once each. */
const working = {
  page: 'the CRM',
  call: null,
  session: { status: 'signedIn', user: fakeAccount.mediatel.user },
  cards: { asked: 1, opened: 1 },
  begun: 1,
  errors: [],
};
const withoutEffects = { cards: { asked: 1, opened: 0 }, begun: 0 };

/** Signs in and dispatches the host's own action. */
async function tryOut({ injector }: ApplicationRef): Promise<object> {
  const store = injector.get(Store);
  const session = injector.get(AgentSession);
  const call = store.selectSignal(selectCall)();
  await session.signIn();
  store.dispatch(openCard());
  const { cards: own } = stateOf(app);
  const page = document.body.textContent;
  return { page, call, session: session.state(), cards: own, begun: begun.times, errors: errorsOf(app) };
}

describe('a host made of NgModules starts with', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('StoreModule.forRoot, forFeature and EffectsModule.forRoot; MediatelModule %s them', async (_where, isFirst) => {
    const ngrx = [StoreModule.forRoot({}), StoreModule.forFeature(cards), EffectsModule.forRoot([CardEffects])];
    app = await startModules(isFirst ? [forRoot(), ...ngrx] : [...ngrx, forRoot()]);
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('StoreModule.forRoot with reducers and EffectsModule.forRoot', async () => {
    app = await startModules([
      StoreModule.forRoot({ cards: cards.reducer }),
      EffectsModule.forRoot([CardEffects]),
      forRoot(),
    ]);
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('StoreModule.forRoot alone', async () => {
    app = await startModules([StoreModule.forRoot({ cards: cards.reducer }), forRoot()]);
    expect(await tryOut(app)).toMatchObject({ ...working, ...withoutEffects });
  });

  it('StoreModule.forRoot, forFeature and provideStore()', async () => {
    app = await startModules(
      [StoreModule.forRoot({}), StoreModule.forFeature(cards), EffectsModule.forRoot([CardEffects]), forRoot()],
      [provideStore()],
    );
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('provideStore, provideState and provideEffects as providers', async () => {
    app = await startModules([forRoot()], [provideStore(), provideState(cards), provideEffects(CardEffects)]);
    expect(await tryOut(app)).toMatchObject(working);
  });
});

describe('a host made of providers starts with', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('provideStore, provideState and provideEffects; provideMediatel %s them', async (_where, isFirst) => {
    const ngrx = [provideStore(), provideState(cards), provideEffects(CardEffects)];
    app = await startStandalone(isFirst ? [provideMediatel(config), ...ngrx] : [...ngrx, provideMediatel(config)]);
    expect(await tryOut(app)).toMatchObject(working);
  });

  it('provideStore alone', async () => {
    app = await startStandalone([provideStore(), provideMediatel(config)]);
    expect(await tryOut(app)).toMatchObject({ ...working, cards: undefined, begun: 0 });
  });
});

it('provideStore with StoreModule.forFeature fails in NgRx itself, with or without the library', async () => {
  const start = (imports: Parameters<typeof startModules>[0]) => startModules(imports, [provideStore()]);
  app = await startStandalone([]);
  await expect(start([StoreModule.forFeature(cards)])).rejects.toThrow('StoreRootModule');
  await expect(start([StoreModule.forFeature(cards), forRoot()])).rejects.toThrow('StoreRootModule');
});
