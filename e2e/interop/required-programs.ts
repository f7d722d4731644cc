import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { kamailioArguments } from './kamailio';
import { logs, searchPath } from './program';

const install =
  'apt-get install --no-install-recommends kamailio kamailio-websocket-modules rtpengine-daemon sip-tester';

const settings = { sipPort: 5380, webSocketPort: 4371, ngPort: 22230, password: 'check', maxExpires: 60, gruu: true };

/** Commands that show whether each program can run. sipp exits with 99 after printing its version. */
const checks: readonly (readonly [program: string, args: readonly string[]])[] = [
  ['kamailio', ['-c', ...kamailioArguments(settings)]],
  ['rtpengine', ['--version']],
  ['sipp', ['-v']],
];

/**
 * Ends the run and says how to install Debian's packages if they are missing, or older than Kamailio's configuration.
 */
export default function requirePrograms(): void {
  rmSync(logs, { recursive: true, force: true });
  const faults = checks.flatMap(([program, args]) => {
    const { error, status, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, PATH: searchPath },
    });
    if (error) return [`${program}: ${error.message}`];
    return status === 0 || program === 'sipp' ? [] : [`${program} ended with ${status}: ${stderr.trim()}`];
  });
  if (faults.length > 0) throw new Error([...faults, `These tests need: ${install}`].join('\n'));
}
