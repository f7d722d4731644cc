import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { type TraineeView, type TrainingRun, trainingSocketPath } from '../../training-kit';
import type { Clock, Identity } from '../../server-kit';
import { guardLine } from '../socket/engine-guard';
import { SparingLog } from '../sparing-log';
import type { WorkBudgets } from '../work-budget';
import { Desks } from './desks';
import type { EarLines } from './ear-line';
import { Ears } from './ears';
import { TraineeGateway } from './trainee-gateway';
import { TrainerGateway } from './trainer-gateway';
import type { TrainerRuns } from './trainer-runs';

/** Milliseconds between frames: many snapshots become one message, and a trainer's page is at most so much behind. */
const frameMs = 100;
/** Bytes. A larger message ends the sender's connection. An SDP answer has about 3 kB. */
const largestMessage = 65_536;

export interface TrainingSocketParts {
  readonly lines: EarLines;
  readonly runs: TrainerRuns;
  readonly trainees: () => readonly TraineeView[];
  readonly nameOf: (login: string) => string;
  readonly isTrainer: (login: string) => boolean;
  readonly isReachable: (extension: string) => boolean;
  readonly messagesPerSecond: number;
  readonly budgets: WorkBudgets;
  readonly clock: Clock;
  readonly log: Logger;
}

type EngineRequest = Parameters<Server['engine']['handleRequest']>[0];

/**
 * The Socket.IO endpoint of trainers' pages and trainees' tabs.
 *
 * It does not listen itself: requests are passed to it after their cookie and Origin were checked.
 */
export class TrainingSocket {
  /** Gets what operators' desks get. */
  readonly desks: Desks;
  readonly #io: Server;
  readonly #ears: Ears;
  readonly #tabs: TraineeGateway;
  readonly #trainers: TrainerGateway;
  readonly #identities = new WeakMap<IncomingMessage, Identity>();
  readonly #stops: readonly (() => void)[];

  constructor(parts: TrainingSocketParts) {
    const { clock, log, runs, trainees } = parts;
    this.#io = new Server({
      path: trainingSocketPath,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: largestMessage,
      perMessageDeflate: false,
      pingInterval: 5_000,
      pingTimeout: 5_000,
      connectTimeout: 10_000,
    });
    this.#io.attach(createServer());
    const cuts = new SparingLog(log);
    this.#io.engine.on('connection', (line: Socket['conn']) => {
      const user = this.#identities.get(line.request)?.username;
      guardLine(line, parts.messagesPerSecond, { user, budget: parts.budgets.of(user) }, cuts);
    });
    const find = (login: string) => trainees().find((trainee) => trainee.login === login);
    this.desks = new Desks(({ login, extension }) => ({
      reachable: parts.isReachable(extension),
      watchable: tabs.isOpen(login),
    }));
    this.#ears = new Ears({
      lines: parts.lines,
      extensionOf: (login) => find(login)?.extension ?? null,
      nameOf: parts.nameOf,
      isWatchable: (login) => tabs.isOpen(login),
      changed: (trainee) => {
        tabs.tell(trainee);
        trainers.earsChanged();
      },
      clock,
      log,
    });
    const shared = {
      io: this.#io,
      identityOf: (request: IncomingMessage) => this.#identities.get(request) ?? null,
      isTrainer: parts.isTrainer,
      trainees,
      desks: this.desks,
      ears: this.#ears,
      runs,
      clock,
      log,
    };
    const tabs = (this.#tabs = new TraineeGateway(shared));
    const trainers = (this.#trainers = new TrainerGateway(shared));
    const runChanged = (run: TrainingRun): void => {
      tabs.tell(run.trainee);
      trainers.runChanged(run);
    };
    this.#stops = [runs.onChange(runChanged), clock.every(frameMs, () => trainers.sendFrame())];
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    this.#io.engine.handleRequest(request as EngineRequest, response);
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity: Identity): void {
    this.#identities.set(request, identity);
    this.#io.engine.handleUpgrade(request as EngineRequest, socket, head);
  }

  /** Accounts have changed: those who are no trainers and no trainees any more are disconnected. */
  dismissFormer(): void {
    this.#trainers.dismissFormer();
    this.#tabs.dismissFormer();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#ears.closeAll();
    await this.#io.close();
  }
}
