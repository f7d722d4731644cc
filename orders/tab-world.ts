import type { Channels, Locks } from './browser';
import type { Mediatel } from './mediatel';
import type { Page, Stage } from './stage';

/** The world as a tab meets it. */
export interface TabWorld extends Stage {
  running: Page | null;
  readonly locks: Locks;
  readonly channels: Channels;
  readonly mediatel: Mediatel;
  /** What was pressed so far. */
  readonly presses: readonly string[];
  /** The host answers for an account in a happening of its own. */
  readonly slowHost: boolean;
  wellLinksDropped: number;
  /** Trace ids of the calls that somebody hung up, as their tab showed them; `null` before it has one. */
  readonly hangUpsMeant: (string | null)[];
  fault(tab: Page, error: unknown): void;
  contact(tab: Page, contact: unknown): void;
}
