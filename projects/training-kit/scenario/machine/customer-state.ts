import type { Temper } from '../turn';
import type { ScenarioCall } from '../scenario';

/** A call code as it was saved. */
interface SavedCode {
  readonly id: string;
  readonly name: string;
}

/**
 * How far the customer's part is.
 *
 * ```
 * waiting ──begun──▶ inTurn ──branch──▶ inTurn (the next turn)
 *                      │ ├── the line of a turn that hangs up is said ──▶ leaving
 *                      │ └── a branch to `end`, or a turn without branches is over ──▶ free
 * any of them ──ended──▶ over
 * ```
 *
 * `free`: the customer says nothing more, and the call goes on. `leaving`: the customer has hung up, and `ended` has not
 * come yet. `over`: the call has ended; a turn that waits for a call code still goes on when it is saved.
 */
type CustomerStatus = 'waiting' | 'inTurn' | 'free' | 'leaving' | 'over';

/** What the customer is saying: nothing, the turn's line, or whether anybody is there. */
type Line = 'none' | 'turn' | 'patience';

/** The customer of one call. All times are milliseconds since both hear each other. */
export interface CustomerState {
  readonly status: CustomerStatus;
  /** Whether `finished` was given. */
  readonly isFinished: boolean;
  /** The present turn; kept after the call's end. */
  readonly turn: string | null;
  readonly turnSinceMs: number;
  /** The latest time of any event. */
  readonly nowMs: number;
  readonly temper: Temper;
  readonly line: Line;
  readonly lineSinceMs: number;
  /** Since when the operator speaks; `null` while silent. */
  readonly speakingSinceMs: number | null;
  /** How long the operator has spoken in this turn, without the part that lasts. */
  readonly spokenMs: number;
  /** When the operator, or the customer, last fell silent or was taken off hold. */
  readonly quietSinceMs: number;
  readonly heldSinceMs: number | null;
  readonly mutedSinceMs: number | null;
  /** Saved and not yet used by a branch. */
  readonly codes: readonly SavedCode[];
}

/** The customer before both hear each other. */
export function firstCustomerState(call: ScenarioCall): CustomerState {
  return {
    status: 'waiting',
    isFinished: false,
    turn: null,
    turnSinceMs: 0,
    nowMs: 0,
    temper: call.customer.temper,
    line: 'none',
    lineSinceMs: 0,
    speakingSinceMs: null,
    spokenMs: 0,
    quietSinceMs: 0,
    heldSinceMs: null,
    mutedSinceMs: null,
    codes: [],
  };
}
