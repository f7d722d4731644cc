import { outliveSilence, screenEndings } from '../jssip/jssip-inside';
import type { JsSipSession } from '../jssip/jssip-module';
import { answerUntilAcked } from './answer-until-acked';

/** Keeps JsSIP from ending a call that may go on. `isLeft`: the dialog belongs to another page. */
export function outliveFaults(session: JsSipSession, isLeft: () => boolean, isTalking: () => boolean): void {
  // A lost socket or an unanswered request of ours says nothing about the audio, which has its own path.
  outliveSilence(session);
  answerUntilAcked(session);
  // A lost path does not end the call either: `IceRecovery` looks for another path, or ends the call.
  screenEndings(session, (isPathLost) => !isLeft() && !(isPathLost && isTalking()));
}
