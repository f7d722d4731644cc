import type { AgentAppearance } from 'mediatel-lib/ui';
import type { Band } from './day-band';

/** How a band is filled. It shows the state without the colour. */
export type BandFill =
  | 'solid'
  | 'striped'
  | 'hatched'
  | 'dotted'
  | 'hollow'
  | 'slanted'
  | 'upright'
  | 'crossed'
  | 'dashed'
  /** Nothing is drawn. */
  | 'absent';

/** The looks that bands of a day can have, in the order of the legend. */
export const bandLooks = [
  'talking',
  'held',
  'clerical',
  'paused',
  'available',
  'dialing',
  'delivered',
  'unknown',
  'unconfirmed',
  'loggedOut',
] as const satisfies readonly Band['look'][];

/** The fill of each look. No two looks of a day have the same fill, so nobody depends on colours. */
export const bandFills: Readonly<Record<Band['look'], BandFill>> = {
  talking: 'solid',
  held: 'striped',
  clerical: 'hatched',
  paused: 'dotted',
  available: 'hollow',
  dialing: 'slanted',
  delivered: 'upright',
  unknown: 'crossed',
  unconfirmed: 'dashed',
  loggedOut: 'absent',
  notReady: 'absent',
  starting: 'absent',
};

/** The state whose colour a band has. An unconfirmed time is red. */
export const bandColour = (look: Band['look']): AgentAppearance => (look === 'unconfirmed' ? 'notReady' : look);
