import { build } from './build.js';
import { install } from './install.js';
import { preflight } from './preflight.js';
import { StartError } from './run.js';
import { server } from './server.js';

/** A program's first lines say what went wrong, its last ones how it ended. */
const headLines = 12;
const tailLines = 20;

/** @param {readonly string[]} log */
function shortened(log) {
  return log.length <= headLines + tailLines ? log : [...log.slice(0, headLines), '…', ...log.slice(-tailLines)];
}

/** Tells what went wrong, with what the program that failed has said. @param {unknown} error */
export function tell(error) {
  if (!(error instanceof StartError)) throw error;
  for (const line of shortened(error.log)) console.error(`  ${line}`);
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** Installs, builds and serves; what is up to date is left alone. */
export async function start() {
  try {
    await preflight(process.env);
    await install();
    await build();
    // A line for every sign-in is for those who run a server, not for those who try one.
    process.exitCode = await server({ LOG_LEVEL: 'warn', ...process.env });
  } catch (error) {
    // What a person can mend is told in a sentence; a fault of this script keeps its stack.
    tell(error);
  }
}
