import type { EndEvent } from 'jssip/lib/RTCSession';
import type { CallEndedBy } from 'mediatel-lib/ports';

/** JsSIP's causes (lib/Constants.js) for a regular end by the other side. */
const serversDoing: readonly string[] = ['Terminated', 'Canceled'];

/**
 * Who ended a call. JsSIP reports its own time-outs as `local` and a missing ACK as `remote`, so the cause counts
 * too.
 */
export function callEndedBy({ originator, cause }: EndEvent, hungUp: boolean): CallEndedBy {
  if (hungUp) return 'operator';
  return String(originator) === 'remote' && serversDoing.includes(cause) ? 'server' : 'failure';
}
