import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { ServerOptions } from 'socket.io';
import type { RedisClient } from './redis-store';

/** Socket.IO's adapter on Redis, with the connections that it opens for itself and closes late or never. */
export class RedisAdapter {
  /** For the option `adapter` of the server. */
  readonly constructs: NonNullable<ServerOptions['adapter']>;
  readonly #own: RedisClient[] = [];
  #isClosed = false;

  /** `watch` gets each connection that the adapter opens from this one. */
  constructor(spoken: RedisClient, watch: (own: RedisClient) => void) {
    // The adapter does not await what it publishes: without this a message lost with its connection would end the
    // process. Nodes find out what they missed by `ReplicationMessage.heard`.
    const publish = spoken.publish.bind(spoken);
    const duplicate = spoken.duplicate.bind(spoken);
    Object.defineProperties(spoken, {
      publish: { value: (...args: Parameters<typeof publish>) => publish(...args).catch(() => 0) },
      duplicate: {
        value: (...args: Parameters<typeof duplicate>) => {
          const own = this.#endingQuietly(duplicate(...args) as RedisClient);
          this.#own.push(own);
          watch(own);
          return own;
        },
      },
    });
    this.constructs = createAdapter(spoken, {
      streamName: 'mediatel-hub',
      channelPrefix: 'mediatel-hub',
    }) as typeof this.constructs;
  }

  close(): void {
    this.#isClosed = true;
    for (const own of this.#own) own.destroy();
  }

  /**
   * Commands that are pending when the connection closes never settle. The adapter can't handle their rejection: it
   * reads the stream again at once, for ever, unless a namespace has closed it; and a rejected `connect` ends the
   * process.
   */
  #endingQuietly(own: RedisClient): RedisClient {
    const quiet = <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) => ({
      value: (...args: Args): Promise<Answer> =>
        ask(...args).catch((error: unknown) => {
          if (this.#isClosed) return new Promise<never>(() => undefined);
          throw error;
        }),
    });
    return Object.defineProperties(own, {
      connect: quiet(own.connect.bind(own)),
      xRead: quiet(own.xRead.bind(own)),
    });
  }
}
