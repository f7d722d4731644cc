import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { signIn } from './cli/sign-in';
import { Meddler, type Meddling } from './meddler.fixture';
import { FarmLine } from './observe/farm-line';
import { headersOf } from './observe/headers';
import { nothingSeen } from './observe/observations';
import { type ProbeReport, probe } from './probe';
import type { ProbeOptions } from './probe-options';
import type { Dialect } from '../server-kit';
import {
  FakeTelephony,
  type TrainingServer,
  createSipTelephony,
  newAccounts,
  readConfig,
  sipRealm,
  startTrainingServer,
} from '../training-server';

const log = pino({ level: 'silent' });

/** A training server with real SIP and real audio, whose customers answer at once. */
export class ProbedServer {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'probed-'));
  readonly #meddlers: Meddler[] = [];
  #running: TrainingServer | null = null;
  #voice: { isRegistered(extension: string): boolean } | null = null;

  /** `hasVoice`: with SIP and audio; without them it starts faster. Or a voice of the caller's. */
  async start(
    env: Record<string, string> = {},
    dialect?: Dialect,
    hasVoice: boolean | FakeTelephony = true,
  ): Promise<this> {
    const file = join(this.#dataDir, 'dialect.json');
    if (dialect) writeFileSync(file, JSON.stringify({ format: 'mediatel-probe', version: 1, dialect }));
    const config = readConfig({
      PORT: '0',
      DATA_DIR: this.#dataDir,
      APP_DIR: this.#dataDir,
      CLERICAL_SECONDS: '1',
      ...(dialect ? { DIALECT: file } : {}),
      ...env,
    });
    const { expiresSeconds: expires, resumption } = config.dialect.sip ?? {};
    const own = hasVoice instanceof FakeTelephony ? hasVoice : new FakeTelephony();
    const voice =
      hasVoice === true
        ? createSipTelephony({
            accounts: newAccounts(),
            recordingsDir: join(this.#dataDir, 'recordings'),
            log,
            publicAddress: '127.0.0.1',
            customerRingMs: 100,
            ...(resumption === undefined ? {} : { resumption }),
            sessionRefreshMs: config.sessionRefreshSeconds * 1000,
            sip: { auth: config.auth, ...(expires === undefined ? {} : { maxExpiresS: expires }) },
          })
        : own;
    this.#voice = voice;
    this.#running = await startTrainingServer(config, { voice, log });
    return this;
  }

  get url(): string {
    return `${this.#running?.url.startsWith('https') ? 'https' : 'http'}://127.0.0.1:${this.#running?.port}`;
  }

  /** The address of a proxy that changes one thing. */
  async meddled(meddling: Meddling): Promise<string> {
    const meddler = new Meddler(this.url, meddling);
    this.#meddlers.push(meddler);
    return meddler.start();
  }

  /** Closes the proxies; the server goes on. */
  async endMeddling(): Promise<void> {
    await Promise.all(this.#meddlers.splice(0).map((meddler) => meddler.close()));
  }

  async close(): Promise<void> {
    await this.endMeddling();
    await this.#running?.close();
    rmSync(this.#dataDir, { recursive: true });
  }

  /** What a probe of an operator may do here. */
  async options(changes: Partial<ProbeOptions> = {}, url = this.url, login = 'agent1'): Promise<ProbeOptions> {
    const accounts = newAccounts();
    const account = accounts.findByLogin(login);
    if (!account) throw new Error(`no account ${login}`);
    const { extension, sipLogin, sipPassword } = account;
    const password = accounts.phonePassword(account);
    return {
      url,
      sip: `${url.replace(/^http/, 'ws')}/ws`,
      recordings: url,
      origin: url,
      cookie: await signIn(`${this.url}/api/session`, this.url, login, password),
      account: { user: login, password, extension },
      sipAccount: { login: sipLogin, password: sipPassword, realm: sipRealm },
      pauseId: null,
      call: null,
      stun: null,
      watchSeconds: 0,
      patienceMs: 2000,
      ...changes,
    };
  }

  /** The operator's resumed calls meet a fault, as often as a probe may try; 0 ends it. */
  async failResumption(options: ProbeOptions, resumption: string, times = 10): Promise<void> {
    const response = await fetch(`${this.url}/api/faults`, {
      method: 'POST',
      headers: { ...headersOf(options), origin: this.url, 'content-type': 'application/json' },
      body: JSON.stringify({ agent: options.account?.user, resumption, times }),
    });
    if (response.status !== 204) throw new Error(`the fault is not planned: ${response.status}`);
  }

  /** How many operators and calls the server has. */
  async health(): Promise<{ readonly operators: number; readonly calls: number }> {
    const response = await fetch(`${this.url}/healthz`);
    return response.json() as Promise<{ operators: number; calls: number }>;
  }

  isRegistered(extension: string): boolean {
    return this.#voice?.isRegistered(extension) ?? false;
  }

  /** An operator's desk with the same cookie: logged in. */
  async desk(options: ProbeOptions): Promise<FarmLine> {
    const line = new FarmLine(
      nothingSeen({ login: null, extension: null, hasCookie: true, asksExpiresSeconds: 0 }),
      () => performance.now(),
    );
    await line.open(options.url, headersOf(options), options.patienceMs, 'connect');
    const isIdle = (fields: Readonly<Record<string, unknown>>): boolean => fields['state'] === 'STATE_IDLE';
    await line.request('login', { type: 'login', ...options.account }, isIdle, options.patienceMs);
    return line;
  }
}

/** A call to the customer who echoes, with the code 4. */
export const oneCall = {
  number: '0661234505',
  queue: 'DM_Banks_ManualCalls',
  codeId: '4',
  clericalSeconds: 3,
  talkMs: 400,
  renewal: false,
};

/** The same, and it is then taken to other pages. */
export const renewedCall = { ...oneCall, renewal: true };

/** Probes to the end. */
export const probed = (options: ProbeOptions): Promise<ProbeReport> => probe(options, new AbortController().signal);

/** The claims that differ, with their details. */
export const differing = ({ rows }: ProbeReport): readonly string[] =>
  rows.filter(({ verdict }) => verdict === 'differs').map(({ claim, detail }) => `${claim.id}: ${detail}`);
