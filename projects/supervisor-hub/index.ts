// The hub's door: what the training server imports, which runs a hub inside itself.
export { DayCalendar } from './day-calendar';
export { HubServer } from './hub-server';
export type { HubSpeaker } from './hub-server';
export { MemoryStore } from './memory-store';
export { rightsOf, teamOf, teamsFrom } from './teams';
export type { HubTeams, SupervisorRule } from './teams';
