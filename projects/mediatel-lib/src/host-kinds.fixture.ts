import {
  ApplicationRef,
  Component,
  type DoBootstrap,
  type EnvironmentProviders,
  ErrorHandler,
  type ModuleWithProviders,
  NgModule,
  type Provider,
  type Type,
  getPlatform,
  inject,
} from '@angular/core';
import { BrowserModule, createApplication } from '@angular/platform-browser';
import { Actions, ROOT_EFFECTS_INIT, createEffect, ofType } from '@ngrx/effects';
import { Store, createAction, createFeature, createReducer, on } from '@ngrx/store';
import { map, tap } from 'rxjs';

/** The host's own action: its effect answers it. */
export const openCard = createAction('[Cards] Open');
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
export const begun = { times: 0 };

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

/** The errors that the page reported. */
export const errorsOf = ({ injector }: ApplicationRef): unknown[] => (injector.get(ErrorHandler) as SeenErrors).seen;

const page = (): HTMLElement => {
  const root = document.createElement('crm-root');
  document.body.replaceChildren(root);
  return root;
};

@Component({ selector: 'crm-root', template: 'the CRM' })
class Crm {}

/** What a host provides. */
export type Providers = readonly (Provider | EnvironmentProviders)[];

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

/** The whole state of the host's store. */
export function stateOf({ injector }: ApplicationRef): Record<string, unknown> {
  return injector.get(Store).selectSignal((state: Record<string, unknown>) => state)();
}
