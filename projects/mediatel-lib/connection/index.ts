export { provideSocketConnection } from './provide-socket-connection';
export { SocketSupervisorLink } from './socket-supervisor-link';
export { SocketAgentConnection } from './socket-agent-connection';
export { RECONNECT_POLICY, reconnectPolicy } from './reconnect-policy';
export type { ReconnectPolicy } from './reconnect-policy';
