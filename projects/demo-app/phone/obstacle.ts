import type { CommandRefusal } from 'mediatel-lib';

const elsewhere = 'Your phone is not ready for a call';

/** Why a number can't be dialled now, as text for a tooltip. The desk shows what to do about it. */
export function obstacleText(refusal: CommandRefusal): string {
  switch (refusal.reason) {
    case 'not-signed-in':
    case 'not-synced':
      return 'Your phone is not signed in yet';
    case 'not-connected':
      return 'Your phone has no connection';
    case 'already-pending':
      return 'A call is being dialled';
    case 'wrong-phase':
      return phaseText(refusal.phase);
    case 'not-available':
      return 'Mediatel does not allow a call now';
    default:
      return elsewhere;
  }
}

function phaseText(phase: Extract<CommandRefusal, { reason: 'wrong-phase' }>['phase']): string {
  switch (phase) {
    case 'paused':
      return 'End your pause first';
    case 'clerical':
      return 'Choose how the last call ended first';
    case 'dialing':
    case 'delivered':
    case 'talking':
    case 'held':
      return 'You are in a call';
    case 'loggedOut':
      return 'Log in on your phone first';
    default:
      return elsewhere;
  }
}
