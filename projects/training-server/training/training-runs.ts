import { randomUUID } from 'node:crypto';
import { incomingQueueName, predictiveQueueName, type Queue } from '../agent/queue';
import type { AgentStep, FarmWatcher } from '../farm/farm-watcher';
import type { Scenario, TimelineEvent, TrainingRun, PushedAction } from '../../training-kit';
import type { CallRequest, Telephony } from '../telephony/telephony';
import { ActiveRun } from './active-run';
import { OwedRuns } from './owed-runs';
import { failures } from './run-event';
import type { StoredRun, TrainingNote } from './run-store';
import { ScriptedTelephony } from './scripted-telephony';
import type { FaultPorts } from './training-faults';
import type { RefusedStart, RunStart, StartOutcome } from './run-start';
import type { TrainingParts } from './training-parts';

/** What became of a note. `no-run`: the call is no run's, and nothing is kept. `not-stored`: the disk is full. */
export type NoteOutcome = 'stored' | 'no-run' | 'not-stored';

/** How many runs of a trainee are kept. */
const mostRuns = 200;
/** How long after the run's end a note still corrects its score (ms): a desk that lost its network comes back. */
const correctsMs = 15 * 60_000;
/** The most runs that a server scores because the one before it stopped. */
const mostLeft = 100;

/**
 * Plays scenarios to trainees on the real farm. A trainee has one run at a time. Every run ends as `done`, `stopped` or
 * `failed`, whatever happens.
 */
export class TrainingRuns implements FarmWatcher {
  /** What the farm calls with: calls of runs have the scenario's customers. */
  readonly telephony: Telephony;
  /** The newest run of each trainee, until it is over and scored. */
  readonly #active = new Map<string, ActiveRun>();
  /** Runs that last or await their score. What happens to others is not stored. */
  readonly #kept = new Set<ActiveRun>();
  readonly #owed: OwedRuns;
  readonly #listeners = new Set<(run: TrainingRun) => void>();
  readonly #waiting = new Map<ActiveRun, (run: TrainingRun) => void>();
  readonly #parts: TrainingParts;
  #isClosed = false;

  constructor(parts: TrainingParts) {
    this.#parts = parts;
    const { voice, clock, store } = parts;
    this.#owed = new OwedRuns(store, clock);
    this.telephony = new ScriptedTelephony(voice, clock, (request) => this.#partIn(request));
  }

  /** Starts a run. It waits until the trainee is logged in and available. */
  start({ scenario, trainee, language, startedBy }: RunStart): StartOutcome {
    const refused = this.refusalOf({ scenario, trainee, language });
    if (refused) return refused;
    const { log, clock, speak, store } = this.#parts;
    const id = randomUUID();
    const run = new ActiveRun(
      { id, scenario, trainee, startedBy, language },
      {
        ...{ clock, speak, store, faults: this.#faultPorts() },
        stateOf: (login) => this.#parts.farm().stateOf(login),
        offer: (login, offer) => this.#parts.farm().offer(login, offer),
        queueOf: (call) => this.#queueOf(call),
        changed: (changed) => this.#changed(changed),
        settled: (settled) => void this.#score(settled),
      },
    );
    this.#active.set(trainee, run);
    this.#kept.add(run);
    this.#changed(run);
    store.trim(trainee, mostRuns);
    log.info({ run: id, scenario: scenario.id, trainee, startedBy }, 'training run started');
    return { run: run.run };
  }

  /** Why a run would not start now; `null`: it would. */
  refusalOf({ scenario, trainee, language }: Omit<RunStart, 'startedBy'>): RefusedStart | null {
    if (this.#isClosed) return { refused: 'closed', message: 'The server stops' };
    if (this.#parts.extensionOf(trainee) === null)
      return { refused: 'no-such-trainee', message: `There is no operator "${trainee}"` };
    if (this.bringsCalls(trainee))
      return { refused: 'has-a-run', message: `${trainee} has a run already: stop it first` };
    if (!scenario.languages.includes(language))
      return { refused: 'not-that-language', message: `"${scenario.id}" is not spoken in "${language}"` };
    const homeless = scenario.calls.find((call) => this.#queueOf(call) === undefined);
    if (homeless) return { refused: 'no-such-queue', message: `There is no queue "${homeless.queue}"` };
    const whyMute = scenario.calls.some(({ turns }) => turns.some(({ say }) => say !== undefined))
      ? this.#parts.whyMute()
      : undefined;
    return whyMute === undefined ? null : { refused: 'no-speech', message: whyMute };
  }

  /** Ends a run; its customer hangs up. `false`: no such run lasts. */
  stop(id: string, reason: string): boolean {
    const run = this.#byId(id);
    run?.enter({ type: 'stopped', reason });
    return run !== undefined;
  }

  /** No new call comes; one that lasts goes on. `false`: no such run lasts. */
  pause(id: string): boolean {
    const run = this.#byId(id);
    run?.enter({ type: 'paused' });
    return run !== undefined;
  }

  /** Calls come again. `false`: no such run lasts. */
  resume(id: string): boolean {
    const run = this.#byId(id);
    run?.enter({ type: 'resumed' });
    return run !== undefined;
  }

  /** Something happens in the present call, now. `false`: the run has no call. */
  push(id: string, action: PushedAction): boolean {
    return this.#byId(id)?.push(action) ?? false;
  }

  /** Marks the present moment in the present or last call. `false`: the run has had no call, or is over. */
  mark(id: string, note: string, by: string): boolean {
    return this.#byId(id)?.mark(note, by) ?? false;
  }

  /** Stores what a trainee writes of a run's call; replaces an earlier note. A score that is there is corrected. */
  note(note: Omit<TrainingNote, 'writtenAt'>): NoteOutcome {
    const { traceId } = note;
    const { store, clock } = this.#parts;
    const lasting = this.#withCall(traceId);
    const ended = lasting ? null : this.#endedWith(traceId);
    if (!lasting && !ended) return 'no-run';
    const outcome = store.saveNote({ ...note, writtenAt: clock.now() }) ? 'stored' : 'not-stored';
    if (lasting) {
      // A full disk takes the note's text, not that the trainee wrote it.
      const isFirst = lasting.noteSaved(traceId);
      const stored = { run: lasting.run, scenario: lasting.facts.scenario };
      if (isFirst && lasting.isOver) this.#correct(stored, this.#kept.has(lasting) ? lasting : undefined);
    } else if (ended) this.#lateNote(ended, traceId);
    return outcome;
  }

  /** A run with its scenario, whether it lasts or is over; `null`: there is none. */
  get(id: string): StoredRun | null {
    const active = this.#byId(id);
    if (active) return { run: active.run, scenario: active.facts.scenario };
    return this.#owed.get(id) ?? this.#parts.store.get(id);
  }

  /** The runs of a trainee, the newest first. */
  of(trainee: string): TrainingRun[] {
    return this.all((login) => login === trainee);
  }

  /** The runs of the trainees for whom `covers` is true, the newest first. */
  all(covers: (trainee: string) => boolean): TrainingRun[] {
    const stored = this.#parts.store.of(covers);
    const owed = this.#owed.runs.map(({ run }) => run);
    const active = [...this.#active.values()].map(({ run }) => run);
    const newest = new Map([...stored, ...owed, ...active].map((run) => [run.id, run]));
    return [...newest.values()].filter(({ trainee }) => covers(trainee)).sort((a, b) => b.startedAt - a.startedAt);
  }

  /** What happened in a call; empty if it is no call of a run. */
  timelineOf(traceId: string): TimelineEvent[] {
    // Of a run whose trainee has the next one too: what the disk had no room for is here alone.
    const lasting = this.#withCall(traceId);
    const isKnown = lasting !== undefined && this.get(lasting.facts.id) !== null;
    return (isKnown ? lasting.timelineOf(traceId) : null) ?? this.#parts.store.timelineOf(traceId);
  }

  /** Whether a person has a run that lasts, awaits its score, or waits for room on the disk. */
  keeps(login: string): boolean {
    const runs = [...this.#kept, ...this.#owed.withCalls, ...this.#owed.runs];
    return runs.some(({ run }) => run.trainee === login);
  }

  /** Gives a person's runs and notes to another login. `false`: the disk is full. */
  rename(from: string, to: string): boolean {
    return this.#parts.store.rename(from, to);
  }

  /** Deletes a person's runs, timelines and notes; a run that lasts is stopped. `false`: the disk is full. */
  forget(login: string): boolean {
    this.#active.get(login)?.enter({ type: 'stopped', reason: 'The trainee’s data were deleted' });
    for (const run of [...this.#kept, ...this.#owed.withCalls]) {
      if (run.facts.trainee !== login) continue;
      run.forget();
      this.#drop(run);
    }
    this.#owed.forget(login);
    return this.#parts.store.forget(login);
  }

  /** Calls back with each run that changes. Returns a function that stops it. */
  onChange(listener: (run: TrainingRun) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves with a run that lasts when it is over and scored. Rejects if no such run lasts. */
  outcomeOf(id: string): Promise<TrainingRun> {
    const run = this.#byId(id);
    if (!run) return Promise.reject(new Error('no such run lasts'));
    return new Promise((resolve) => this.#waiting.set(run, resolve));
  }

  /** Ends the runs that a killed server left open, and returns their number. Call it once, at the start. */
  endLeftOpen(): number {
    return this.#parts.store.endLeftOpen(failures.server, this.#parts.clock.now());
  }

  /**
   * Scores runs that are over and have no score because the server before this one stopped. Resolves with their number.
   * Call it once, after `endLeftOpen`.
   */
  async scoreLeft(): Promise<number> {
    const { store, keeper, log } = this.#parts;
    let scored = 0;
    if (!keeper) return 0;
    for (const id of store.unscored(mostLeft)) {
      const stored = this.#isClosed ? null : store.get(id);
      if (!stored) continue;
      try {
        const known = keeper.correct(stored);
        const percent = known ? known.percent : await keeper.keep(stored);
        // Meanwhile the person may have been deleted, or a note has corrected the score.
        if (percent === null || this.#isClosed || store.get(id)?.run.percent !== null) continue;
        this.#rescored(stored, percent);
        scored++;
      } catch (error) {
        log.error({ err: error, run: id }, 'a run could not be scored');
      }
    }
    return scored;
  }

  /** Ends all runs. Call it before the farm closes. */
  close(): void {
    this.#isClosed = true;
    for (const run of this.#kept) {
      run.enter({ type: 'serverStops' });
      this.#drop(run);
    }
    this.#owed.close();
  }

  stepped(step: AgentStep): void {
    this.#active.get(step.login)?.stepped(step);
  }

  attached(login: string): void {
    this.#active.get(login)?.attached();
  }

  bringsCalls(login: string): boolean {
    const run = this.#active.get(login);
    return run !== undefined && !run.isOver;
  }

  /** Outgoing calls have the queue that the trainee dials in. */
  #queueOf({ direction, queue }: Scenario['calls'][number]): Queue | undefined {
    const name = queue ?? (direction === 'predictive' ? predictiveQueueName : incomingQueueName);
    return this.#parts.queues.find((known) => known.name === name);
  }

  #partIn(request: CallRequest) {
    for (const run of this.#active.values()) {
      if (run.extension === request.extension && !run.isOver) return run.partIn(request);
    }
    return null;
  }

  #byId(id: string): ActiveRun | undefined {
    return [...this.#active.values()].find((run) => run.facts.id === id && !run.isOver);
  }

  /** A run that lasts, awaits its score, or has a part that is not stored. */
  #withCall(traceId: string): ActiveRun | undefined {
    return [...this.#kept, ...this.#owed.withCalls].find((run) => run.hasCall(traceId));
  }

  /** A run that is over and scored, or will be by the next server. */
  #endedWith(traceId: string): StoredRun | null {
    const owed = this.#owed.runs.find(({ run }) => run.traceIds.includes(traceId));
    return owed ?? this.#parts.store.withCall(traceId);
  }

  /** A note of a run that is over: its moment is the first note's. */
  #lateNote(ended: StoredRun, traceId: string): void {
    const { store, clock } = this.#parts;
    const afterMs = clock.now() - (ended.run.endedAt ?? 0);
    if (afterMs > correctsMs || this.timelineOf(traceId).some(({ type }) => type === 'noteSaved')) return;
    if (store.saveLateNote(traceId, afterMs)) this.#correct(ended);
  }

  /** Scores a run again that has a score already. */
  #correct(stored: StoredRun, active?: ActiveRun): void {
    const percent = this.#parts.keeper?.correct(stored)?.percent ?? null;
    if (percent === null || percent === stored.run.percent) return;
    if (!active) return this.#rescored(stored, percent);
    active.scored(percent);
    this.#changed(active);
  }

  #rescored({ run, scenario }: StoredRun, percent: number): void {
    const present = { ...run, percent };
    this.#owed.save({ run: present, scenario });
    this.#show(present);
  }

  #changed(run: ActiveRun): void {
    if (!this.#kept.has(run)) return;
    if (!this.#owed.save({ run: run.run, scenario: run.facts.scenario })) run.notStored();
    this.#show(run.run);
  }

  #show(present: TrainingRun): void {
    for (const listener of this.#listeners) {
      try {
        listener(present);
      } catch (error) {
        this.#parts.log.error({ err: error }, 'a listener of training runs failed');
      }
    }
  }

  async #score(run: ActiveRun): Promise<void> {
    if (!this.#kept.has(run)) return;
    const { keeper, log } = this.#parts;
    const { id, trainee, status, reason } = run.run;
    log.info({ run: id, trainee, status, reason }, 'training run ended');
    try {
      const percent = (await keeper?.keep({ run: run.run, scenario: run.facts.scenario })) ?? null;
      // A note that came meanwhile has corrected it.
      run.scored(run.run.percent ?? percent);
      this.#changed(run);
    } catch (error) {
      log.error({ err: error, run: id }, 'a run could not be scored');
    }
    this.#drop(run);
  }

  /** The trainee may have another run by now. */
  #drop(run: ActiveRun): void {
    run.dispose();
    this.#kept.delete(run);
    this.#owed.saveCalls(run);
    this.#waiting.get(run)?.(run.run);
    this.#waiting.delete(run);
    if (this.#active.get(run.facts.trainee) === run) this.#active.delete(run.facts.trainee);
  }

  #faultPorts(): FaultPorts {
    const { voice, cut, newTraceId, clock } = this.#parts;
    return {
      degradeLine: (extension, condition) => voice.degradeLine(extension, condition),
      cut,
      setStuck: (login, isStuck) => this.#parts.farm().setStuck(login, isStuck),
      startCall: (request, onProgress) => voice.startCall(request, onProgress),
      newTraceId,
      clock,
    };
  }
}
