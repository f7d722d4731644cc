// `npm run dev`: the demo app from its sources, rebuilt at every change, in front of a training server.
import { dev } from './start/dev.js';

await dev();
