/** @jest-environment node */
import { TestBed } from '@angular/core/testing';
import { MediatelClock, type IncomingSupervisorRequest, PresencePublisher } from 'mediatel-lib/ports';
import { type Presence, hubNamespaces, hubPath } from 'mediatel-lib/hub-protocol';
import type { Server, Socket } from 'socket.io';
import { until } from 'test-kit';
import { SocketPresencePublisher } from './socket-presence-publisher';
import { SocketServer, withoutDocument } from './socket-server.fixture';

const presence = { operator: 'agent1', state: 'STATE_IDLE' } as unknown as Presence;

/** The hub. It keeps what its tabs send. */
class HubInTheTest extends SocketServer {
  readonly heard: unknown[][] = [];
  tabs: Socket[] = [];

  constructor() {
    super(hubPath);
  }

  /** The transport of each try. */
  get transports(): readonly string[] {
    return this.tries.map(({ path }) => new URL(path, this.url).searchParams.get('transport') ?? '');
  }

  protected override serve(io: Server): void {
    io.of(hubNamespaces.tab).on('connection', (tab) => {
      this.tabs.push(tab);
      tab.onAny((...event: unknown[]) => this.heard.push(event));
    });
  }
}

describe('SocketPresencePublisher', () => {
  let hub: HubInTheTest;
  let link: PresencePublisher;
  let connections: number;

  beforeAll(() => Object.assign(globalThis, { location: { href: 'http://127.0.0.1/', origin: 'http://127.0.0.1' } }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'location'));

  beforeEach(async () => {
    hub = new HubInTheTest();
    await hub.start();
    TestBed.configureTestingModule({
      providers: [
        { provide: PresencePublisher, useClass: SocketPresencePublisher },
        withoutDocument,
        { provide: MediatelClock, useValue: { monotonic: () => performance.now() } },
      ],
    });
    link = TestBed.inject(PresencePublisher);
    connections = 0;
    link.connected.subscribe(() => (connections += 1));
  });

  afterEach(async () => {
    TestBed.resetTestingModule();
    await hub.vanish();
  });

  it('sends presences only while it is connected', async () => {
    link.publish(presence);
    link.open(hub.url);
    expect(link.state()).toBe('connecting');
    link.publish(presence);
    await until(() => connections === 1);
    link.publish({ ...presence, state: 'STATE_PAUSE' });
    await until(() => hub.heard.length > 0);
    expect(hub.heard).toEqual([['presence', { ...presence, state: 'STATE_PAUSE' }]]);
    link.close();
    expect(link.state()).toBe('closed');
    await until(() => hub.tabs[0]?.disconnected === true);
  });

  it('passes on a supervisor’s request and its outcome, and itself answers an invalid request', async () => {
    const asks: IncomingSupervisorRequest[] = [];
    link.requests.subscribe((ask) => {
      asks.push(ask);
      ask.answer({ outcome: 'shown' });
    });
    link.open(hub.url);
    await until(() => connections === 1 && hub.tabs.length === 1);
    const request = { kind: 'message', text: 'Hello' };
    const sent = { from: 'chief', name: 'Olha Chief', request };
    expect(await hub.tabs[0]?.emitWithAck('request', sent)).toEqual({ outcome: 'shown' });
    // An older hub sends no name.
    expect(await hub.tabs[0]?.emitWithAck('request', { from: 'chief', request })).toEqual({ outcome: 'shown' });
    for (const wrong of [null, 'x', { request }, { from: 1, request }, { from: 'chief', request: { kind: 'rm' } }]) {
      expect(await hub.tabs[0]?.emitWithAck('request', wrong)).toEqual({ outcome: 'invalid' });
    }
    expect(asks.map(({ from, name, request: asked }) => ({ from, name, asked }))).toEqual([
      { from: 'chief', name: 'Olha Chief', asked: request },
      { from: 'chief', name: undefined, asked: request },
    ]);
  });

  it('passes on that a supervisor wants to choose a pause, and the answer', async () => {
    link.pausesWanted.subscribe((answer) => answer({ names: ['Lunch'], complete: true }));
    link.open(hub.url);
    await until(() => connections === 1 && hub.tabs.length === 1);
    expect(await hub.tabs[0]?.emitWithAck('pauses')).toEqual({ names: ['Lunch'], complete: true });
    // Without a function to answer by, there is nobody to answer.
    hub.tabs[0]?.emit('pauses', 'x');
    expect(await hub.tabs[0]?.emitWithAck('pauses')).toEqual({ names: ['Lunch'], complete: true });
  });

  it.each([
    ['superseded', 'superseded'],
    ['not-your-presence', 'refused'],
  ])('does not reconnect once it is %s, until it is opened again', async (reason, state) => {
    link.open(hub.url);
    await until(() => connections === 1);
    hub.tabs[0]?.emit('refused', { reason, detail: '' });
    await until(() => link.state() === state);
    await until(() => hub.tabs[0]?.disconnected === true);
    globalThis.dispatchEvent?.(new Event('online'));
    expect(link.state()).toBe(state);
    expect(hub.transports).toEqual(['websocket']);
    link.open(hub.url);
    await until(() => connections === 2);
  });

  it('stays connected after a refused message', async () => {
    link.open(hub.url);
    await until(() => connections === 1);
    for (const refusal of [{ reason: 'invalid' }, undefined, {}, { reason: 5 }]) hub.tabs[0]?.emit('refused', refusal);
    link.publish(presence);
    await until(() => hub.heard.length > 0);
    expect(await hub.tabs[0]?.emitWithAck('request', {})).toEqual({ outcome: 'invalid' });
    expect(link.state()).toBe('connected');
  });

  it('reconnects within 5 s after a short outage, and reports it', async () => {
    link.open(hub.url);
    await until(() => connections === 1);
    await hub.vanish();
    await until(() => link.state() === 'waiting');
    await hub.start();
    const back = performance.now();
    await until(() => connections === 2);
    expect(performance.now() - back).toBeLessThan(5_000);
    expect(link.state()).toBe('connected');
  }, 10_000);

  it('distinguishes a 403 from an unreachable hub, and probes only over HTTP until the cookie is accepted', async () => {
    hub.authorised = false;
    link.open(hub.url);
    await until(() => link.state() === 'unauthorised');
    await until(() => hub.transports.length >= 4);
    expect(hub.transports.slice(0, 4)).toEqual(['websocket', 'probe', 'probe', 'probe']);
    expect(link.state()).toBe('unauthorised');
    hub.authorised = true;
    await until(() => connections === 1);
    expect(hub.transports.filter((transport) => transport === 'websocket')).toHaveLength(2);
  }, 30_000);
});
