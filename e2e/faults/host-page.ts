import '@angular/compiler';
import { type EnvironmentProviders, provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { Actions, provideEffects } from '@ngrx/effects';
import { Store, provideStore } from '@ngrx/store';
import { AgentSession, CommandActions, FlightRecorder, provideMediatel, withFlightRecorder } from 'mediatel-lib';
import { type CommandContext, selectCommandContext } from 'mediatel-lib/store';

/** An action that the host saw; `at` is this machine's wall clock in milliseconds, which tests use too. */
export interface SeenAction {
  readonly type: string;
  readonly at: number;
  readonly origin?: string;
  readonly [field: string]: unknown;
}

/** The whole library in a host without a user interface. */
export interface HostPage {
  readonly actions: SeenAction[];
  readonly faults: string[];
  /** How many peer connections the page has opened, and how many of them are still open. */
  readonly peers: { opened: number; open: number };
  state(): CommandContext;
  signIn(): Promise<void>;
  /** How many audio packets its peer connections have received and sent; one every 20 ms. */
  audio(): Promise<{ readonly received: number; readonly sent: number }>;
  /** Gives a command. Returns how long its refusal took (ms); `null` if it was sent. */
  give(command: keyof typeof CommandActions, fields?: object): number | null;
}

declare global {
  interface Window {
    host: HostPage;
    /** What a test's own page adds to the host, before it loads this file. */
    hostProviders?: readonly EnvironmentProviders[];
  }
}

const faults: string[] = [];
window.addEventListener('error', ({ message }) => faults.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));

const peers = { opened: 0, open: 0 };
const live = new Set<RTCPeerConnection>();
window.RTCPeerConnection = class extends RTCPeerConnection {
  #closed = false;
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    peers.opened += 1;
    peers.open += 1;
    live.add(this);
  }
  override close(): void {
    if (!this.#closed) peers.open -= 1;
    this.#closed = true;
    live.delete(this);
    super.close();
  }
};

interface Answer {
  readonly mediatel: { readonly user: string; readonly password: string; readonly extension: string };
  readonly sip: { readonly login: string; readonly password: string; readonly realm: string };
}

/** This browser has the cookie already: the test signed in to the CRM. */
async function account() {
  const answer = (await (await fetch('/api/session')).json()) as Answer;
  const { origin } = location;
  return {
    mediatel: { ...answer.mediatel, url: origin },
    sip: { ...answer.sip, url: `${origin.replace(/^http/, 'ws')}/ws` },
  };
}

const { injector } = await createApplication({
  providers: [
    provideZonelessChangeDetection(),
    provideStore({}),
    provideEffects(),
    provideMediatel({ account, chime: false }, withFlightRecorder()),
    ...(window.hostProviders ?? []),
  ],
});
const store = injector.get(Store);
const actions: SeenAction[] = [];
// Without the state's own changes: they would fill the memory in a long shift, and the events say the same.
injector.get(Actions).subscribe((action) => {
  if (action.type !== '[Mediatel Agent] Agent Changed')
    actions.push({ ...action, at: performance.timeOrigin + performance.now() });
});

window.host = {
  actions,
  faults,
  peers,
  state: store.selectSignal(selectCommandContext),
  signIn: () => injector.get(AgentSession).signIn(),
  audio: async () => {
    const sum = { received: 0, sent: 0 };
    for (const connection of live)
      (await connection.getStats()).forEach((stats) => {
        if (stats.type === 'inbound-rtp') sum.received += stats.packetsReceived;
        if (stats.type === 'outbound-rtp') sum.sent += stats.packetsSent;
      });
    return sum;
  },
  give: (command, fields = {}) => {
    const from = performance.now();
    const before = actions.length;
    store.dispatch({ type: CommandActions[command].type, ...fields });
    const refused = actions.slice(before).some(({ type }) => type.endsWith('Command Refused'));
    return refused ? performance.now() - from : null;
  },
};
// As in the demo app: a failed test saves its flight recording.
Object.assign(window, { mediatelFlight: () => injector.get(FlightRecorder).text() });
