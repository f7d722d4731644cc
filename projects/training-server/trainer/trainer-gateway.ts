import {
  type Refused,
  type StartOutcome,
  type ToTrainerEvents,
  type TrainerFrame,
  type TrainerOutcome,
  type TrainerRefusal,
  type TrainingRun,
  trainingNamespaces,
} from '../../training-kit';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { SparingLog, TokenBuckets } from '../../server-kit';
import { type Wanted, type WantedName, decodeWanted, wantedNames } from './decode-wanted';
import type { TrainerPage } from './ears';
import type { TrainingParts } from './training-parts';

type Trainers = Namespace<DefaultEventsMap, ToTrainerEvents, DefaultEventsMap, TrainerPage>;
type TrainerSocket = Socket<DefaultEventsMap, ToTrainerEvents, DefaultEventsMap, TrainerPage>;

/** A trainer's requests a second, from all pages together. No person makes more. */
const requestsPerSecond = 5;
const requestsAtOnce = 30;
const longestPageId = 64;

type Answers = {
  readonly [Name in WantedName]: (page: TrainerPage, wanted: Wanted<Name>) => object | Promise<object>;
};

const outcome = (refusal: TrainerRefusal | null): TrainerOutcome =>
  refusal === null ? { outcome: 'done' } : { outcome: 'refused', reason: refusal };

/** The trainers' side: a picture of all trainees first, then what changes; and what trainers request. */
export class TrainerGateway {
  readonly #trainers: Trainers;
  readonly #runs = new Map<string, TrainingRun>();
  #earsChanged = false;
  readonly #buckets: TokenBuckets;
  readonly #warnings: SparingLog;
  readonly #parts: TrainingParts;
  readonly #answers: Answers;

  constructor(parts: TrainingParts) {
    this.#parts = parts;
    this.#answers = this.#makeAnswers();
    this.#trainers = parts.io.of(trainingNamespaces.trainer);
    this.#buckets = new TokenBuckets(requestsPerSecond, requestsAtOnce, () => parts.clock.elapsed());
    this.#warnings = new SparingLog(parts.log);
    this.#trainers.use((socket, next) => {
      const login = parts.identityOf(socket.request)?.username;
      if (login === undefined || !parts.isTrainer(login)) return next(new Error('not-a-trainer'));
      const page: unknown = socket.handshake.auth['page'];
      const isId = typeof page === 'string' && page.length > 0 && page.length <= longestPageId;
      socket.data = { trainer: login, page: isId ? page : socket.id };
      next();
    });
    this.#trainers.on('connection', (socket) => this.#accept(socket));
  }

  runChanged(run: TrainingRun): void {
    this.#runs.set(run.id, run);
  }

  earsChanged(): void {
    this.#earsChanged = true;
  }

  /** Sends the trainers what changed since the last frame. Nobody gets more than the newest of each. */
  sendFrame(): void {
    // The next trainer gets a picture of everything first.
    if (this.#trainers.sockets.size === 0) return this.#runs.clear();
    const { desks, ears, clock, trainees } = this.#parts;
    const changed = desks.takeChanged(trainees());
    const runs = [...this.#runs.values()];
    this.#runs.clear();
    const frame: TrainerFrame = {
      at: clock.now(),
      ...(changed.length > 0 ? { desks: changed } : {}),
      ...(runs.length > 0 ? { runs } : {}),
      ...(this.#earsChanged ? { ears: ears.all() } : {}),
    };
    this.#earsChanged = false;
    if (Object.keys(frame).length > 1) this.#trainers.emit('frame', frame);
  }

  dismissFormer(): void {
    for (const socket of this.#trainers.sockets.values())
      if (!this.#parts.isTrainer(socket.data.trainer)) socket.disconnect(true);
  }

  #accept(socket: TrainerSocket): void {
    const page = socket.data;
    const { desks, ears, runs, clock, trainees } = this.#parts;
    const bucket = this.#buckets.of(page.trainer);
    socket.use((_event, next) => {
      if (bucket.take()) return next();
      this.#warnings.warn({ trainer: page.trainer }, 'trainer sent too many requests');
      socket.disconnect(true);
    });
    for (const name of wantedNames) {
      socket.on(name, (wanted: unknown, done: unknown) => {
        if (typeof done === 'function') void this.#answer(name, page, wanted).then((answer) => void done(answer));
      });
    }
    socket.on('disconnect', (reason) => ears.trainerLost(page, reason === 'client namespace disconnect'));
    ears.trainerBack(page);
    socket.emit('picture', {
      at: clock.now(),
      trainees: trainees(),
      desks: trainees().map((trainee) => desks.of(trainee)),
      runs: trainees().flatMap(({ login }) => runs.newest(login) ?? []),
      ears: ears.all(),
    });
  }

  async #answer<Name extends WantedName>(name: Name, page: TrainerPage, value: unknown): Promise<object> {
    const wanted = decodeWanted(name, value);
    if (!wanted) return outcome('invalid');
    try {
      return await this.#answers[name](page, wanted);
    } catch (error) {
      this.#parts.log.error({ err: error, request: name, trainer: page.trainer }, 'a trainer’s request failed');
      return outcome('failed');
    }
  }

  #makeAnswers(): Answers {
    const { ears, runs, log } = this.#parts;
    const logged = (name: string, trainer: string, run: string, refusal: TrainerRefusal | null): TrainerOutcome => {
      log.info({ trainer, run, refusal }, `trainer: ${name}`);
      return outcome(refusal);
    };
    return {
      start: ({ trainer }, wanted) => this.#start(trainer, wanted),
      stop: ({ trainer }, { run }) => logged('stop', trainer, run, runs.stop(run, trainer)),
      pause: ({ trainer }, { run }) => logged('pause', trainer, run, runs.pause(run)),
      resume: ({ trainer }, { run }) => logged('resume', trainer, run, runs.resume(run)),
      push: ({ trainer }, { run, action }) => logged('push', trainer, run, runs.push(run, action)),
      mark: ({ trainer }, { run, note }) => logged('mark', trainer, run, runs.mark(run, note, trainer)),
      openEar: (page, { trainee, mode }) => ears.open(page, trainee, mode),
      answerEar: (page, { ear, answer }) => ears.answer(page, ear, answer),
      closeEar: (page, { ear }) => ears.close(page, ear),
    };
  }

  #start(trainer: string, { trainees, ...wanted }: Wanted<'start'>): StartOutcome | Refused {
    const known = new Set(this.#parts.trainees().map(({ login }) => login));
    const runs: TrainingRun[] = [];
    const refused: { trainee: string; reason: TrainerRefusal }[] = [];
    for (const trainee of new Set(trainees)) {
      const started = known.has(trainee)
        ? this.#parts.runs.start({ ...wanted, trainee, startedBy: trainer })
        : 'unknown-trainee';
      if (typeof started === 'string') refused.push({ trainee, reason: started });
      else runs.push(started);
    }
    this.#parts.log.info({ trainer, scenario: wanted.scenario, runs: runs.length, refused }, 'trainer: start');
    return { outcome: 'started', runs, refused };
  }
}
