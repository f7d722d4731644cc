import type { CallEndedBy } from 'mediatel-lib/ports';

/** JsSIP's causes (lib/Constants.js) for a regular end by the other side. */
const serversDoing: readonly string[] = ['Terminated', 'Canceled'];

/** What is known of a call's end. `originator`: `local`, `remote` or `system`. */
export interface CallEnd {
  readonly originator: string;
  readonly cause: string;
}

/**
 * Who ended a call. JsSIP reports its own time-outs as `local` and a missing ACK as `remote`, so the cause counts
 * too.
 */
export function callEndedBy({ originator, cause }: CallEnd, hungUp: boolean): CallEndedBy {
  if (hungUp) return 'operator';
  return originator === 'remote' && serversDoing.includes(cause) ? 'server' : 'failure';
}
