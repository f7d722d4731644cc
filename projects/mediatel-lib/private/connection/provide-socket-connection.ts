import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { AgentConnection } from 'mediatel-lib/ports';
import { SocketAgentConnection } from './socket-agent-connection';

/** Provides the connection to Mediatel over Socket.IO in this tab, for use without `provideMediatel`. */
export function provideSocketConnection(): EnvironmentProviders {
  return makeEnvironmentProviders([
    SocketAgentConnection,
    { provide: AgentConnection, useExisting: SocketAgentConnection },
  ]);
}
