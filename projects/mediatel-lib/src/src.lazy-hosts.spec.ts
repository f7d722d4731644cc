import {
  type ApplicationRef,
  Component,
  EnvironmentInjector,
  type ModuleWithProviders,
  NgModule,
  type Type,
  inject,
} from '@angular/core';
import { Router, RouterModule, type Routes, provideRouter } from '@angular/router';
import { EffectsModule, provideEffects } from '@ngrx/effects';
import { StoreModule, provideState, provideStore } from '@ngrx/store';
import { AgentConnection, LeaderTab, MEDIATEL_CONFIG, MediatelSetupError, Softphone } from 'mediatel-lib/ports';
import { AgentSession, MEDIATEL_CALL_NOTES, preloadEffects } from 'mediatel-lib/store';
import { fakeAccount } from 'mediatel-lib/testing';
import {
  CardEffects,
  type Providers,
  cards,
  endEachHost,
  errorsOf,
  fakePorts,
  startModules,
  startStandalone,
  tryOut,
  working,
} from './host-kinds.fixture';
import { MediatelModule } from './mediatel-module';
import { provideMediatel } from './provide-mediatel';
import { withStore } from './with-store';

/** A back end that exists in the lazy route only. */
class BackEnd {
  readonly account = () => Promise.resolve(fakeAccount);
}
const config = { account: () => inject(BackEnd).account() };
const near: Providers = [BackEnd, ...fakePorts];

let place: EnvironmentInjector;
@Component({ selector: 'crm-calls', template: '' })
class Calls {
  readonly session = inject(AgentSession);
  constructor() {
    place = inject(EnvironmentInjector);
  }
}

const lazyRoute = (...providers: Providers): Routes => [{ path: '', providers: [...providers], component: Calls }];
function lazyModule(library: ModuleWithProviders<MediatelModule>): Type<unknown> {
  @NgModule({ imports: [library, RouterModule.forChild([{ path: '', component: Calls }])], providers: [...near] })
  class CallsModule {}
  return CallsModule;
}
const routes = (calls: () => Routes | Type<unknown>): Routes => [
  { path: 'calls', loadChildren: () => Promise.resolve(calls()) },
];

let app: ApplicationRef;
async function open(path: string): Promise<void> {
  await app.injector.get(Router).navigateByUrl(path);
  app.tick();
}
endEachHost(() => app);

const standaloneHost = (...providers: Providers) =>
  startStandalone([provideStore(), provideState(cards), provideEffects(CardEffects), ...providers]);
const moduleHost = (children: Routes, more: ModuleWithProviders<MediatelModule>[] = [], providers: Providers = []) =>
  startModules(
    [
      StoreModule.forRoot({}),
      StoreModule.forFeature(cards),
      EffectsModule.forRoot([CardEffects]),
      RouterModule.forRoot(children),
      ...more,
    ],
    providers,
  );

const kinds: [string, () => Promise<ApplicationRef>][] = [
  [
    'providers, in a lazy route',
    () => standaloneHost(provideRouter(routes(() => lazyRoute(provideMediatel(config), ...near)))),
  ],
  [
    'providers, in a lazy NgModule',
    () => standaloneHost(provideRouter(routes(() => lazyModule(MediatelModule.forRoot(config))))),
  ],
  ['NgModules, in a lazy NgModule', () => moduleHost(routes(() => lazyModule(MediatelModule.forRoot(config))))],
  ['NgModules, in a lazy route', () => moduleHost(routes(() => lazyRoute(provideMediatel(config), ...near)))],
];

describe('a lazy set-up in a host made of', () => {
  it.each(kinds)('%s, works; the host’s own state and effects too', async (_where, start) => {
    app = await start();
    await open('/calls');
    expect(await tryOut(app, place)).toMatchObject(working);
  });

  it.each(kinds)('%s, works on a page that has loaded the effects already', async (_where, start) => {
    await preloadEffects();
    app = await start();
    await open('/calls');
    expect(await tryOut(app, place)).toMatchObject(working);
  });

  it.each(kinds)('%s, is one phone for the whole page', async (_where, start) => {
    app = await start();
    await open('/calls');
    for (const token of [AgentConnection, Softphone, LeaderTab, MEDIATEL_CONFIG, AgentSession]) {
      expect(app.injector.get<unknown>(token)).toBe(place.get<unknown>(token));
    }
    await open('/');
    await open('/calls');
    expect(errorsOf(app)).toEqual([]);
  });
});

it('the effects find a handler that is provided beside a lazy provideMediatel', async () => {
  const found = { times: 0 };
  const notes = {
    provide: MEDIATEL_CALL_NOTES,
    useFactory: () => {
      found.times += 1;
      return () => undefined;
    },
  };
  app = await standaloneHost(provideRouter(routes(() => lazyRoute(provideMediatel(config), ...near, notes))));
  await open('/calls');
  await tryOut(app, place);
  expect(found.times).toBe(1);
});

describe('a wrong lazy set-up leaves the page alive, and is reported once:', () => {
  it.each<[string, () => Promise<ApplicationRef>]>([
    [
      'NgModules',
      () =>
        moduleHost(
          routes(() => lazyModule(MediatelModule.forRoot(config))),
          [MediatelModule.forRoot({ account: () => Promise.resolve(fakeAccount) })],
          fakePorts,
        ),
    ],
    [
      'providers',
      () =>
        standaloneHost(
          provideMediatel({ account: () => Promise.resolve(fakeAccount) }),
          ...fakePorts,
          provideRouter(routes(() => lazyRoute(provideMediatel(config), ...near))),
        ),
    ],
  ])('at the root and in a lazy place of %s; effects run once', async (_kind, start) => {
    app = await start();
    await open('/calls');
    await open('/');
    await open('/calls');
    expect(await tryOut(app)).toMatchObject({ ...working, errors: [MediatelSetupError.setUpTwice()] });
  });

  it('withStore() in a lazy route: the store belongs at the root', async () => {
    app = await startStandalone([
      provideRouter(routes(() => lazyRoute(provideMediatel(config, withStore()), ...near))),
    ]);
    await expect(open('/calls')).rejects.toThrow(MediatelSetupError.noStore());
    expect(document.body.textContent).toBe('the CRM');
    expect(errorsOf(app)).toEqual([MediatelSetupError.noStore()]);
  });
});
