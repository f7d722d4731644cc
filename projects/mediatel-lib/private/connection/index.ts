export { provideSocketConnection } from './provide-socket-connection';
export { SocketPresencePublisher } from './socket-presence-publisher';
export { SocketAgentConnection } from './socket-agent-connection';
export { reconnectPolicy } from './reconnect-policy';
