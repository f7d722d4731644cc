import { type Snapshot, decodeSnapshot } from 'mediatel-lib/protocol';
import type { Action } from '@ngrx/store';
import { AgentActions } from './agent-actions';
import type { AgentState } from './agent-state';
import { ConnectionActions } from './connection-actions';
import { SnapshotOrder } from './snapshot-order';
import { translate } from './translate';

/** A snapshot as the connection hands it over; times are monotonic ms. */
export interface RawSnapshot {
  readonly data: unknown;
  readonly receivedAt: number;
  readonly connection: number;
}

/** Takes snapshots in, one after the other: decodes them, keeps their order, and tells the actions they mean. */
export class SnapshotIntake {
  readonly #order = new SnapshotOrder();
  /** The last snapshot taken, beside which the next is decoded. */
  #previous: Snapshot | null = null;

  /** The actions go to `dispatch` in order; the same snapshot again makes none. Never throws for what the data hold. */
  take(
    { data, receivedAt, connection }: RawSnapshot,
    agent: () => AgentState,
    dispatch: (action: Action) => void,
  ): void {
    const decoded = decodeSnapshot(data, this.#previous);
    if (!decoded.ok) {
      dispatch(ConnectionActions.snapshotRejected({ path: decoded.path, reason: decoded.reason }));
      return;
    }
    const { snapshot } = decoded;
    const origin = this.#order.place(connection, snapshot.serverTime);
    if (origin === 'late') return;
    if (snapshot !== this.#previous) {
      this.#previous = snapshot;
      const { changes, events } = translate(agent(), snapshot, { origin, receivedAt });
      if (changes) dispatch(AgentActions.agentChanged({ changes, origin }));
      for (const event of events) dispatch(event);
    }
    if (origin === 'resync') dispatch(ConnectionActions.resynced({ connection }));
  }

  /** Starts afresh for another operator. */
  restart(): void {
    this.#order.restart();
    this.#previous = null;
  }
}
