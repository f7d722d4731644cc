import type { ConnectionMessage } from 'mediatel-lib/ports';
import { latestByType } from './latest-by-type';

/** The messages as this tab numbers them, whoever brings them. */
export class MessageRow {
  #latest: readonly ConnectionMessage[] = [];
  /** Who brought the last snapshot, over which of their connections. */
  #key = '';
  #connections = 0;

  /** The last message of each kind. */
  get latest(): readonly ConnectionMessage[] {
    return this.#latest;
  }

  /** Another brings the messages from now on: the order of snapshots begins again, as after a reconnect. */
  restart(): void {
    this.#key = '';
    this.#latest = [];
  }

  /** Takes a message in and returns it with this tab's own number of the connection. */
  add(message: ConnectionMessage, from: string): ConnectionMessage {
    const key = message.type === 'snapshot' ? `${from} ${message.connection}` : this.#key;
    if (key !== this.#key) {
      this.#key = key;
      this.#connections += 1;
    }
    const numbered = message.type === 'snapshot' ? { ...message, connection: this.#connections } : message;
    this.#latest = latestByType(this.#latest, numbered);
    return numbered;
  }
}
