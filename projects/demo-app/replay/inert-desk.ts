import { provideHttpClient } from '@angular/common/http';
import {
  APP_ID,
  type ApplicationRef,
  type EnvironmentProviders,
  type Provider,
  createComponent,
  inputBinding,
  signal,
} from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { provideEffects } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';
import { MediatelDesk, OwnCalls, RecentNumbers } from 'mediatel-lib/desk';
import { type FlightFile, provideReplay } from 'mediatel-lib/recorder';
import {
  type CallDraft,
  CallDrafts,
  type CallKey,
  CustomerTraces,
  preloadEffects,
  provideMediatelStore,
} from 'mediatel-lib/store';

/**
 * A separate application for a desk that only shows: its ports are a `ReplayStage`. It can't reach the data of the
 * person who watches.
 *
 * @param id Distinguishes the application from others on the page.
 */
export async function createInertDesk(
  id: string,
  operator: FlightFile['operator'],
  providers: readonly (Provider | EnvironmentProviders)[] = [],
): Promise<ApplicationRef> {
  await preloadEffects();
  return createApplication({
    providers: [
      { provide: APP_ID, useValue: id },
      provideHttpClient(),
      provideStore(),
      provideEffects(),
      provideReplay({ operator }),
      provideMediatelStore(),
      // Data that a desk stores in this browser belongs to the viewer, not to the shown operator.
      { provide: OwnCalls, useValue: { calls: signal([]) } },
      { provide: RecentNumbers, useValue: { numbers: signal([]) } },
      { provide: CallDrafts, useFactory: passingDrafts },
      {
        provide: CustomerTraces,
        useValue: { forgotten: signal(0), belongTo: () => undefined, forget: () => undefined },
      },
      ...providers,
    ],
  });
}

/** Shows the application's desk in the element. The after-call work is inside: a dialog would cover the page. */
export function attachDesk(app: ApplicationRef, hostElement: HTMLElement): void {
  const desk = createComponent(MediatelDesk, {
    hostElement,
    environmentInjector: app.injector,
    bindings: [inputBinding('layout', () => 'open')],
  });
  app.attachView(desk.hostView);
}

/** Drafts that are dropped with the desk: all that the library asks of them. */
function passingDrafts(): { readonly [Name in keyof CallDrafts]: CallDrafts[Name] } {
  const all = signal<ReturnType<CallDrafts['all']>>(new Map());
  const nothing: CallDraft = { codeIds: [], note: '' };
  const of = (id: string): CallDraft => all().get(id) ?? nothing;
  const ofCall = ({ callTraceID }: CallKey): CallDraft => (callTraceID === null ? nothing : of(callTraceID));
  const change = (id: string, draft: Partial<CallDraft>): void =>
    all.update((drafts) => new Map(drafts).set(id, { ...of(id), ...draft, changedAt: Date.now() }));
  return {
    all,
    isStored: signal(true),
    of,
    change,
    ofCall,
    latestOf: ofCall,
    changeCall: ({ callTraceID }: CallKey, draft: Partial<CallDraft>): void => {
      if (callTraceID !== null) change(callTraceID, draft);
    },
    adopt: () => undefined,
    close: () => undefined,
    forget: () => undefined,
  };
}
