/** The facts about a call, collected from its snapshots. A fact is kept if a later snapshot leaves it out. */
export interface KnownCall {
  /** This tab's own number of the call, counting up. */
  readonly callNumber: number;
  /** The call's id at Mediatel; `null` before it comes. */
  readonly callTraceID: string | null;
  /** The customer's phone number (`ani`); `null` if unknown. */
  readonly number: string | null;
  /** The queue of the call; `null` if unknown. */
  readonly queueName: string | null;
  /** Mediatel's id of the customer; `null` if unknown. */
  readonly callCustomerID: string | null;
}

/** The present call and the one before it. */
export interface KnownCalls {
  /** The facts about the present call, through its clerical; `null` if there is none. */
  readonly knownCall: KnownCall | null;
  /** The facts about the call before it, until the sign-out; `null` if there was none. */
  readonly lastCall: KnownCall | null;
}

/** The fields of the state about the present call. */
interface PresentCall {
  readonly callNumber: number | null;
  readonly knownCallTraceID: string | null;
  readonly ani: string | null;
  readonly queueName: string | null;
  readonly callCustomerID: string | null;
}

/** The facts about the call of this number: the present call or the one before it; `null` for any other. */
export function knownCallOf({ knownCall, lastCall }: KnownCalls, callNumber: number | null): KnownCall | null {
  if (callNumber === null) return null;
  if (knownCall?.callNumber === callNumber) return knownCall;
  return lastCall?.callNumber === callNumber ? lastCall : null;
}

/** Adds the state's facts about the present call to `knownCall`. A call that is over becomes `lastCall`. */
export function keepKnownCall<State extends KnownCalls & PresentCall>(state: State): State {
  const { callNumber, knownCall: before } = state;
  if (callNumber === null) return before === null ? state : { ...state, knownCall: null, lastCall: before };
  const same = before?.callNumber === callNumber ? before : null;
  const callTraceID = state.knownCallTraceID ?? same?.callTraceID ?? null;
  const number = state.ani ?? same?.number ?? null;
  const queueName = state.queueName ?? same?.queueName ?? null;
  const callCustomerID = state.callCustomerID ?? same?.callCustomerID ?? null;
  // Most snapshots have nothing new about the call. Then no object is created.
  const isUnchanged =
    same?.callTraceID === callTraceID &&
    same.number === number &&
    same.queueName === queueName &&
    same.callCustomerID === callCustomerID;
  if (isUnchanged) return state;
  const known: KnownCall = { callNumber, callTraceID, number, queueName, callCustomerID };
  return { ...state, knownCall: known, lastCall: same === null ? (before ?? state.lastCall) : state.lastCall };
}
