import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { AgentConnection } from 'mediatel-lib/ports';
import { SocketAgentConnection } from './socket-agent-connection';

/** Makes the operator's link to Mediatel a Socket.IO connection. */
export function provideSocketConnection(): EnvironmentProviders {
  return makeEnvironmentProviders([
    SocketAgentConnection,
    { provide: AgentConnection, useExisting: SocketAgentConnection },
  ]);
}
