import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { FakeTab } from '../../projects/training-server/sip/fake-tab';
import type { Fortress } from './siege';

/** This customer echoes, and so never falls silent. */
const echoing = '0661234505';

/** An honest operator's call: a SIP peer with audio of its own, and a desk, over the real server. */
export class OthersCall {
  readonly #tab: FakeTab;
  readonly #desk: Socket;

  private constructor(tab: FakeTab, desk: Socket) {
    this.#tab = tab;
    this.#desk = desk;
  }

  /** Signs in one of the first ten operators, registers, logs in, and calls until both hear each other. */
  static async place(server: Fortress, number: number): Promise<OthersCall> {
    const login = `agent${number}`;
    const cookie = await server.cookie(login);
    const url = `${server.url.replace('http', 'ws')}/ws`;
    const tab = new FakeTab({ url, sipLogin: String(1000 + number), instance: login, cookie });
    await tab.connect();
    await tab.register();
    tab.on('invite', (invite) => void tab.answer(invite));
    tab.audio.toneHz = 440;
    const desk = io(server.url, {
      path: '/mediatel/socket.io',
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie },
    });
    const state = (name: string): Promise<void> =>
      new Promise((resolve, reject) => {
        desk.on('connect_error', reject);
        desk.on('data', (snapshot: { state: string }) => {
          if (snapshot.state === name) resolve();
        });
      });
    const idle = state('STATE_IDLE');
    desk.emit('data', { type: 'login', user: login, password: 'training', extension: String(1000 + number) });
    await idle;
    const active = state('STATE_CALL_ACTIVE');
    desk.emit('data', { type: 'makeCall', phoneNumber: echoing });
    await active;
    await tab.audio.untilHeard((level) => level > 200);
    return new OthersCall(tab, desk);
  }

  /** The longest time without a packet since the last call. Milliseconds. */
  longestGap(): number {
    return this.#tab.audio.gaps.take();
  }

  /** How long the server takes to answer this operator's OPTIONS (ms). */
  async answerTime(): Promise<number> {
    const start = performance.now();
    await this.#tab.inDialog('OPTIONS');
    return performance.now() - start;
  }

  /** The call is still up: the operator ends it and leaves. */
  async hangUp(): Promise<void> {
    const bye = once(this.#tab, 'bye');
    this.#desk.emit('data', { type: 'closeCall' });
    await bye;
    const loggedOut = new Promise<void>((resolve) => {
      this.#desk.on('data', ({ state }: { state: string }) => state === 'STATE_LOGOUT' && resolve());
    });
    this.#desk.emit('data', { type: 'exit' });
    await loggedOut;
    this.#desk.disconnect();
    this.#tab.close();
  }
}
