import type { Channels, Locks } from './browser';
import type { Mediatel } from './mediatel';
import type { Page, Stage } from './stage';

/** The world as a tab sees it. */
export interface TabWorld extends Stage {
  running: Page | null;
  readonly locks: Locks;
  readonly channels: Channels;
  readonly mediatel: Mediatel;
  /** The presses so far. */
  readonly presses: readonly string[];
  /** Whether the host returns the account in an event of its own. */
  readonly slowHost: boolean;
  wellLinksDropped: number;
  /** Tabs that started their phone although they were signing out. */
  readonly startedWhileLeaving: string[];
  /** Trace ids of the calls that somebody hung up, as their tab showed them; `null` if it showed none yet. */
  readonly hangUpsMeant: (string | null)[];
  fault(tab: Page, error: unknown): void;
  contact(tab: Page, contact: unknown): void;
}
