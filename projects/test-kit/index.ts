export { casesOf, isFull } from './full';
export { presenceOf, recordOf } from './presence';
export { until } from './until';
