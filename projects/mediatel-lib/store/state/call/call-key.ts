/** What a call is known by: Mediatel's id, and this tab's own number where none came. */
export interface CallKey {
  readonly callTraceID: string | null;
  readonly callNumber: number | null;
}

/** Whether both are one call. By the id, which every tab and every page load shares; without one in both, by the number. */
export const isSameCall = (a: CallKey, b: CallKey): boolean =>
  a.callTraceID !== null && b.callTraceID !== null
    ? a.callTraceID === b.callTraceID
    : a.callNumber !== null && a.callNumber === b.callNumber;
