import type { CommandRefusal } from 'mediatel-lib';

/** Why a number can't be dialled now. Its texts are in `phone.words.ts`; the desk shows what to do about it. */
export type Obstacle =
  | 'noPhone'
  | 'notReady'
  | 'signingIn'
  | 'noConnection'
  | 'dialling'
  | 'notAllowed'
  | 'paused'
  | 'afterCall'
  | 'inCall'
  | 'loggedOut';

/** The obstacle by the refusal of the command to call. */
export function obstacleOf(refusal: CommandRefusal): Obstacle {
  switch (refusal.reason) {
    case 'not-signed-in':
    case 'not-synced':
      return 'signingIn';
    case 'not-connected':
      return 'noConnection';
    case 'already-pending':
      return 'dialling';
    case 'wrong-phase':
      return ofPhase(refusal.phase);
    case 'not-available':
      return 'notAllowed';
    default:
      return 'notReady';
  }
}

function ofPhase(phase: Extract<CommandRefusal, { reason: 'wrong-phase' }>['phase']): Obstacle {
  switch (phase) {
    case 'paused':
      return 'paused';
    case 'clerical':
      return 'afterCall';
    case 'dialing':
    case 'delivered':
    case 'talking':
    case 'held':
      return 'inCall';
    case 'loggedOut':
      return 'loggedOut';
    default:
      return 'notReady';
  }
}
