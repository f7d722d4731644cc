import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { AgentConnection, LeaderTab, Softphone } from 'mediatel-lib/ports';
import { TabConnection } from './tab-connection';
import { TAB_PORTS, type TabPorts } from './tab-ports';
import { LazyPorts } from './lazy-ports';
import { TabSoftphone } from './tab-softphone';

/**
 * Makes one of the operator's tabs the phone and the others its mirrors. It needs `MEDIATEL_CONFIG`.
 * `provideMediatel` includes it.
 */
export function provideTabs(ports: TabPorts): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: TAB_PORTS, useValue: ports },
    LazyPorts,
    { provide: LeaderTab, useExisting: LazyPorts },
    { provide: AgentConnection, useClass: TabConnection },
    { provide: Softphone, useClass: TabSoftphone },
  ]);
}
