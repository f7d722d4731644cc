/** `loginErrorID` of a log-out that another sign-in of the same operator brought about; see docs/protocol.md. */
export const takenOverError = '4';
