import type { IconName } from '../icon/icons';

/** How an operator's state looks: the agent's phase, or what hides it. */
export type AgentAppearance =
  | 'available'
  | 'dialing'
  | 'delivered'
  | 'talking'
  | 'held'
  | 'clerical'
  | 'paused'
  | 'loggedOut'
  | 'unknown'
  /** No connection, or not fit to take calls. */
  | 'notReady'
  | 'starting';

/** Each state's icon: its shape alone tells the state from the others. */
export const appearanceIcons: Readonly<Record<AgentAppearance, IconName>> = {
  available: 'available',
  dialing: 'dialing',
  delivered: 'ringing',
  talking: 'talking',
  held: 'pause',
  clerical: 'clerical',
  paused: 'cup',
  loggedOut: 'power',
  unknown: 'unknown',
  notReady: 'problem',
  starting: 'waiting',
};
