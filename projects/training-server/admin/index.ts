export { Agents } from './agents';
export { addApiRoutes, apiPath } from './api-routes';
export { Extensions } from './extensions';
