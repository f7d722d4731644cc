// Installs the packages where they are missing or others than the lock file's; what `npm start` and `npm test` begin with.
import { install } from './start/install.js';

await install();
