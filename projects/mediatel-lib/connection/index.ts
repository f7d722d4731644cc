export { provideSocketConnection } from './provide-socket-connection';
export { SocketPresencePublisher } from './socket-presence-publisher';
export { SocketAgentConnection } from './socket-agent-connection';
export { MEDIATEL_RECONNECT_POLICY, reconnectPolicy } from './reconnect-policy';
export type { ReconnectPolicy } from './reconnect-policy';
