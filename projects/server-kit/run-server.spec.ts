import { spawn } from 'node:child_process';

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program in a process of its own, and stops it once it is ready. */
function run(program: string): Promise<Ending> {
  const source = `import { ConfigError, runServer } from './projects/server-kit/index.ts';
    const config = { host: '127.0.0.1', port: 80, logLevel: 'silent' };
    const isForPeople = (error) => error.name === 'RangeError';
    const start = async () => ({ url: 'http://here', close: async () => process.stdout.write('closed') });
    await runServer({ readConfig: () => config, start, isForPeople, ${program} });
    // As a socket that listens does: the process goes on.
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source]);
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (text: Buffer) => (stderr += String(text)));
  child.stdout.on('data', (text: Buffer) => {
    stdout += String(text);
    if (String(text).startsWith('ready')) child.kill('SIGTERM');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

describe('a server’s process', () => {
  it('prints its address when ready, and closes when it is ended', async () => {
    expect(await run('')).toEqual({ code: 0, stdout: 'ready http://here\nclosed', stderr: '' });
  });

  it('prints a line of its own instead', async () => {
    const { stdout } = await run('readyLine: ({ url }) => `ready at ${url}`');
    expect(stdout).toBe('ready at http://here\nclosed');
  });

  it.each([
    [
      'of the environment',
      "readConfig: () => { throw new ConfigError(['A is wrong', 'B too']); }",
      'A is wrong\nB too\n',
    ],
    ['at the start', "start: async () => { throw new RangeError('no Redis'); }", 'no Redis\n'],
    [
      'of a taken port',
      "start: async () => { throw Object.assign(new Error(), { code: 'EADDRINUSE' }); }",
      'PORT 80 on 127.0.0.1 is in use; choose another one with PORT\n',
    ],
  ])('says a fault %s in words alone', async (_which, program, stderr) => {
    expect(await run(program)).toEqual({ code: 1, stdout: '', stderr });
  });

  it('ends although its server fails to close', async () => {
    const close = "close: async () => { throw new Error('the file is gone'); }";
    const { code } = await run(`start: async () => ({ url: 'http://here', ${close} })`);
    expect(code).toBe(1);
  });

  it('that is ended during its start runs what it does at its end', async () => {
    const start = `start: () => {
      process.on('exit', () => process.stdout.write('tidied'));
      process.kill(process.pid, 'SIGTERM');
      return new Promise(() => undefined);
    }`;
    expect(await run(start)).toEqual({ code: 143, stdout: 'tidied', stderr: '' });
  });

  it('shows the stack trace of a bug', async () => {
    const { code, stderr } = await run("start: async () => { throw new TypeError('ours'); }");
    expect(code).toBe(1);
    expect(stderr).toMatch(/TypeError: ours\n\s+at /);
  });
});
