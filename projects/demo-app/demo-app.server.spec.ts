/** @jest-environment node */
import { ɵgetDOM as getDOM } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import {
  ApplicationRef,
  DOCUMENT,
  ErrorHandler,
  PLATFORM_ID,
  type Type,
  createComponent,
  inputBinding,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { Mediatel, provideMediatel, withFlightRecorder, withStore, withSupervisorFeed } from 'mediatel-lib';
import { SocketAgentConnection, SocketPresencePublisher } from 'mediatel-lib/private/connection';
import { type DeskLayout, type DeskPageName, MediatelCallPanel, MediatelDesk } from 'mediatel-lib/desk';
import { AgentConnection, FlightRecorder, LeaderTab, Softphone } from 'mediatel-lib/ports';
import { JsSipSoftphone } from 'mediatel-lib/private/softphone';
import { AgentSession, preloadEffects } from 'mediatel-lib/store';
import { HubClient, MediatelBoard, MediatelDayReport } from 'mediatel-lib/supervisor';
import { fakeAccount } from 'mediatel-lib/testing';
import { MediatelRecordingPlayer } from 'mediatel-lib/ui';

const ofPage = ['window', 'document', 'location', 'addEventListener', 'localStorage', 'sessionStorage', 'navigator'];

/** A server's document: it is injected, and no global. jsdom accepts only signals of its own. */
const { document, AbortController } = new JSDOM('<body></body>').window;
beforeAll(() => {
  // `ngServerMode`: as in a server's build of Angular.
  Object.assign(globalThis, { AbortController, ngServerMode: true });
  // Newer Nodes have one, Node 20 has none.
  Reflect.deleteProperty(globalThis, 'navigator');
  // As the adapter of Angular's server platform.
  jest.spyOn(getDOM(), 'getBaseHref').mockReturnValue('/');
});

const errors: unknown[] = [];
beforeEach(() => {
  errors.length = 0;
  TestBed.configureTestingModule({
    providers: [
      { provide: DOCUMENT, useValue: document },
      { provide: PLATFORM_ID, useValue: 'server' },
      { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
      provideHttpClient(),
      provideMediatel(
        { account: () => Promise.resolve(fakeAccount) },
        withStore(),
        withFlightRecorder(),
        withSupervisorFeed(),
      ),
      SocketAgentConnection,
      SocketPresencePublisher,
      JsSipSoftphone,
    ],
  });
});

/** Renders a component until nothing is pending. */
async function rendered(component: Type<unknown>, inputs: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const app = TestBed.inject(ApplicationRef);
  const hostElement = document.createElement('div');
  document.body.append(hostElement);
  const bindings = Object.entries(inputs).map(([name, value]) => inputBinding(name, () => value));
  const shown = createComponent(component, { environmentInjector: app.injector, hostElement, bindings });
  app.attachView(shown.hostView);
  await app.whenStable();
  const text = hostElement.textContent;
  shown.destroy();
  hostElement.remove();
  return text;
}

it('no global of a page is here', () => {
  expect(ofPage.filter((name) => name in globalThis)).toEqual([]);
});

it.each<[string, () => Promise<unknown> | unknown]>([
  ['the session', () => TestBed.inject(AgentSession)],
  ['the facade', () => TestBed.inject(Mediatel)],
  ['the tab', () => TestBed.inject(LeaderTab)],
  ['the tab’s ports', () => [TestBed.inject(AgentConnection), TestBed.inject(Softphone)]],
  ['the recorder', () => TestBed.inject(FlightRecorder)],
  ['the connection to Mediatel', () => TestBed.inject(SocketAgentConnection)],
  ['the connection to the hub', () => [TestBed.inject(SocketPresencePublisher), TestBed.inject(HubClient)]],
  ['the phone', () => TestBed.inject(JsSipSoftphone)],
])('%s can be constructed on a server', (_what, construct) => {
  expect(construct).not.toThrow();
  expect(errors).toEqual([]);
});

it.each<DeskLayout>(['docked', 'floating', 'open', 'wide'])('the %s desk is rendered on a server', async (layout) => {
  expect(await rendered(MediatelDesk, { layout })).toContain('Log in to make and take calls');
  expect(errors).toEqual([]);
});

it.each<DeskPageName>(['calls', 'missed', 'readiness', 'shortcuts'])(
  'the desk’s page %s is rendered on a server',
  async (page) => {
    expect(await rendered(MediatelDesk, { page })).not.toContain('Log in to make and take calls');
    expect(errors).toEqual([]);
  },
);

it('the library’s sign-in form is rendered on a server', async () => {
  expect(await rendered(MediatelDesk, { signInForm: true })).toContain('Logged out');
  expect(errors).toEqual([]);
});

it('a sign-in on a server opens nothing: the page signs in in the browser', async () => {
  const session = TestBed.inject(AgentSession);
  await session.signIn();
  expect(session.state()).toEqual({ status: 'signedOut' });
  expect(TestBed.inject(AgentConnection).state()).toEqual({ status: 'closed' });
  await expect(session.signOut()).resolves.toBeNull();
  expect(errors).toEqual([]);
});

it('a board on a server opens no connection', () => {
  const hub = TestBed.inject(HubClient);
  hub.open();
  expect(hub.status()).toBe('closed');
});

it('the desk is rendered on a server that has loaded the effects', async () => {
  await preloadEffects();
  expect(await rendered(MediatelDesk)).toContain('Log in to make and take calls');
  expect(errors).toEqual([]);
});

it.each<[string, Type<unknown>, object]>([
  ['call panel', MediatelCallPanel, {}],
  [
    'player of recordings',
    MediatelRecordingPlayer,
    { source: { downloadUrl: String }, callTraceID: '1185574264', who: 'Ann' },
  ],
  ['supervisor’s board', MediatelBoard, {}],
  ['day report', MediatelDayReport, {}],
])('the %s is rendered on a server', async (_what, component, inputs) => {
  await expect(rendered(component, { ...inputs })).resolves.toEqual(expect.any(String));
  expect(errors).toEqual([]);
});
