import { fork, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import type * as Sources from '../projects/training-server/client';

type Client = typeof Sources;

const out = 'dist/training-server';
const main = `${out}/lib/main.js`;
let client: Client;

const temporary = () => readdirSync(tmpdir()).filter((name) => name.startsWith('mediatel-training-'));

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

  it('refuses a wrong option with 2', () => {
    const { status, stderr } = spawnSync(process.execPath, [main, '--prot', '0'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--prot') });
  });
});
