import type { JsSipSession } from '../signalling/jssip-module';

/** The cause with which JsSIP ends a call when ICE has `failed`. */
const pathFailed = 'RTP Timeout';

/** Keeps JsSIP from ending a call that may go on. `isLeft`: the dialog belongs to another page. */
export function outliveFaults(session: JsSipSession, isLeft: () => boolean, isTalking: () => boolean): void {
  // A lost socket or an unanswered request of ours says nothing about the audio, which has its own path.
  session.onTransportError = () => undefined;
  session.onRequestTimeout = () => undefined;
  const terminate = session.terminate.bind(session);
  // A lost path does not end the call either: `IceRecovery` looks for another path, or ends the call.
  session.terminate = (options) => {
    if (isLeft()) return;
    if (options?.cause !== pathFailed || !isTalking()) terminate(options);
  };
}
