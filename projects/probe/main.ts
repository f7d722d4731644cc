import { run } from './cli/run';
import { askHidden } from './cli/secrets';

const interruption = new AbortController();
// Ctrl-C ends what the probe began, and then the probe. A second one ends it at once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(2);
    process.stderr.write('Ending what was begun …\n');
    interruption.abort();
  });
}

process.exitCode = await run({
  argv: process.argv.slice(2),
  env: process.env,
  signal: interruption.signal,
  out: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  ask: (question) => askHidden(question, interruption),
});
