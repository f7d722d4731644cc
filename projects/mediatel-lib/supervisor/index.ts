export { MediatelBoard } from './mediatel-board';
export { MediatelDay } from './mediatel-day';
export { SUPERVISOR_HUB_ADDRESS, SupervisorHub } from './supervisor-hub';
export type { HubMessage, SupervisorHubStatus } from './supervisor-hub';
export { Operators } from './operators';
export type { OperatorEntry } from './operators';
