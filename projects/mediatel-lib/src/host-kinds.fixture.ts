import {
  ApplicationRef,
  Component,
  type DoBootstrap,
  type EnvironmentProviders,
  ErrorHandler,
  type Injector,
  type ModuleWithProviders,
  NgModule,
  type Provider,
  type Type,
  getPlatform,
  inject,
} from '@angular/core';
import { BrowserModule, createApplication } from '@angular/platform-browser';
import { RouterOutlet } from '@angular/router';
import { Actions, ROOT_EFFECTS_INIT, createEffect, ofType } from '@ngrx/effects';
import { AgentConnection, MediatelClock, Softphone } from 'mediatel-lib/ports';
import { AgentActions, AgentSession, selectCall } from 'mediatel-lib/store';
import { FakeAgentConnection, FakeClock, FakeSoftphone, fakeAccount, wireSnapshot } from 'mediatel-lib/testing';
import { Store, createAction, createFeature, createReducer, on } from '@ngrx/store';
import { map, tap } from 'rxjs';

/** The host's own action: its effect answers it. */
const openCard = createAction('[Cards] Open');
const cardOpened = createAction('[Cards] Opened');
/** The host's own feature. */
export const cards = createFeature({
  name: 'cards',
  reducer: createReducer(
    { asked: 0, opened: 0 },
    on(openCard, (state) => ({ ...state, asked: state.asked + 1 })),
    on(cardOpened, (state) => ({ ...state, opened: state.opened + 1 })),
  ),
});

/** How often the host's effects received NgRx's first action of effects. */
const begun = { times: 0 };

/** The host's own effects. */
export class CardEffects {
  readonly #actions = inject(Actions);
  readonly begin$ = createEffect(
    () =>
      this.#actions.pipe(
        ofType(ROOT_EFFECTS_INIT),
        tap(() => {
          begun.times += 1;
        }),
      ),
    { dispatch: false },
  );
  readonly open$ = createEffect(() =>
    this.#actions.pipe(
      ofType(openCard),
      map(() => cardOpened()),
    ),
  );
}

/** Collects the errors that a host's page reports. */
class SeenErrors extends ErrorHandler {
  readonly seen: unknown[] = [];
  override handleError(error: unknown): void {
    this.seen.push(error);
  }
}

/** A configuration whose account is the fake one. */
export const hostConfig = { account: () => Promise.resolve(fakeAccount) };

/** Each test begins without started effects; its host ends with it. */
export function endEachHost(app: () => ApplicationRef): void {
  beforeEach(() => {
    begun.times = 0;
  });
  afterEach(() => app().destroy());
}

/** The errors that the page reported. */
export const errorsOf = ({ injector }: ApplicationRef): unknown[] => (injector.get(ErrorHandler) as SeenErrors).seen;

const page = (): HTMLElement => {
  const root = document.createElement('crm-root');
  document.body.replaceChildren(root);
  return root;
};

@Component({ selector: 'crm-root', imports: [RouterOutlet], template: 'the CRM<router-outlet />' })
class Crm {}

/** What a host provides. */
export type Providers = readonly (Provider | EnvironmentProviders)[];

/** Fakes in place of connection and phone, after the library's own. */
export const fakePorts: Providers = [
  FakeClock,
  FakeAgentConnection,
  FakeSoftphone,
  { provide: MediatelClock, useExisting: FakeClock },
  { provide: AgentConnection, useExisting: FakeAgentConnection },
  { provide: Softphone, useExisting: FakeSoftphone },
];

/** Starts a host made of providers. */
export async function startStandalone(providers: Providers): Promise<ApplicationRef> {
  const root = page();
  const app = await createApplication({
    providers: [{ provide: ErrorHandler, useClass: SeenErrors }, ...providers],
  });
  app.bootstrap(Crm, root);
  return app;
}

/** Starts a host made of NgModules. */
export async function startModules(
  imports: readonly (Type<unknown> | ModuleWithProviders<object>)[],
  providers: Providers = [],
): Promise<ApplicationRef> {
  const root = page();
  @NgModule({
    imports: [BrowserModule, ...imports],
    providers: [{ provide: ErrorHandler, useClass: SeenErrors }, ...providers],
  })
  class CrmModule implements DoBootstrap {
    ngDoBootstrap(app: ApplicationRef): void {
      app.bootstrap(Crm, root);
    }
  }
  // Without a platform, the providers' application creates one.
  if (getPlatform() === null) (await createApplication()).destroy();
  const started = await getPlatform()?.bootstrapModule(CrmModule);
  if (started === undefined) throw new Error('no platform');
  return started.injector.get(ApplicationRef);
}

/** What a working host shows: the library works, and the host's own reducers and effects work, once each. */
export const working = {
  page: 'the CRM',
  session: { status: 'signedIn', user: fakeAccount.mediatel.user },
  call: null,
  pauses: 1,
  cards: { asked: 1, opened: 1 },
  begun: 1,
  errors: [],
};

/** Signs in, lets a pause in from Mediatel, and dispatches the host's own action. */
export async function tryOut(app: ApplicationRef, injector: Injector = app.injector): Promise<object> {
  const store = app.injector.get(Store);
  const session = injector.get(AgentSession);
  const connection = injector.get(FakeAgentConnection);
  let pauses = 0;
  app.injector
    .get(Actions)
    .pipe(ofType(AgentActions.pauseStarted))
    .subscribe(() => (pauses += 1));
  await session.signIn();
  connection.connect();
  app.tick();
  for (const state of ['STATE_IDLE', 'STATE_PAUSE']) connection.receive(wireSnapshot(state, { pauseId: '6' }));
  store.dispatch(openCard());
  return {
    page: document.body.textContent,
    session: session.state(),
    call: store.selectSignal(selectCall)(),
    pauses,
    cards: store.selectSignal((state: { cards?: object }) => state.cards)(),
    begun: begun.times,
    errors: errorsOf(app),
  };
}
