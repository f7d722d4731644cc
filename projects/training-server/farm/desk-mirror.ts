import type { WireSnapshot } from '../agent/wire-snapshot';

/** Gets what operators' desks get. `host`: the farm process; an operator may have two for a moment. */
export interface DeskMirror {
  sent(login: string, host: string, snapshot: WireSnapshot): void;
  /** The process is gone. */
  ended(host: string): void;
}
