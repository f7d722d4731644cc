import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type {
  DeskView,
  EarMode,
  EarView,
  PushedAction,
  StartWanted,
  TraineeView,
  TrainerEvents,
  TrainerFrame,
  TrainerOutcome,
  TrainerPicture,
  TrainerRefusal,
  TrainingRun,
} from '../../training-kit';
import { newestRuns } from './newest-runs';
import { TrainingLine } from './training-line';

/** Why a trainer's request did nothing: the server's reason, or that there is no connection to it. */
export type LinkRefusal = TrainerRefusal | 'not-connected';
/** The outcome of a request that has nothing to return. */
export type LinkOutcome = TrainerOutcome | NotConnected;
interface NotConnected {
  readonly outcome: 'refused';
  readonly reason: 'not-connected';
  readonly by?: string;
}
/** The server's answer to a request. */
type Answer<Name extends keyof TrainerEvents> = Parameters<Parameters<TrainerEvents[Name]>[1]>[0] | NotConnected;
const notConnected: NotConnected = { outcome: 'refused', reason: 'not-connected' };

const byKey = <T, K extends keyof T>(items: readonly T[], key: K): ReadonlyMap<T[K], T> =>
  new Map(items.map((item) => [item[key], item]));

/** A trainer's connection: all trainees live, and the requests to the server. */
@Injectable()
export class TrainerLink {
  readonly #connected = signal(false);
  readonly #trainees = signal<readonly TraineeView[]>([]);
  readonly #desks = signal<ReadonlyMap<string, DeskView>>(new Map());
  readonly #runs = signal<ReadonlyMap<string, TrainingRun>>(new Map());
  readonly #ears = signal<readonly EarView[]>([]);
  readonly #loaded = signal(false);
  readonly #now = signal(Date.now());
  /** The server's clock less this browser's (ms). */
  #offset = 0;

  readonly connected = this.#connected.asReadonly();
  /** Whether the first picture has come. */
  readonly loaded = this.#loaded.asReadonly();
  readonly trainees = this.#trainees.asReadonly();
  readonly ears = this.#ears.asReadonly();
  /** The server's time, each second: milliseconds since the epoch. */
  readonly now = this.#now.asReadonly();
  /** The same at any moment. */
  readonly serverNow = (): number => Date.now() + this.#offset;
  readonly desk = (login: string) => computed(() => this.#desks().get(login) ?? noDesk(login));
  /** The newest run of a trainee. */
  readonly run = (login: string) => computed(() => this.#runs().get(login) ?? null);
  readonly #line: TrainingLine;

  constructor() {
    this.#line = new TrainingLine('trainer', {
      connected: (isConnected) => this.#connected.set(isConnected),
      heard: (event, data) => {
        if (event === 'picture') this.#show(data as TrainerPicture);
        else if (event === 'frame') this.#change(data as TrainerFrame);
      },
    });
    const timer = setInterval(() => this.#now.set(this.serverNow()), 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.#line.close();
    });
  }

  start(wanted: StartWanted): Promise<Answer<'start'>> {
    return this.#ask('start', wanted);
  }

  change(what: 'stop' | 'pause' | 'resume', run: string): Promise<LinkOutcome> {
    return this.#ask(what, { run });
  }

  push(run: string, action: PushedAction): Promise<LinkOutcome> {
    return this.#ask('push', { run, action });
  }

  mark(run: string, note: string): Promise<LinkOutcome> {
    return this.#ask('mark', { run, note });
  }

  openEar(trainee: string, mode: EarMode): Promise<Answer<'openEar'>> {
    return this.#ask('openEar', { trainee, mode });
  }

  answerEar(ear: string, answer: string): Promise<LinkOutcome> {
    return this.#ask('answerEar', { ear, answer });
  }

  closeEar(ear: string): Promise<LinkOutcome> {
    return this.#ask('closeEar', { ear });
  }

  async #ask<Name extends keyof TrainerEvents>(
    event: Name,
    wanted: Parameters<TrainerEvents[Name]>[0],
  ): Promise<Answer<Name>> {
    return ((await this.#line.ask(event, wanted)) as Answer<Name> | null) ?? notConnected;
  }

  #show({ at, trainees, desks, runs, ears }: TrainerPicture): void {
    this.#setTime(at);
    this.#trainees.set(trainees);
    this.#desks.set(byKey(desks, 'login'));
    this.#runs.set(byKey(runs, 'trainee'));
    this.#ears.set(ears);
    this.#loaded.set(true);
  }

  #change({ at, desks, runs, ears }: TrainerFrame): void {
    this.#setTime(at);
    if (desks) this.#desks.update((all) => new Map([...all, ...byKey(desks, 'login')]));
    if (runs) this.#runs.update((all) => newestRuns(all, runs));
    if (ears) this.#ears.set(ears);
  }

  #setTime(at: number): void {
    this.#offset = at - Date.now();
    this.#now.set(at);
  }
}

const noDesk = (login: string): DeskView => ({ login, snapshot: null, reachable: false, watchable: false });
