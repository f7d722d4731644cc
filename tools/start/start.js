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

/** Prints what went wrong, with the output of the failed program. @param {unknown} error */
export function tell(error) {
  if (!(error instanceof StartError)) throw error;
  for (const line of shortened(error.log)) console.error(`  ${line}`);
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** Installs, builds and serves. Skips what is up to date. */
export async function start() {
  try {
    await preflight(process.env);
    await install();
    await build();
    // People who try the server do not need a line for every sign-in.
    process.exitCode = await server({ LOG_LEVEL: 'warn', ...process.env });
  } catch (error) {
    // A fault that a person can fix is shown in a sentence. A bug of this script keeps its stack trace.
    tell(error);
  }
}
