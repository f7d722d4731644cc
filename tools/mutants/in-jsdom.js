import { TestEnvironment } from 'jest-environment-jsdom';
import { withMutants } from './environment.js';

export default withMutants(TestEnvironment);
