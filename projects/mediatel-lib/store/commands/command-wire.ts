import type { AgentPhase, AgentRequest } from 'mediatel-lib/protocol';
import { dialable } from './dialable';
import type { AgentState } from '../state/agent-state';
import { isCallPhase } from '../state/call/call-phase';
import type { MediatelCommand, CommandName, CommandNamed } from '../state/command-status';

/** What a snapshot means for a command that was sent: no answer yet, done, or pointless by now. */
export type CommandVerdict = 'waiting' | 'confirmed' | 'overtaken';

/** The facts that confirm or overtake a command. */
interface Facts {
  readonly agent: AgentState;
  readonly phase: AgentPhase;
  /** Whether there is a call, and it is the call in which the command was given. */
  readonly sameCall: boolean;
}

interface CommandWire<C> {
  /** The command's requests, in order. */
  readonly requests: (command: C) => readonly AgentRequest[];
  /** Whether the state shows that the command took effect. */
  readonly confirmed: (facts: Facts, command: C) => boolean;
  /** Whether the state shows that the command has no meaning any more. If absent: never. */
  readonly overtaken?: (facts: Facts) => boolean;
}

const goneOver = ({ sameCall }: Facts): boolean => !sameCall;
const never = (): boolean => false;

/** Every command's requests to Mediatel, and the state that confirms or overtakes the command. */
const commandWire: { readonly [N in CommandName]: CommandWire<CommandNamed<N>> } = {
  // The request holds a password, so `AccountVault` makes it.
  logIn: { requests: () => [], confirmed: ({ phase }) => phase !== 'loggedOut' },
  logOut: {
    requests: () => [{ type: 'logout' }],
    confirmed: ({ phase }) => phase === 'loggedOut',
    // A call came first: Mediatel logs nobody out during a call.
    overtaken: ({ phase }) => isCallPhase(phase),
  },
  makeCall: {
    requests: ({ phoneNumber, queueName }) => [
      {
        type: 'makeCall',
        phoneNumber: dialable(phoneNumber) ?? phoneNumber,
        ...(queueName !== null && { queueName }),
      },
    ],
    confirmed: ({ phase }) => isCallPhase(phase),
    overtaken: ({ phase }) => phase !== 'available',
  },
  hangUp: { requests: () => [{ type: 'closeCall' }], confirmed: goneOver },
  hold: {
    requests: () => [{ type: 'holdCall' }],
    confirmed: ({ sameCall, phase }) => sameCall && phase === 'held',
    overtaken: goneOver,
  },
  retrieve: {
    requests: () => [{ type: 'retrieveCall' }],
    confirmed: ({ sameCall, phase }) => sameCall && phase === 'talking',
    overtaken: goneOver,
  },
  mute: {
    requests: () => [{ type: 'muteCall' }],
    confirmed: ({ sameCall, agent }, { muted }) => sameCall && agent.mute === muted,
    overtaken: goneOver,
  },
  predictive: {
    requests: () => [{ type: 'predictive' }],
    confirmed: ({ agent }, { on }) => agent.predictiveStatus === on,
    overtaken: ({ phase }) => phase === 'loggedOut',
  },
  pause: {
    requests: ({ pauseId }) => [{ type: 'pause', id: pauseId }],
    confirmed: ({ phase, agent }, { pauseId }) => phase === 'paused' && agent.pauseId === pauseId,
    overtaken: ({ phase }) => phase === 'loggedOut' || isCallPhase(phase),
  },
  endPause: { requests: () => [{ type: 'pause', id: 0 }], confirmed: ({ phase }) => phase !== 'paused' },
  saveCallCodes: {
    requests: ({ codeIds }) => codeIds.map((id) => ({ type: 'resolutionSet', id: Number(id) })),
    // The event `clericalEnded` confirms it.
    confirmed: never,
  },
  restartAgent: { requests: () => [{ type: 'exit' }], confirmed: ({ phase }) => phase === 'loggedOut' },
};

/** The table's entry for a command. The compiler can't match the entry's type to the command's, hence the cast. */
export const wireOf = ({ name }: MediatelCommand): CommandWire<MediatelCommand> =>
  commandWire[name] as CommandWire<MediatelCommand>;

/** The requests of a command, in order. `logIn` is not here: its request holds a password, so `AccountVault` makes it. */
export const requestsOf = (command: Exclude<MediatelCommand, { readonly name: 'logIn' }>): readonly AgentRequest[] =>
  wireOf(command).requests(command);
