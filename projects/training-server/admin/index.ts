export { Agents } from './agents';
export { Extensions } from './extensions';
export type { PersonRecords } from './person-records';
