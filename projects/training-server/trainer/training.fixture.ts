import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import { type EarMode, type TrainingRun, trainingNamespaces, trainingSocketPath } from '../../training-kit';
import { ManualClock } from '../../server-kit';
import { WorkBudgets } from '../work-budget';
import type { EarEvents } from '../telephony/ear';
import type { EarLine, EarLines } from './ear-line';
import type { RunWanted, TrainerRuns } from './trainer-runs';
import { TrainingSocket } from './training-socket';

/** An ear's sound that records what is done with it. */
class FakeEar implements EarLine {
  readonly done: string[] = [];
  /** Whether the next step fails. */
  fails = false;

  constructor(
    readonly extension: string,
    readonly mode: EarMode,
    readonly events: EarEvents,
    /** The offer waits for it. */
    readonly ready: Promise<void>,
  ) {}

  async createOffer(): Promise<string> {
    await this.ready;
    return this.fails ? Promise.reject(new Error('no sound')) : Promise.resolve(`offer for ${this.extension}`);
  }

  acceptAnswer(sdp: string): Promise<void> {
    this.done.push(sdp);
    return this.fails ? Promise.reject(new Error('bad answer')) : Promise.resolve();
  }

  close(): void {
    this.done.push('close');
  }
}

class FakeEars implements EarLines {
  readonly opened: FakeEar[] = [];
  fails = false;
  ready = Promise.resolve();

  openEar(extension: string, { mode }: { mode: EarMode }, events: EarEvents): EarLine {
    const ear = new FakeEar(extension, mode, events, this.ready);
    ear.fails = this.fails;
    this.opened.push(ear);
    return ear;
  }

  get last(): FakeEar {
    const ear = this.opened.at(-1);
    if (!ear) throw new Error('no ear was opened');
    return ear;
  }
}

/** Runs that begin when they are started and end when they are stopped. */
class FakeRuns implements TrainerRuns {
  readonly done: unknown[] = [];
  readonly #runs = new Map<string, TrainingRun>();
  readonly #listeners = new Set<(run: TrainingRun) => void>();

  start({ scenario, trainee, language, startedBy }: RunWanted) {
    if (scenario !== 'hold-and-return') return 'unknown-scenario';
    if (this.newest(trainee)?.status === 'waiting') return 'busy';
    const run: TrainingRun = {
      ...{
        id: `run-${this.#runs.size + 1}`,
        scenario,
        trainee,
        startedBy,
        language,
        status: 'waiting',
        startedAt: 1000,
      },
      ...{ endedAt: null, call: 0, turn: null, traceIds: [], reason: null, percent: null },
    };
    this.#change(run);
    return run;
  }

  stop(id: string, by: string) {
    return this.#to(id, { status: 'stopped', reason: by });
  }

  pause(id: string) {
    return this.#to(id, { status: 'paused' });
  }

  resume(id: string) {
    return this.#to(id, { status: 'playing' });
  }

  push(id: string, action: object) {
    this.done.push(action);
    return this.#to(id, {});
  }

  mark(id: string, note: string, by: string) {
    this.done.push({ note, by });
    return this.#to(id, {});
  }

  newest(trainee: string): TrainingRun | null {
    return [...this.#runs.values()].findLast((run) => run.trainee === trainee) ?? null;
  }

  onChange(listener: (run: TrainingRun) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #to(id: string, change: Partial<TrainingRun>) {
    const run = this.#runs.get(id);
    if (!run) return 'unknown-run';
    this.#change({ ...run, ...change });
    return null;
  }

  #change(run: TrainingRun): void {
    this.#runs.set(run.id, run);
    for (const listener of this.#listeners) listener(run);
  }
}

const trainees = [
  { login: 'agent1', name: 'Olena Kovalenko', extension: '1001' },
  { login: 'agent2', name: 'Andriy Shevchenko', extension: '1002' },
];

/** The endpoint on a port of its own. The header `x-user` stands for the cookie. */
export class TrainingUnderTest {
  readonly ears = new FakeEars();
  readonly runs = new FakeRuns();
  readonly clock = new ManualClock();
  readonly registered = new Set(['1001', '1002']);
  readonly trainers = new Set(['trainer1', 'trainer2']);
  readonly #sockets: Socket[] = [];
  readonly #server: Server;
  readonly training: TrainingSocket;

  constructor() {
    this.training = new TrainingSocket({
      lines: this.ears,
      runs: this.runs,
      trainees: () => trainees,
      nameOf: (login) => `Name of ${login}`,
      isTrainer: (login) => this.trainers.has(login),
      isReachable: (extension) => this.registered.has(extension),
      messagesPerSecond: 100,
      budgets: new WorkBudgets(100),
      clock: this.clock,
      log: pino({ level: 'silent' }),
    });
    this.#server = createServer();
    this.#server.on('upgrade', (request, socket, head) => {
      const username = String(request.headers['x-user']);
      this.training.handleUpgrade(request, socket, head, { username, userId: '1', sessionId: '' });
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  connect(side: keyof typeof trainingNamespaces, user: string, page?: string): Socket {
    const { port } = this.#server.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}${trainingNamespaces[side]}`, {
      path: trainingSocketPath,
      transports: ['websocket'],
      multiplex: false,
      reconnection: false,
      extraHeaders: { 'x-user': user },
      ...(page === undefined ? {} : { auth: { page } }),
    });
    this.#sockets.push(socket);
    return socket;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.disconnect();
    await this.training.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The next event of a socket. */
export const next = <Data>(socket: Socket, event: string): Promise<Data> =>
  new Promise((resolve) => socket.once(event, resolve));
