// The entry of `npx mediatel-training-server`. Before anything else is imported, it checks the Node that runs it.
import { spawn } from 'node:child_process';
import { sqliteOf } from './sqlite-of';

const sqlite = sqliteOf(process.versions.node);
if (sqlite === 'missing') {
  process.stderr.write(`mediatel-training-server needs Node 22.5 or newer, not ${process.versions.node}\n`);
  process.exit(1);
} else if (sqlite === 'flag' && !process.execArgv.includes('--experimental-sqlite')) {
  const args = [...process.execArgv, '--experimental-sqlite', ...process.argv.slice(1)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  const { runTrainingServer } = await import('./run');
  await runTrainingServer(process.argv.slice(2));
}
