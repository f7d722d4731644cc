import type { CommandName, CommandRefusal } from 'mediatel-lib/store';
import type { MediatelLabels } from 'mediatel-lib/ui';

const names: Readonly<Record<CommandName, (text: MediatelLabels) => string>> = {
  logIn: (text) => text.logIn,
  logOut: (text) => text.logOut,
  makeCall: (text) => text.call,
  hangUp: (text) => text.hangUp,
  hold: (text) => text.hold,
  retrieve: (text) => text.retrieve,
  mute: (text) => text.mute,
  predictive: (text) => text.predictiveOn,
  pause: (text) => text.pause,
  endPause: (text) => text.endPause,
  saveCallCodes: (text) => text.save,
  restartAgent: (text) => text.restartAgent,
};

/** Why a command is not allowed, in plain words; `null` when it is. */
export function refusalWords(
  refusal: CommandRefusal | null,
  command: CommandName,
  text: MediatelLabels,
): string | null {
  if (refusal === null) return null;
  switch (refusal.reason) {
    case 'not-signed-in':
    case 'not-connected':
    case 'not-synced':
      return text.why.notConnected;
    case 'wrong-phase':
      if (refusal.needs.length === 1 && refusal.needs[0] === 'available') return text.why.onlyWhileAvailable;
      if (refusal.needs.every((phase) => phase === 'talking' || phase === 'held')) return text.why.onlyInCall;
      return text.why.notAllowed(names[command](text));
    case 'in-call':
      return text.why.notInCall;
    case 'no-call':
      return text.why.onlyInCall;
    case 'already-pending':
      return text.why.waitingForServer;
    case 'invalid-number':
      return text.why.enterNumber;
    case 'checking':
      return text.why.checking;
    case 'not-permitted':
      return refusal.text === '' ? text.why.notAllowed(names[command](text)) : refusal.text;
    case 'not-checked':
      return text.why.notChecked;
    case 'no-code':
      return text.why.chooseCode;
    default:
      return text.why.notAllowed(names[command](text));
  }
}
