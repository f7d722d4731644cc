import { type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';
import type { Roster } from './roster';

/** Identifies one state of one operator's tab: `[id, epoch, seq]`. */
export type Mark = readonly [id: string, epoch: number, seq: number];

/** What a node sends the other nodes about its own tabs. */
export interface ReplicationMessage {
  readonly node: string;
  /** The node's clock, in milliseconds since the epoch. */
  readonly at: number;
  readonly records: readonly OperatorRecord[];
  /** Tabs heard again without a change. A node whose record is older than the mark requests the record. */
  readonly heard: readonly Mark[];
  readonly lost: readonly Mark[];
  readonly gone: readonly Mark[];
}

/** Collects the changes of a node's own tabs until they are sent. */
export class ReplicationOutbox {
  readonly #records = new Map<string, OperatorRecord>();
  readonly #heard = new Map<string, Mark>();
  readonly #lost = new Map<string, Mark>();
  readonly #gone = new Map<string, Mark>();
  readonly #node: string;

  constructor(node: string) {
    this.#node = node;
  }

  addRecord(record: OperatorRecord): void {
    this.#records.set(record.id, record);
    this.#heard.delete(record.id);
    this.#lost.delete(record.id);
    this.#gone.delete(record.id);
  }

  addHeartbeat({ id, epoch, seq }: OperatorRecord): void {
    if (!this.#records.has(id)) this.#heard.set(id, [id, epoch, seq]);
  }

  addLost({ id, epoch, seq }: OperatorRecord): void {
    this.#heard.delete(id);
    this.#lost.set(id, [id, epoch, seq]);
  }

  addGone({ id, epoch, seq }: OperatorRecord): void {
    this.#records.delete(id);
    this.#heard.delete(id);
    this.#lost.delete(id);
    this.#gone.set(id, [id, epoch, seq]);
  }

  /** Returns and clears what is to be sent, heartbeats only if `withHeard`; `null` if there is nothing. */
  takeMessage(at: number, withHeard: boolean): ReplicationMessage | null {
    const records = this.#records;
    const lost = this.#lost;
    const gone = this.#gone;
    const heard = withHeard ? this.#heard : new Map<string, Mark>();
    if (records.size + heard.size + lost.size + gone.size === 0) return null;
    const message: ReplicationMessage = {
      node: this.#node,
      at,
      records: [...records.values()],
      heard: [...heard.values()],
      lost: [...lost.values()],
      gone: [...gone.values()],
    };
    for (const part of [records, heard, lost, gone]) part.clear();
    return message;
  }
}

/**
 * Applies another node's message to the roster. Returns the ids whose newer records
 * must be requested from that node.
 */
export function applyReplication(roster: Roster, message: ReplicationMessage): string[] {
  const behind: string[] = [];
  for (const record of message.records) roster.addIfNewer(record);
  for (const [id, epoch, seq] of message.heard) {
    const known = roster.get(id);
    if (!known || isNewer({ epoch, seq }, known)) behind.push(id);
    else if (!isNewer(known, { epoch, seq })) roster.confirm(id, message.at);
  }
  for (const [id, epoch, seq] of message.lost) {
    const known = roster.get(id);
    if (known && !isNewer(known, { epoch, seq })) roster.markUnconfirmed(id);
  }
  for (const [id, epoch, seq] of message.gone) {
    const known = roster.get(id);
    if (known && !isNewer(known, { epoch, seq })) roster.forget(id);
  }
  return behind;
}
