export { presenceOf, recordOf } from './presence';
export { until } from './until';
