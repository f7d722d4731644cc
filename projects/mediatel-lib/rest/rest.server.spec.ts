/** @jest-environment node */
import {
  HttpClient,
  type HttpInterceptorFn,
  provideHttpClient,
  withFetch,
  withInterceptors,
} from '@angular/common/http';
import { DOCUMENT, PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { JSDOM } from 'jsdom';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Observable, firstValueFrom } from 'rxjs';
import { MediatelAgents } from './agents';
import { MediatelApiError } from './api-error';
import { MediatelExtensions } from './extensions';
import { MEDIATEL_REST_CONFIG } from './rest-config';

/** Angular needs a document; it is no global here. */
const { document } = new JSDOM('').window;

const server = 'projects/training-server';
const dataDir = mkdtempSync(join(tmpdir(), 'rest-'));
let running: ChildProcess;
let url = '';

/** The training server in a process of its own: a room of the library does not import it. */
beforeAll(async () => {
  running = spawn(process.execPath, ['--import', 'tsx', `${server}/main.ts`], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TSX_TSCONFIG_PATH: `${server}/tsconfig.json`,
      PORT: '0',
      DATA_DIR: dataDir,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!running.stdout) throw new Error('the server has no output');
  for await (const line of createInterface(running.stdout)) {
    url = /^ready (\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1') ?? '';
    if (url !== '') break;
  }
}, 120_000);

afterAll(async () => {
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill();
  await ended;
  rmSync(dataDir, { recursive: true });
});

/** Signs in as a person; a browser would keep the cookie itself. */
async function as(login: string, password = 'training') {
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const withCookie: HttpInterceptorFn = (request, next) => next(request.clone({ setHeaders: { cookie } }));
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: DOCUMENT, useValue: document },
      { provide: PLATFORM_ID, useValue: 'server' },
      provideHttpClient(withFetch(), withInterceptors(cookie === '' ? [] : [withCookie])),
      { provide: MEDIATEL_REST_CONFIG, useValue: { apiUrl: `${url}/v1`, recordingsUrl: '' } },
    ],
  });
  return {
    status: session.status,
    agents: TestBed.inject(MediatelAgents),
    extensions: TestBed.inject(MediatelExtensions),
    http: TestBed.inject(HttpClient),
  };
}

async function failureOf(request: Observable<unknown>): Promise<Partial<MediatelApiError>> {
  try {
    await firstValueFrom(request);
  } catch (error) {
    if (error instanceof MediatelApiError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

const olha = { Login: 'olha.koval', Password: 'made up', Details: 'o.koval@crm.example', PersNumbers: ['1021'] };

describe('an administrator', () => {
  it('creates an operator from a template, who signs in at once; retires and removes it', async () => {
    const { agents } = await as('admin1');
    const [template] = await firstValueFrom(agents.templates('AG'));
    if (!template) throw new Error('no template');
    expect(template).toMatchObject({ ID: 301, Login: 'agent1', PersNumbers: ['1001'], State: 1 });
    await firstValueFrom(agents.change(template.ID, { ClientApp: { ClericalReminder: 40 } }));
    const id = await firstValueFrom(agents.createFrom(template.ID, olha));
    const { Password: hash, ...created } = await firstValueFrom(agents.get(id));
    expect(hash).not.toBe('made up');
    expect(created).toMatchObject({ ID: id, Domain: 'Banks', State: 1, ClientApp: { ClericalReminder: 40 } });
    expect(created).toMatchObject({ Login: olha.Login, Details: olha.Details, PersNumbers: ['1021'] });

    const own = await as('olha.koval', 'made up');
    expect(own.status).toBe(200);
    expect(await firstValueFrom(own.agents.self())).toMatchObject({ ID: id, Login: 'olha.koval' });

    const again = (await as('admin1')).agents;
    expect(await failureOf(again.createFrom(301, olha))).toMatchObject({
      failure: 'name-in-use',
      code: 409,
      detailId: 102,
    });
    expect(await failureOf(again.remove(id))).toMatchObject({ failure: 'in-use', code: 409, detailId: 106 });
    await firstValueFrom(again.retire(id));
    expect((await firstValueFrom(again.get(id))).State).toBe(0);
    expect((await firstValueFrom(again.templates('olha'))).length).toBe(0);
    expect(await failureOf(again.create({ ...olha, PersNumbers: [] }))).toMatchObject({ failure: 'name-in-use' });
    expect((await as('olha.koval', 'made up')).status).toBe(401);
    const last = (await as('admin1')).agents;
    await firstValueFrom(last.remove(id));
    expect(await failureOf(last.get(id))).toMatchObject({ failure: 'not-found', code: 404, detailId: null });
  });

  it('is refused with the reason that the server gives', async () => {
    const { agents } = await as('admin1');
    expect(await failureOf(agents.create({ ...olha, Login: 'no good' }))).toMatchObject({
      ...{ failure: 'invalid-name', detailId: 101, message: expect.stringContaining('Latin letters') },
    });
    expect(await failureOf(agents.create({ ...olha, PersNumbers: ['77'] }))).toMatchObject({
      ...{ failure: 'invalid-parameters', detailId: 100, message: 'PersNumbers: there is no extension "77"' },
    });
    expect(await failureOf(agents.create({ ...olha, PersNumbers: ['1002'] }))).toMatchObject({ failure: 'in-use' });
  });

  it('creates an operator without an extension if none is given: the template keeps its own', async () => {
    const { agents } = await as('admin1');
    const id = await firstValueFrom(agents.createFrom(301, { Login: 'no.phone', Password: 'x', Details: '' }));
    expect(await firstValueFrom(agents.get(id))).toMatchObject({ PersNumbers: [] });
  });

  it('manages extensions, many at once too, and learns what became of each', async () => {
    const { extensions } = await as('admin1');
    const all = await firstValueFrom(extensions.list());
    const id = (number: string): number => all.find(({ E_Extension }) => E_Extension === number)?.E_ID ?? NaN;
    const created = await firstValueFrom(extensions.create({ E_Extension: '2001', Codecs: ['PCMA'] }));
    await firstValueFrom(extensions.change(created, { E_Description: 'new desk' }));
    expect(await firstValueFrom(extensions.get(created))).toMatchObject({
      Codecs: ['PCMA'],
      E_Description: 'new desk',
    });
    const outcomes = await firstValueFrom(
      extensions.apply({
        Deleted: [{ E_ID: created }, { E_ID: id('1001') }],
        Inserted: [
          { E_ID: -1, E_Extension: '2002' },
          { E_ID: -2, E_Extension: '1002' },
          { E_ID: id('1040'), E_Description: 'last' },
        ],
      }),
    );
    expect(outcomes).toEqual([
      { list: 'Deleted', index: 0, id: created, error: null },
      { list: 'Deleted', index: 1, id: id('1001'), error: expect.objectContaining({ failure: 'in-use' }) },
      { list: 'Inserted', index: 0, id: expect.any(Number), error: null },
      { list: 'Inserted', index: 1, id: -2, error: expect.objectContaining({ failure: 'name-in-use' }) },
      { list: 'Inserted', index: 2, id: id('1040'), error: null },
    ]);
    expect(outcomes[2]?.id).toBeGreaterThan(0);
    expect(await failureOf(extensions.get(created))).toMatchObject({ failure: 'not-found' });
  });
});

it('an operator may read nothing but the own agent', async () => {
  const { agents, extensions } = await as('agent5');
  expect(await firstValueFrom(agents.self())).toMatchObject({ ID: 305, Login: 'agent5' });
  const denied = { failure: 'no-permission', code: 403, detailId: 103 };
  expect(await failureOf(agents.list())).toMatchObject(denied);
  expect(await failureOf(agents.get(305))).toMatchObject(denied);
  expect(await failureOf(agents.change(305, { RightID: 4 }))).toMatchObject(denied);
  expect(await failureOf(extensions.batch({}))).toMatchObject(denied);
});

it('nobody reads anything without the cookie', async () => {
  const { agents, status } = await as('agent5', 'wrong');
  expect(status).toBe(401);
  expect(await failureOf(agents.self())).toMatchObject({ failure: 'unauthorised', code: 403, detailId: null });
});
