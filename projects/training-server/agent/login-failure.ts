/** Why a log-in failed; on the wire `loginErrorID` and `loginErrorText`. */
export interface LoginFailure {
  readonly errorId: string;
  readonly errorText: string;
}
