import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { hubNamespaces, hubPath } from 'mediatel-lib/hub-protocol';
import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import { readConfig } from './config';
import { ManualClock } from '../server-kit';
import { startTrainingServer, type ServerDependencies, type TrainingServer, type VoiceSide } from './server';
import { FakeTelephony } from './telephony/fake-telephony';
import { trainingNamespaces, trainingSocketPath } from '../training-kit';

type Fields = Readonly<Record<string, unknown>>;

/** A browser's connection for tests. Every wait is for an event. */
export class TestSocket {
  readonly seen: { readonly event: string; readonly data: Fields }[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(readonly socket: Socket) {
    for (const event of ['connect', 'disconnect', 'connect_error']) {
      socket.on(event, (reason: unknown) => this.#note(event, { reason }));
    }
    socket.onAny((event: string, data: Fields) => this.#note(event, data));
  }

  send(data: unknown): void {
    this.socket.emit('data', data);
  }

  /** The first event, past or future, that fits. One event satisfies one wait. */
  async next(event: string, fits: (data: Fields) => boolean = () => true): Promise<Fields> {
    for (;;) {
      const at = this.seen.findIndex((entry) => entry.event === event && fits(entry.data));
      if (at >= 0) return this.seen.splice(0, at + 1).at(-1)?.data ?? {};
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  state(name: string): Promise<Fields> {
    return this.next('data', (snapshot) => snapshot['state'] === name);
  }

  #note(event: string, data: Fields = {}): void {
    this.seen.push({ event, data });
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** A whole server on a free port, with a fake voice side and a clock that the test sets. */
export class ServerUnderTest {
  readonly voice = new FakeTelephony();
  readonly clock = new ManualClock();
  readonly dataDir = mkdtempSync(join(tmpdir(), 'training-'));
  readonly appDir = join(this.dataDir, 'app');
  readonly recordingsDir = join(this.dataDir, 'recordings');
  readonly logged: string[] = [];
  readonly #sockets: Socket[] = [];
  #running: TrainingServer | undefined;

  start(env: Record<string, string> = {}, voice: VoiceSide = this.voice): Promise<this> {
    return this.#start(env, { clock: this.clock, voice });
  }

  /** Starts with real SIP, real sound and the machine's own clock. */
  startReal(env: Record<string, string> = {}): Promise<this> {
    return this.#start(env, {});
  }

  async #start(env: Record<string, string>, parts: ServerDependencies): Promise<this> {
    mkdirSync(this.appDir, { recursive: true });
    mkdirSync(this.recordingsDir, { recursive: true });
    const config = readConfig({ PORT: '0', DATA_DIR: this.dataDir, APP_DIR: this.appDir, ...env });
    const lines = new Writable({
      write: (line: Buffer, _encoding, done) => {
        this.logged.push(line.toString());
        done();
      },
    });
    const log = pino({ level: 'debug' }, lines);
    this.#running = await startTrainingServer(config, { ...parts, log });
    return this;
  }

  /** Stops the server but keeps its data, for a restart. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets.splice(0)) socket.disconnect();
    await this.#running?.close();
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#running?.port}`;
  }

  fetch(path: string, options: RequestInit & { cookie?: string } = {}): Promise<Response> {
    const { cookie, ...init } = options;
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown, cookie?: string): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method: 'POST', body: JSON.stringify(body), headers, cookie });
  }

  /** Signs in and returns the cookie as a request header. */
  async signIn(login: string, earlier?: string): Promise<string> {
    const response = await this.post('/api/session', { login, password: 'training' }, earlier);
    return response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  }

  connect(cookie?: string, headers: Record<string, string> = {}): TestSocket {
    return this.#open('', '/mediatel/socket.io', cookie, headers);
  }

  /** Connects to the supervisor hub, as an operator's tab or as a board. */
  connectHub(side: keyof typeof hubNamespaces, cookie?: string, headers: Record<string, string> = {}): TestSocket {
    return this.#open(hubNamespaces[side], hubPath, cookie, headers);
  }

  /** Connects as a trainer's page or as a trainee's tab. */
  connectTraining(
    side: keyof typeof trainingNamespaces,
    cookie?: string,
    headers: Record<string, string> = {},
  ): TestSocket {
    return this.#open(trainingNamespaces[side], trainingSocketPath, cookie, headers);
  }

  #open(namespace: string, path: string, cookie: string | undefined, headers: Record<string, string>): TestSocket {
    const socket = io(`${this.url}${namespace}`, {
      path,
      transports: ['websocket'],
      multiplex: false,
      reconnection: false,
      extraHeaders: { ...headers, ...(cookie ? { cookie } : {}) },
    });
    this.#sockets.push(socket);
    return new TestSocket(socket);
  }
}
