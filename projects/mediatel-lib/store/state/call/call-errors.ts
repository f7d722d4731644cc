/** Mediatel's error codes of a call (`callErrorID`). */
export const callErrors = {
  /** The operator's own extension did not answer, so the customer was not called (documented). */
  extensionSilent: '-223',
} as const;
