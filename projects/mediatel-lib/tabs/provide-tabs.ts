import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { AgentConnection, PhoneTab, Softphone } from 'mediatel-lib/ports';
import { TabConnection } from './tab-connection';
import { TAB_PORTS, type TabPorts } from './tab-ports';
import { TabShell } from './tab-shell';
import { TabSoftphone } from './tab-softphone';

/** Makes one of the operator's tabs the phone and the others its mirrors. Needs a `Clock` and the `MEDIATEL_CONFIG` provided. */
export function provideTabs(ports: TabPorts): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: TAB_PORTS, useValue: ports },
    TabShell,
    { provide: PhoneTab, useExisting: TabShell },
    { provide: AgentConnection, useClass: TabConnection },
    { provide: Softphone, useClass: TabSoftphone },
  ]);
}
