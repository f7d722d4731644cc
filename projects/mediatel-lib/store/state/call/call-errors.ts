/** Mediatel's numbers of a call's errors (`callErrorID`). */
export const callErrors = {
  /** Documented: the operator's own extension did not answer, so the customer was not called. */
  extensionSilent: '-223',
} as const;
