import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';
import { appearanceOf, isGone, isLive } from '../../hub/operator-view';

/** A state that the board counts and filters: how the operator looks, unconfirmed, or gone. */
export type BoardState = AgentAppearance | 'unconfirmed' | 'gone';

/** The order of states: those that need attention first, those without work last. */
export const boardStates: readonly BoardState[] = [
  'unconfirmed',
  'notReady',
  'clerical',
  'held',
  'paused',
  'delivered',
  'dialing',
  'talking',
  'available',
  'unknown',
  'starting',
  'loggedOut',
  'gone',
];

/** What the board shows alone: the operators of a state, or those with an open alert. */
export type BoardFilter = BoardState | 'attention';

/** The operator's state on the board. Both times are milliseconds since the epoch, by the hub's clock. */
export function boardStateOf(record: OperatorRecord, confirmedAt: number, now: number | null): BoardState {
  if (isLive(record, confirmedAt, now)) return appearanceOf(record);
  return isGone(record, confirmedAt, now) ? 'gone' : 'unconfirmed';
}

/** The state whose colour and icon a state of the board has. */
export const looksLike = (state: BoardState): AgentAppearance =>
  state === 'unconfirmed' || state === 'gone' ? 'unknown' : state;
