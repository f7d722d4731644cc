import type { EndEvent } from 'jssip/lib/RTCSession';
import type { CallEndedBy } from 'mediatel-lib/ports';

/** Causes that JsSIP gives (lib/Constants.js) when the other side ended the call as it may. */
const serversDoing: readonly string[] = ['Terminated', 'Canceled'];

/** Whose doing an end was. JsSIP says `local` of its own time-outs and `remote` of a missing ACK, so both are asked. */
export function callEndedBy({ originator, cause }: EndEvent, hungUp: boolean): CallEndedBy {
  if (hungUp) return 'operator';
  return String(originator) === 'remote' && serversDoing.includes(cause) ? 'server' : 'failure';
}
