import { type AgentPhase, type Snapshot, decodeSnapshot, phaseOf } from 'mediatel-lib/protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';
import type { DeskView } from '../../training-kit';

/** A trainee's desk in a list. */
export interface DeskLook {
  readonly appearance: AgentAppearance;
  readonly phase: AgentPhase;
  /** Since when, by the server's clock (ms); `null` if unknown. */
  readonly since: number | null;
  /** The pause's name, in a pause. */
  readonly pause: string | null;
  /** The customer's number, in a call. */
  readonly number: string | null;
  /** `null` without a desk. */
  readonly snapshot: Snapshot | null;
}

const noDesk: DeskLook = {
  ...{ appearance: 'loggedOut', phase: 'loggedOut', since: null, pause: null, number: null, snapshot: null },
} as const;

/** A transient state does not say what the operator is doing; its status does. */
const phaseIn = ({ state, status }: Snapshot): AgentPhase => phaseOf(state, status) ?? phaseOf('', status) ?? 'unknown';

/** Reads what the trainee's desk shows. */
export function lookOf({ snapshot: raw, reachable }: DeskView, previous: Snapshot | null = null): DeskLook {
  if (raw === null) return noDesk;
  const decoded = decodeSnapshot(raw, previous);
  if (!decoded.ok) return { ...noDesk, appearance: 'unknown', phase: 'unknown' };
  const { snapshot } = decoded;
  const phase = phaseIn(snapshot);
  const inCall = phase === 'dialing' || phase === 'delivered' || phase === 'talking' || phase === 'held';
  return {
    appearance: phase === 'available' && !reachable ? 'notReady' : phase,
    phase,
    since: phase === 'loggedOut' ? null : snapshot.time,
    pause: phase === 'paused' ? (snapshot.pauseList.find(({ id }) => id === snapshot.pauseId)?.name ?? null) : null,
    number: inCall ? snapshot.ani : null,
    snapshot,
  };
}

/** How long ago the server sent the snapshot (ms); 0 if it does not say. */
export const ageOf = (snapshot: Snapshot | null, serverNow: number): number =>
  snapshot?.serverTime == null ? 0 : Math.max(0, serverNow - snapshot.serverTime);
