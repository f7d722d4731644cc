// Installs the packages if they are missing or differ from the lock file. `npm start` and `npm test` begin with it.
import { install } from './start/install.js';

await install();
