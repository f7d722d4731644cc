import type { AgentAppearance } from 'mediatel-lib/ui';
import type { Band } from './day-band';

/** A band's shape. It shows the state without the colour. */
export interface BandShape {
  /** Height, as a share of its line. */
  readonly height: number;
  /** How it is drawn: filled, as an outline, or as a dashed outline. */
  readonly kind: 'full' | 'frame' | 'dashes';
}

/** The looks that bands of a day can have, in the order of the legend. */
export const bandLooks = [
  'available',
  'dialing',
  'delivered',
  'talking',
  'held',
  'clerical',
  'paused',
  'loggedOut',
  'unknown',
  'unconfirmed',
] as const satisfies readonly Band['look'][];

/** The shape of each look. No two looks of a day have the same shape, so nobody depends on colours. */
export const bandShapes: Readonly<Record<Band['look'], BandShape>> = {
  talking: { height: 1, kind: 'full' },
  held: { height: 0.8, kind: 'full' },
  clerical: { height: 0.6, kind: 'full' },
  paused: { height: 0.4, kind: 'full' },
  available: { height: 0.2, kind: 'full' },
  loggedOut: { height: 0.06, kind: 'full' },
  delivered: { height: 0.9, kind: 'frame' },
  dialing: { height: 0.6, kind: 'frame' },
  unknown: { height: 0.35, kind: 'frame' },
  unconfirmed: { height: 1, kind: 'dashes' },
  notReady: { height: 0.45, kind: 'frame' },
  starting: { height: 0.25, kind: 'frame' },
};

/** The state whose colour a band has. An unconfirmed time is red. */
export const bandColour = (look: Band['look']): AgentAppearance => (look === 'unconfirmed' ? 'notReady' : look);
