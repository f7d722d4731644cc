import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import pino from 'pino';
import { until } from 'test-kit';
import { OperatorMedia } from './operator-media';

const log = pino({ level: 'silent' });

/** Shows the state of its transport. */
class ObservedMedia extends OperatorMedia {
  get transport() {
    return this.connections[0]?.dtlsTransports[0];
  }
}

/** One side of a call on this machine. */
const side = (): ObservedMedia =>
  new ObservedMedia({ digit: () => undefined, pathChanged: () => undefined }, log, { iceAddress: '127.0.0.1' });

describe('OperatorMedia', () => {
  /** True in what the present test began. Calls of earlier specs may go on in the same process. */
  const own = new AsyncLocalStorage<true>();
  /** The timers of werift in the present test that are not over. */
  const timers = new Set<number>();
  const hook = createHook({
    init: (id, type) => {
      if (type === 'Timeout' && own.getStore() && new Error().stack?.includes('/werift/')) timers.add(id);
    },
    destroy: (id) => timers.delete(id),
  });

  beforeEach(() => void hook.enable());
  afterEach(() => void hook.disable());

  it.each([
    ['about to begin', 0],
    ['under way', 1],
  ])('leaves no timer behind when it is closed with the handshake %s', (_, flight) =>
    own.run(true, async () => {
      const [server, tab] = [side(), side()];
      await server.acceptAnswer(await tab.answerOffer(await server.createOffer()));
      await until(() => tab.transport?.state === 'connecting', 'the path is open');
      // The tab's handshake finds nobody.
      server.close();
      await until(() => (tab.transport?.dtls?.dtls.flight ?? -1) >= flight, 'the handshake has come so far');
      expect(timers.size).toBeGreaterThan(0);
      tab.close();
      await until(() => timers.size === 0, 'the handshake is given up');
    }),
  );
});
