/** Identifies a call: by Mediatel's id, or by this tab's own number if no id came. */
export interface CallKey {
  /** The call's id at Mediatel, the same in every tab; `null` if none came. */
  readonly callTraceID: string | null;
  /** This tab's own number of the call, counting up; `null` if the tab gave none. */
  readonly callNumber: number | null;
}

/** Whether both are the same call: by the id, or by the number if one of them has no id. */
export const isSameCall = (a: CallKey, b: CallKey): boolean =>
  a.callTraceID !== null && b.callTraceID !== null
    ? a.callTraceID === b.callTraceID
    : a.callNumber !== null && a.callNumber === b.callNumber;
