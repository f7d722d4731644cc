import { build } from './build.js';
import { install } from './install.js';
import { StartError } from './run.js';
import { server } from './server.js';

const tailLines = 30;

/** Tells what went wrong, and the end of what the program that failed has said. @param {unknown} error */
export function tell(error) {
  if (!(error instanceof StartError)) throw error;
  for (const line of error.log.slice(-tailLines)) console.error(`  ${line}`);
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** Installs, builds and serves; what is up to date is left alone. */
export async function start() {
  try {
    await install();
    await build();
    // A line for every sign-in is for those who run a server, not for those who try one.
    process.exitCode = await server({ LOG_LEVEL: 'warn', ...process.env });
  } catch (error) {
    // What a person can mend is told in a sentence; a fault of this script keeps its stack.
    tell(error);
  }
}
