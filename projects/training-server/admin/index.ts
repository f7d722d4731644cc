export { Agents } from './agents';
export { Extensions } from './extensions';
