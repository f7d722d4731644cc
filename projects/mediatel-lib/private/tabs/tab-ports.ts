import { InjectionToken, type Type } from '@angular/core';
import type { AgentConnection, Softphone } from 'mediatel-lib/ports';

/** The real ports. They are loaded with the first sign-in, and work in the leading tab only. */
export interface TabPorts {
  /** Loads the connection to Mediatel. */
  readonly connection: () => Promise<Type<AgentConnection>>;
  /** Loads the phone. */
  readonly softphone: () => Promise<Type<Softphone>>;
}

export const TAB_PORTS = new InjectionToken<TabPorts>('TAB_PORTS');
