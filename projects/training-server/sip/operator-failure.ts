/** Why the operator's extension did not take the call. */
export type OperatorFailure = 'not-registered' | 'no-answer' | 'rejected' | 'media-failed';
