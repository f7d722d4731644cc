import type { AgentAppearance } from 'mediatel-lib/ui';
import type { Band } from './day-band';

/** How a band looks besides its colour, which alone tells nothing. */
export interface BandShape {
  /** How tall, of its line. */
  readonly height: number;
  /** `frame`: its outline only; `dashes`: an outline of dashes. */
  readonly kind: 'full' | 'frame' | 'dashes';
}

/** What may be in a day, in the order of its legend. */
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

/** No two of a day alike: the colour is never needed. */
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

/** Whose colour a band has: red for what nobody knows of. */
export const bandColour = (look: Band['look']): AgentAppearance => (look === 'unconfirmed' ? 'notReady' : look);
