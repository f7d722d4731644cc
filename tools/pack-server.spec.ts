import { fork, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { io } from 'socket.io-client';
import type * as Sources from '../projects/training-server/client';

type Client = typeof Sources;

const out = 'dist/training-server';
const main = `${out}/lib/main.js`;
let client: Client;

const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('mediatel-training-'));

/** The phone does not ring: the trainee needs none. */
const missedCall = `id: missed
version: 1
title: Missed
about: A call that the phone does not show.
languages: [uk]
calls: [{ direction: incoming, missed: true, comesAfterSeconds: 0, customer: { number: '0661234567', name: Olha } }]
`;

function scenarioFile(yaml: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'ours.yaml');
  writeFileSync(file, yaml);
  return file;
}

/** The trainee signs in, misses the call, and ends the Force Pause. */
async function missAndReturn(url: string): Promise<void> {
  const session = await fetch(`${url}/api/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ login: 'agent1', password: 'training' }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const socket = io(url, { path: '/mediatel/socket.io', transports: ['websocket'], extraHeaders: { cookie } });
  await new Promise<void>((resolve) => {
    const steps: Readonly<Record<string, () => void>> = {
      STATE_LOGOUT: () =>
        socket.emit('data', { type: 'login', user: 'agent1', password: 'training', extension: '1001' }),
      STATE_PAUSE: () => socket.emit('data', { type: 'pause', id: 0 }),
      STATE_CALL_DELIVERED: () => (hasRung = true),
      STATE_IDLE: () => hasRung && resolve(),
    };
    let hasRung = false;
    socket.on('data', ({ state }: { state: string }) => steps[state]?.());
  });
  socket.disconnect();
}

beforeAll(async () => {
  const { stderr } = spawnSync(process.execPath, ['tools/pack-server.js'], { encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  client = (await import(pathToFileURL(`${out}/lib/client.js`).href)) as Client;
}, 60_000);

describe('the packed training server', () => {
  it('prints one line of JSON when ready, serves the client, and leaves no folder behind', async () => {
    const before = temporary();
    const server = await client.startTrainingServer({ seed: 7 });
    expect(server).toMatchObject({ url: `http://localhost:${server.port}`, supervisors: ['supervisor1'] });
    expect(server.operators).toHaveLength(20);
    const customer = await client.TrainingClient.signIn(server);
    expect(await customer.calls()).toEqual([]);
    expect(temporary()).toHaveLength(before.length + 1);
    await server.close();
    expect(temporary()).toEqual(before);
    await expect(client.TrainingClient.signIn(server)).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('prints nothing else on standard output, and ends with 0 on SIGTERM', async () => {
    const child = spawn(process.execPath, [main, '--port', '0']);
    let written = '';
    child.stdout.on('data', (text: Buffer) => {
      written += String(text);
      child.kill('SIGTERM');
    });
    expect((await once(child, 'close'))[0]).toBe(0);
    expect(written.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(written)).toMatchObject({ version: '0.1.0' });
  });

  it('that cannot start says why, to a person and to the client', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { status, stderr } = spawnSync(process.execPath, [main, '--port', String(port)], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `PORT ${port} on 127.0.0.1 is in use; choose another one with PORT\n`,
    });
    await expect(client.startTrainingServer({ port })).rejects.toMatchObject({
      reason: 'not-started',
      message: expect.stringContaining('is in use'),
    });
    taken.close();
  });

  it('speaks, by a program beside it', async () => {
    const speech = fork(`${out}/lib/speech-entry.js`, { serialization: 'advanced' });
    speech.send({ id: 1, text: 'так', options: ['-v', 'uk'] });
    const [reply] = (await once(speech, 'message')) as [{ wav: Uint8Array }];
    expect(Buffer.from(reply.wav).toString('latin1', 0, 4)).toBe('RIFF');
    expect(reply.wav.length).toBeGreaterThan(10_000);
    speech.disconnect();
    expect((await once(speech, 'exit'))[0]).toBe(0);
  });

  it('has its scenarios, and plays one with the client', async () => {
    const server = await client.startTrainingServer();
    const trainer = await client.TrainingClient.signIn({ url: server.url, login: server.trainers[0] });
    const [run] = await trainer.startScenario({ scenario: 'busy', trainees: ['agent1', 'agent2'], language: 'en' });
    expect(await trainer.untilRun(run?.id ?? '', ({ status }) => status === 'waiting')).toMatchObject({
      ...{ scenario: 'busy', trainee: 'agent1', startedBy: 'trainer1', language: 'en', endedAt: null },
    });
    await expect(trainer.startScenario({ scenario: 'busy', trainees: ['agent2'] })).rejects.toMatchObject({
      reason: 'has-a-run',
    });
    await expect(trainer.untilRun(run?.id ?? '', undefined, 0)).rejects.toMatchObject({ reason: 'too-late' });
    await server.close();
  });

  it('plays a scenario file to the trainee who signs in, and ends with its outcome', async () => {
    const child = spawn(process.execPath, [main, '--port', '0', '--scenario', scenarioFile(missedCall), '--exit']);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await lines.next()).value)) as Record<string, unknown>;
    const ready = (await next()) as { url: string; play: { run: string } };
    expect(ready).toMatchObject({ play: { scenario: 'missed', trainee: 'agent1', language: 'uk' } });
    const over = once(child, 'close');
    await missAndReturn(ready.url);
    expect(await next()).toMatchObject({
      ...{ run: ready.play.run, scenario: 'missed', trainee: 'agent1', status: 'done', reason: null },
      traceIds: [expect.stringMatching(/^\d+$/)],
    });
    expect((await over)[0]).toBe(0);
  }, 60_000);

  it('says what is wrong with a scenario file, and where', () => {
    const file = scenarioFile(missedCall.replace('version: 1', 'version: 2'));
    const { status, stderr } = spawnSync(process.execPath, [main, '--scenario', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(`^${file}:2:\\d+: version: `) });
  });

  it('refuses a wrong option with 2', () => {
    const { status, stderr } = spawnSync(process.execPath, [main, '--prot', '0'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--prot') });
  });
});
