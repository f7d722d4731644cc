import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from 'test-kit';
import { eachSnapshot } from '../meddler.fixture';
import { ProbedServer } from '../probe.fixture';
import { readProbeFile } from '../../server-kit';
import { run } from './run';

const server = new ProbedServer();
const dir = mkdtempSync(join(tmpdir(), 'probe-run-'));
const file = join(dir, 'x.json');
beforeAll(() => server.start({}, undefined, false));
afterEach(() => server.endMeddling());
afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

/** A run of the program in this process. */
async function ran(argv: string[], env: Record<string, string> = { MEDIATEL_PASSWORD: 'training' }) {
  const asked: string[] = [];
  let [out, complaints] = ['', ''];
  const code = await run({
    argv,
    env,
    signal: new AbortController().signal,
    out: (text) => (out += text),
    complain: (text) => (complaints += text),
    ask: (question) => {
      asked.push(question);
      return Promise.resolve('training');
    },
  });
  return { code, out, complaints, asked };
}

const operator = ['--login', 'agent1', '--extension', '1001'];
const at = (url: string) => ['--url', url, '--out', file];
const signedIn = (url: string) => [...at(url), ...operator, '--sign-in', `${url}/api/session`];

describe('the program', () => {
  it('ends with 0 if nothing differs, prints the table and writes the file', async () => {
    const { code, out } = await ran(signedIn(server.url));
    expect(out).toMatch(/^ {2}held +state\.pause +§4 doc +pause with an id leads to STATE_PAUSE$/m);
    expect(out).toMatch(/^· not seen +access\.tls .*\n +→ no TLS, but the server is local$/m);
    expect(out).toMatch(/^\d+ held, 0 differ, \d+ not seen$/m);
    expect(out).toContain(`Redacted file: ${file}`);
    expect(code).toBe(0);
    expect(readProbeFile(file).claims).toContainEqual({ id: 'state.pause', verdict: 'held', detail: '' });
  });

  it('ends with 1 if something differs', async () => {
    const url = await server.meddled(eachSnapshot((fields) => ({ ...fields, skillLevel: 3 })));
    const { code, out } = await ran(signedIn(url));
    expect(out).toMatch(/^✗ differs +snapshot\.fields .*\n +→ skillLevel is not known$/m);
    expect(code).toBe(1);
  });

  it.each([
    ['nothing listens', ['--url', 'http://127.0.0.1:9', '--out', file], 'The probe ended early'],
    ['no cookie', [], 'The probe ended early: no snapshot came.'],
  ])('ends with 2 if it could not finish: %s', async (_what, argv, message) => {
    const { code, out } = await ran(argv.length > 0 ? argv : at(server.url));
    expect(out).toContain(message);
    expect(code).toBe(2);
  });

  it('ends with 2 if the log-in is refused, and says by which error', async () => {
    const { code, out } = await ran([
      ...at(server.url),
      ...operator.with(-1, '1009'),
      '--sign-in',
      `${server.url}/api/session`,
    ]);
    expect(out).toContain('the log-in did not lead to STATE_IDLE (STATE_LOGOUT, loginErrorID 2)');
    expect(code).toBe(2);
  });

  it.each([
    ['the command line is wrong', ['--url', 'x'], '--url must be an address'],
    ['the sign-in is refused', [...operator, '--sign-in'], 'the sign-in answers 401 without VouchCookie'],
  ])('ends with 2 and a word for a person if %s', async (_what, argv, message) => {
    const whole = argv.includes('--sign-in') ? [...at(server.url), ...argv, `${server.url}/api/session`] : argv;
    const { code, complaints } = await ran(whole, { MEDIATEL_PASSWORD: 'wrong' });
    expect(complaints).toContain(message);
    expect(code).toBe(2);
  });

  it.each([
    ['is missing', join(dir, 'missing', 'x.json')],
    ['is a file', join(file, 'x.json')],
  ])('says that its file’s folder %s before it changes anything', async (_what, out) => {
    writeFileSync(file, '');
    const { code, complaints, out: printed, asked } = await ran([...signedIn(server.url), '--out', out], {});
    expect({ code, printed, asked }).toEqual({ code: 2, printed: '', asked: [] });
    expect(complaints).toContain(out.slice(0, out.lastIndexOf('/')));
  });

  it('asks for a password that the environment does not have', async () => {
    const { code, asked } = await ran(signedIn(server.url), {});
    expect(asked).toEqual(['Mediatel password of agent1: ']);
    expect(code).toBe(0);
  });

  it('prints and writes no secret and nobody’s data', async () => {
    const { out } = await ran(signedIn(server.url));
    const written = readFileSync(file, 'utf8');
    for (const secret of ['training', 'agent1', '1001', 'VouchCookie=', '127.0.0.1', 'MTAgentFarm', 'DM_Banks']) {
      expect({ secret, written: written.includes(secret) }).toEqual({ secret, written: false });
    }
    expect(out.replace(file, '')).not.toContain('training');
    expect(readdirSync(dir)).toEqual(['x.json']);
  });
});

describe('Ctrl-C', () => {
  it('ends what was begun, and then the program with 2', async () => {
    const children: ChildProcess[] = [];
    const url = await server.meddled(
      eachSnapshot((fields) => {
        if (fields['state'] === 'STATE_PAUSE') children[0]?.kill('SIGINT');
        return fields;
      }),
    );
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'projects/probe/main.ts', ...signedIn(url), '--watch', '60'],
      {
        env: { ...process.env, MEDIATEL_PASSWORD: 'training', TSX_TSCONFIG_PATH: 'projects/probe/tsconfig.json' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    children.push(child);
    const printed: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => printed.push(data));
    const [code] = (await once(child, 'close')) as [number];
    expect(Buffer.concat(printed).toString()).toContain('The probe ended early: interrupted.');
    expect(code).toBe(2);
    await until(async () => (await server.health()).operators === 0);
    // A busy machine compiles the program slowly.
  }, 60_000);
});
