import type { IconName } from '../icon/icons';

/** How an operator's state looks: the agent's phase, or a reason that hides the phase. */
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
  /** Not connected, or unable to take calls. */
  | 'notReady'
  | 'starting';

/** Each state's icon. The shapes differ, so that nobody depends on colours. */
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
