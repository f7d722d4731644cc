/** `loginErrorID` of a log-out that a second sign-in of the same operator caused; see docs/protocol.md. */
export const takenOverError = '4';
