/** A call as far as seen: what a snapshot told once is kept where a later one leaves it out. */
export interface KnownCall {
  /** This tab's own number of it. */
  readonly callNumber: number;
  readonly callTraceID: string | null;
  /** The customer's number (`ani`). */
  readonly number: string | null;
  readonly queueName: string | null;
  readonly callCustomerID: string | null;
}

/** The call that goes on, and the one before it. */
export interface KnownCalls {
  /** The present call as far as seen, through its clerical. */
  readonly knownCall: KnownCall | null;
  /** The call that ended before it; forgotten with the sign-out. */
  readonly lastCall: KnownCall | null;
}

/** What the state says of the present call. */
interface PresentCall {
  readonly callNumber: number | null;
  readonly knownCallTraceID: string | null;
  readonly ani: string | null;
  readonly queueName: string | null;
  readonly callCustomerID: string | null;
}

/** The call of that number: the present one, or the one that has just ended; `null` for any other. */
export function knownCallOf({ knownCall, lastCall }: KnownCalls, callNumber: number | null): KnownCall | null {
  if (callNumber === null) return null;
  if (knownCall?.callNumber === callNumber) return knownCall;
  return lastCall?.callNumber === callNumber ? lastCall : null;
}

/** The state with what it says of the present call kept. A call that is over becomes the last one. */
export function keepKnownCall<State extends KnownCalls & PresentCall>(state: State): State {
  const { callNumber, knownCall: before } = state;
  if (callNumber === null) return before === null ? state : { ...state, knownCall: null, lastCall: before };
  const same = before?.callNumber === callNumber ? before : null;
  const callTraceID = state.knownCallTraceID ?? same?.callTraceID ?? null;
  const number = state.ani ?? same?.number ?? null;
  const queueName = state.queueName ?? same?.queueName ?? null;
  const callCustomerID = state.callCustomerID ?? same?.callCustomerID ?? null;
  // Most snapshots say nothing new of the call: they cost no object.
  const isUnchanged =
    same?.callTraceID === callTraceID &&
    same.number === number &&
    same.queueName === queueName &&
    same.callCustomerID === callCustomerID;
  if (isUnchanged) return state;
  const known: KnownCall = { callNumber, callTraceID, number, queueName, callCustomerID };
  return { ...state, knownCall: known, lastCall: same === null ? (before ?? state.lastCall) : state.lastCall };
}
