import { TestEnvironment } from 'jest-environment-node';
import { withMutants } from './environment.js';

export default withMutants(TestEnvironment);
