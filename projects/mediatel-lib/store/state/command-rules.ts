import { createAction } from '@ngrx/store';
import type { AgentPhase, KnownAgentCommand } from 'mediatel-lib/protocol';

/** The name of a command. */
export type CommandName =
  | 'logIn'
  | 'logOut'
  | 'makeCall'
  | 'hangUp'
  | 'hold'
  | 'retrieve'
  | 'mute'
  | 'predictive'
  | 'pause'
  | 'endPause'
  | 'saveCallCodes'
  | 'restartAgent';

/** When a command is allowed. */
export interface CommandRule {
  /** The phases in which the command is allowed; `own`: a separate function decides (`ownRules` in `command-refusal`). */
  readonly phases: readonly AgentPhase[] | 'own';
  /** What Mediatel must list in `availableCommand`. If Mediatel documents no name for the command, only the phase counts. */
  readonly needs?: KnownAgentCommand;
  /** Whether the command is for one call: it must not act on another call that came meanwhile. */
  readonly ofCall?: true;
}

const loggedIn = [
  ...(['available', 'paused', 'dialing', 'delivered', 'talking', 'held', 'clerical', 'unknown'] as const),
] satisfies readonly AgentPhase[];

/** The rule of a command without fields, with its action. */
const plain = <const Title extends string, const Rule extends CommandRule>(title: Title, rule: Rule) => ({
  ...rule,
  action: createAction(`[Mediatel Commands] ${title}`),
});

/**
 * Every command, in the order in which they are shown.
 *
 * A command with fields has them in `CommandFields`, and its action in `CommandActions`.
 */
export const commandRules = {
  logIn: plain('Log In', { phases: ['loggedOut'], needs: 'CMD_LOGIN' }),
  logOut: plain('Log Out', { phases: ['available', 'paused', 'clerical', 'unknown'], needs: 'CMD_LOGOUT' }),
  makeCall: { phases: ['available'], needs: 'CMD_MAKECALL' },
  /** Ends the call, or cancels it while it rings. Always possible in a call; a second press does nothing. */
  hangUp: plain('Hang Up', { phases: 'own', ofCall: true }),
  hold: plain('Hold', { phases: ['talking'], needs: 'CMD_HOLDCALL', ofCall: true }),
  retrieve: plain('Retrieve', { phases: ['held'], ofCall: true }),
  mute: { phases: 'own', ofCall: true },
  predictive: { phases: loggedIn, needs: 'CMD_PREDICTIVE' },
  // During a call and its clerical it becomes the next pause, whether Mediatel allows it now or later.
  pause: { phases: loggedIn, needs: 'CMD_PAUSE' },
  endPause: plain('End Pause', { phases: ['paused'] }),
  saveCallCodes: { phases: ['clerical'] },
  /** Restarts the agent, Mediatel's server-side process (request `exit`). */
  restartAgent: plain('Restart Agent', { phases: 'own' }),
} as const satisfies Readonly<Record<CommandName, CommandRule>>;

type Rules = typeof commandRules;

/** A command whose rule is a separate function. */
export type OwnRuleName = { [N in keyof Rules]: Rules[N]['phases'] extends 'own' ? N : never }[keyof Rules];

/** A command without fields. */
export type PlainName = { [N in keyof Rules]: Rules[N] extends { readonly action: unknown } ? N : never }[keyof Rules];

type PlainActions = { readonly [N in PlainName]: Rules[N]['action'] };

const entries = Object.entries<CommandRule & { readonly action?: PlainActions[PlainName] }>(commandRules);

/** The actions of the commands without fields, by the command's name. */
export const plainActions = Object.fromEntries(
  entries.flatMap(([name, { action }]) => (action ? [[name, action]] : [])),
) as PlainActions;
