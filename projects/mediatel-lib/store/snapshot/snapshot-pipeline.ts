import { type Snapshot, type UnreadField, decodeSnapshot, fieldOf } from 'mediatel-lib/protocol';
import type { Action } from '@ngrx/store';
import { AgentActions, type Origin } from '../state/agent-actions';
import type { AgentState } from '../state/agent-state';
import { ConnectionActions } from '../state/connection-actions';
import { SnapshotLateness, latenessToTell } from './snapshot-lateness';
import { SnapshotOrder } from './snapshot-order';
import { translate } from './translate';

/** A snapshot as the connection hands it over; times are monotonic ms. */
export interface RawSnapshot {
  readonly data: unknown;
  readonly receivedAt: number;
  readonly connection: number;
}

/** A snapshot read and found worth the store's while, or why it can't be read. */
export type Intake =
  | {
      readonly snapshot: Snapshot;
      readonly origin: Origin;
      readonly raw: RawSnapshot;
      /** Milliseconds it came later than it was sent. */
      readonly late: number;
      /** Fields that could not be read, but for those that this connection named before. */
      readonly unread: readonly UnreadField[];
      /** The snapshot before could not be read. */
      readonly recovered: boolean;
    }
  | { readonly rejected: { readonly path: string; readonly reason: string } };

/** Takes snapshots in, one after the other: decodes them, tells a connection's first from the rest, and tells the actions they mean. */
export class SnapshotPipeline {
  readonly #order = new SnapshotOrder();
  readonly #lateness = new SnapshotLateness();
  /** The last snapshot read, beside which the next is decoded. */
  #previous: Snapshot | null = null;
  #rejected = false;
  /** The unreadable fields that this connection named. */
  readonly #unread = new Set<string>();

  /** Reads a snapshot; `null` for one that says nothing new. Never throws for what the data hold. */
  read(raw: RawSnapshot): Intake | null {
    const decoded = decodeSnapshot(raw.data, this.#previous);
    if (!decoded.ok) {
      this.#rejected = true;
      return { rejected: { path: decoded.path, reason: decoded.reason } };
    }
    const { snapshot } = decoded;
    const origin = this.#order.place(raw.connection);
    const { serverTime } = snapshot;
    const late = serverTime === null ? 0 : this.#lateness.note(serverTime, raw.receivedAt, origin === 'resync');
    if (origin === 'resync') this.#unread.clear();
    const unread = decoded.unread.length === 0 ? decoded.unread : this.#notNamed(decoded.unread);
    const recovered = this.#rejected;
    this.#rejected = false;
    if (snapshot === this.#previous && origin === 'live' && unread.length === 0 && !recovered) return null;
    this.#previous = snapshot;
    return { snapshot, origin, raw, late, unread, recovered };
  }

  #notNamed(unread: readonly UnreadField[]): readonly UnreadField[] {
    return unread.filter(({ path }) => {
      const field = fieldOf(path);
      if (this.#unread.has(field)) return false;
      this.#unread.add(field);
      return true;
    });
  }

  /** Dispatches, in order, the actions that what was read means to the state. */
  apply(intake: Intake, agent: AgentState, dispatch: (action: Action) => void): void {
    if ('rejected' in intake) {
      dispatch(ConnectionActions.snapshotRejected(intake.rejected));
      return;
    }
    const { snapshot, origin, raw, late, unread, recovered } = intake;
    if (late >= latenessToTell) dispatch(ConnectionActions.snapshotsDelayed({ by: late }));
    const { changes, events } = translate(agent, snapshot, { origin, receivedAt: raw.receivedAt });
    if (changes) dispatch(AgentActions.agentChanged({ changes, origin }));
    for (const event of events) dispatch(event);
    for (const field of unread) dispatch(ConnectionActions.fieldUnread(field));
    if (recovered) dispatch(ConnectionActions.snapshotsReadable());
    if (origin === 'resync') dispatch(ConnectionActions.resynced({ connection: raw.connection }));
  }

  /** Both at once. */
  take(raw: RawSnapshot, agent: () => AgentState, dispatch: (action: Action) => void): void {
    const intake = this.read(raw);
    if (intake) this.apply(intake, agent(), dispatch);
  }

  /** Starts afresh for another operator. */
  restart(): void {
    this.#order.restart();
    this.#lateness.restart();
    this.#previous = null;
    this.#rejected = false;
    this.#unread.clear();
  }
}
