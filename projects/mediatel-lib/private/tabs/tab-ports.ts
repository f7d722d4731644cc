import { InjectionToken, type Type } from '@angular/core';
import type { AgentConnection, Softphone } from 'mediatel-lib/ports';

/** The real ports, loaded with the first sign-in; they work in the leading tab only. */
export interface TabPorts {
  readonly connection: () => Promise<Type<AgentConnection>>;
  readonly softphone: () => Promise<Type<Softphone>>;
}

export const TAB_PORTS = new InjectionToken<TabPorts>('TAB_PORTS');
