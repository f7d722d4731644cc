import { createAction } from '@ngrx/store';
import type { AgentPhase, KnownAgentCommand } from 'mediatel-lib/protocol';

/** When a command may be given. */
export interface CommandRule {
  /** The phases in which it may be given; `own`: a function of its own decides (`ownRules` in `command-refusal`). */
  readonly phases: readonly AgentPhase[] | 'own';
  /** What Mediatel must list in `availableCommand`. Commands without a documented name are governed by the phase alone. */
  readonly needs?: KnownAgentCommand;
  /** Whether it is for one call alone: it must not reach another that has come meanwhile. */
  readonly ofCall?: true;
}

const loggedIn = [
  ...(['available', 'paused', 'dialing', 'delivered', 'talking', 'held', 'clerical', 'unknown'] as const),
] satisfies readonly AgentPhase[];

/** A command that carries nothing: its action is made here. */
const plain = <const Title extends string, const Rule extends CommandRule>(title: Title, rule: Rule) => ({
  ...rule,
  action: createAction(`[Mediatel Commands] ${title}`),
});

/**
 * Every command, in the order in which they are shown.
 *
 * Commands that carry something have their fields in `CommandFields` and their action in `CommandActions`.
 */
export const commandRules = {
  logIn: plain('Log In', { phases: ['loggedOut'], needs: 'CMD_LOGIN' }),
  logOut: plain('Log Out', { phases: ['available', 'paused', 'clerical', 'unknown'], needs: 'CMD_LOGOUT' }),
  makeCall: { phases: ['available'], needs: 'CMD_MAKECALL' },
  /** Ends the call, or cancels it while it rings. Always possible; pressing again does nothing. */
  hangUp: plain('Hang Up', { phases: 'own', ofCall: true }),
  hold: plain('Hold', { phases: ['talking'], needs: 'CMD_HOLDCALL', ofCall: true }),
  retrieve: plain('Retrieve', { phases: ['held'], ofCall: true }),
  mute: { phases: 'own', ofCall: true },
  predictive: { phases: loggedIn, needs: 'CMD_PREDICTIVE' },
  // In a call and its clerical it becomes the next pause, whether Mediatel takes it now or later.
  pause: { phases: loggedIn, needs: 'CMD_PAUSE' },
  endPause: plain('End Pause', { phases: ['paused'] }),
  saveCallCodes: { phases: ['clerical'] },
  /** Restarts the server-side agent (`exit`). */
  restartAgent: plain('Restart Agent', { phases: 'own' }),
} as const satisfies Readonly<Record<string, CommandRule>>;

type Rules = typeof commandRules;

/** A command whose rule is a function of its own. */
export type OwnRuleName = { [N in keyof Rules]: Rules[N]['phases'] extends 'own' ? N : never }[keyof Rules];

/** A command that carries nothing. */
export type PlainName = { [N in keyof Rules]: Rules[N] extends { readonly action: unknown } ? N : never }[keyof Rules];

type PlainActions = { readonly [N in PlainName]: Rules[N]['action'] };

const entries = Object.entries<CommandRule & { readonly action?: PlainActions[PlainName] }>(commandRules);

/** The actions of the commands that carry nothing, by the command's name. */
export const plainActions = Object.fromEntries(
  entries.flatMap(([name, { action }]) => (action ? [[name, action]] : [])),
) as PlainActions;
