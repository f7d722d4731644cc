import type { ConnectionMessage } from 'mediatel-lib/ports';
import { latestByType } from './latest-by-type';

/** The messages with this tab's own connection numbers, whichever tab they come from. */
export class MessageRow {
  #latest: readonly ConnectionMessage[] = [];
  /** The source of the last snapshot and its connection number there. */
  #key = '';
  #connections = 0;

  /** The last message of each type. */
  get latest(): readonly ConnectionMessage[] {
    return this.#latest;
  }

  /** The messages come from another tab from now on. The order of snapshots starts again, as after a reconnect. */
  restart(): void {
    this.#key = '';
    this.#latest = [];
  }

  /** Adds a message. Returns it with this tab's own connection number. */
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
