/**
 * Responses to a request within a dialog after which none can succeed there (RFC 5057, 5.1): nobody knows the dialog (481), or its
 * addresses lead nowhere (the others). A 403, 405 or 501 ends a usage by that table too, but says what the server refuses, not that
 * the call is over; a 502 comes from an edge that restarts; and 408 is the same as no answer.
 */
const over: readonly number[] = [404, 410, 416, 481, 482, 484, 485, 604];

/** Whether a response says that the dialog is over, so that no further request can succeed. */
export const endsDialog = (status: number): boolean => over.includes(status);

/** Whether a response says that the other side is not there. A proxy sends it also for a page or a server that restarts. */
export const mayComeBack = (status: number): boolean => status === 480 || status === 502;
