import { type Snapshot, type UnreadField, decodeSnapshot, fieldOf } from 'mediatel-lib/protocol';
import type { Action } from '@ngrx/store';
import { AgentActions, type Origin } from '../state/agent-actions';
import type { AgentState } from '../state/agent-state';
import { ConnectionActions } from '../state/connection-actions';
import { SnapshotLateness, latenessToTell } from './snapshot-lateness';
import { SnapshotOrder } from './snapshot-order';
import { translate } from './translate';

/** A snapshot as the connection delivers it. `receivedAt` in monotonic ms. */
export interface RawSnapshot {
  readonly data: unknown;
  readonly receivedAt: number;
  readonly connection: number;
}

/** A snapshot that was read and has something new, or why it can't be read. */
export type Intake =
  | {
      readonly snapshot: Snapshot;
      readonly origin: Origin;
      readonly raw: RawSnapshot;
      /** How late (ms) it arrived. */
      readonly latenessMs: number;
      /** The fields that can't be read and were not reported on this connection before. */
      readonly unread: readonly UnreadField[];
      /** Whether the snapshot before could not be read. */
      readonly recovered: boolean;
    }
  | { readonly rejected: { readonly path: string; readonly reason: string } };

/** Processes snapshots one after the other: decodes them, recognises a connection's first one, and dispatches their actions. */
export class SnapshotPipeline {
  readonly #order = new SnapshotOrder();
  readonly #lateness = new SnapshotLateness();
  /** The last snapshot that was read; the next one is decoded against it and keeps its unchanged lists. */
  #previous: Snapshot | null = null;
  #rejected = false;
  /** The unreadable fields that were reported on this connection. */
  readonly #unread = new Set<string>();

  /** Reads a snapshot; `null` if it has nothing new. It never throws, whatever the data are. */
  readSnapshot(raw: RawSnapshot): Intake | null {
    const decoded = decodeSnapshot(raw.data, this.#previous);
    if (!decoded.ok) {
      this.#rejected = true;
      return { rejected: { path: decoded.path, reason: decoded.reason } };
    }
    const { snapshot } = decoded;
    const origin = this.#order.place(raw.connection);
    const { serverTime } = snapshot;
    const latenessMs =
      serverTime === null ? 0 : this.#lateness.measureLateness(serverTime, raw.receivedAt, origin === 'resync');
    if (origin === 'resync') this.#unread.clear();
    const unread = decoded.unread.length === 0 ? decoded.unread : this.#notNamed(decoded.unread);
    const recovered = this.#rejected;
    this.#rejected = false;
    if (snapshot === this.#previous && origin === 'live' && unread.length === 0 && !recovered) return null;
    this.#previous = snapshot;
    return { snapshot, origin, raw, latenessMs, unread, recovered };
  }

  #notNamed(unread: readonly UnreadField[]): readonly UnreadField[] {
    return unread.filter(({ path }) => {
      const field = fieldOf(path);
      if (this.#unread.has(field)) return false;
      this.#unread.add(field);
      return true;
    });
  }

  /** Dispatches the actions that the snapshot causes in this state, in their order. */
  applyIntake(intake: Intake, agent: AgentState, dispatch: (action: Action) => void): void {
    if ('rejected' in intake) {
      dispatch(ConnectionActions.snapshotRejected(intake.rejected));
      return;
    }
    const { snapshot, origin, raw, latenessMs, unread, recovered } = intake;
    if (latenessMs >= latenessToTell) dispatch(ConnectionActions.snapshotsDelayed({ by: latenessMs }));
    const { changes, events } = translate(agent, snapshot, { origin, receivedAt: raw.receivedAt });
    if (changes) dispatch(AgentActions.agentChanged({ changes, origin }));
    for (const event of events) dispatch(event);
    for (const field of unread) dispatch(ConnectionActions.fieldUnread(field));
    if (recovered) dispatch(ConnectionActions.snapshotsReadable());
    if (origin === 'resync') dispatch(ConnectionActions.resynced({ connection: raw.connection }));
  }

  /** `readSnapshot` and `applyIntake` together. */
  readAndApply(raw: RawSnapshot, agent: () => AgentState, dispatch: (action: Action) => void): void {
    const intake = this.readSnapshot(raw);
    if (intake) this.applyIntake(intake, agent(), dispatch);
  }

  /** Forgets everything, for another operator. */
  restart(): void {
    this.#order.restart();
    this.#lateness.restart();
    this.#previous = null;
    this.#rejected = false;
    this.#unread.clear();
  }
}
