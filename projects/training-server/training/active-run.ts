import { type AgentState, callErrors } from '../agent/agent-state';
import { forcePause } from '../agent/pause';
import { nationalNumber } from '../agent/phone-number';
import type { Offer } from '../agent/agent-event';
import type { Queue } from '../agent/queue';
import type { AgentStep } from '../farm/farm-watcher';
import type { Cancel, Clock } from '../../server-kit';
import type {
  Scenario,
  TimelineEvent,
  TimelineRepair,
  TrainingLanguage,
  TrainingRun,
  PushedAction,
} from '../../training-kit';
import type { CallRequest } from '../telephony/telephony';
import { ActiveCall } from './active-call';
import { firstRunStep, nextRunState, type RunStep } from './next-run-state';
import { liveCallOf, presenceOf } from './presence-of';
import { failures, type RunEffect, type RunEvent } from './run-event';
import { isOver, statusOf, type RunState } from './run-state';
import type { RunStore } from './run-store';
import { prepareOpening } from './prepare-lines';
import type { Fault } from './scenario-customer';
import type { Speak } from './speak';
import { TrainingFaults, type FaultPorts } from './training-faults';

/** What identifies a run from its beginning to its end. */
export interface RunFacts {
  readonly id: string;
  readonly scenario: Scenario;
  readonly trainee: string;
  readonly startedBy: string;
  readonly language: TrainingLanguage;
}

/** What a run needs around it. */
export interface RunSurroundings {
  readonly clock: Clock;
  readonly speak: Speak;
  readonly store: Pick<RunStore, 'saveCall' | 'saveMoment'>;
  readonly faults: FaultPorts;
  readonly stateOf: (login: string) => AgentState | null;
  readonly offer: (login: string, offer: Omit<Offer, 'particulars'>) => string | null;
  /** The queue of a call; `undefined`: there is none of that name. */
  readonly queueOf: (call: Scenario['calls'][number]) => Queue | undefined;
  /** The run is another than before. */
  readonly changed: (run: ActiveRun) => void;
  /** The run is over, the recordings of its calls are complete, and its notes have come or are late. Comes last. */
  readonly settled: (run: ActiveRun) => void;
}

/** How long a run waits for a trainee who has not logged in (s): a shift. */
const longestAbsenceSeconds = 12 * 3600;
/** How long a recording may take to be complete after the run's end (s). */
const recordingSeconds = 10;
/**
 * How long a note that the scenario wants may take after the run's end (s). The saved code ends the run, and only then
 * the trainee's desk hands the note over. A later note corrects the score.
 */
const noteSeconds = 5;
/** What a customer of the queue has waited, as the desk shows it (s). */
const shownWaitSeconds = 7;

/** One run that lasts: carries out the effects of its machine. */
export class ActiveRun {
  readonly #startedAt: number;
  #endedAt: number | null = null;
  #state: RunState;
  #turn: string | null = null;
  readonly #calls: ActiveCall[] = [];
  readonly #faults: TrainingFaults;
  #cancelWait: Cancel = () => undefined;
  #cancelLimit: Cancel = () => undefined;
  #cancelNotes: Cancel = () => undefined;
  #hasCome: boolean;
  #isSettled = false;
  /** Whether the time for notes is over. */
  #isNoteLate = false;
  #percent: number | null = null;
  readonly #around: RunSurroundings;

  constructor(
    readonly facts: RunFacts,
    around: RunSurroundings,
  ) {
    this.#around = around;
    this.#startedAt = around.clock.now();
    const { trainee, scenario } = facts;
    const phone = { login: trainee, extension: () => this.extension };
    this.#faults = new TrainingFaults(phone, around.faults, (fault) => this.#last?.note({ type: 'fault', fault }));
    const presence = presenceOf(around.stateOf(trainee));
    const first = firstRunStep(scenario.calls, presence);
    this.#state = first.state;
    this.#hasCome = presence !== 'out';
    this.#limit(this.#hasCome ? scenario.limitSeconds : longestAbsenceSeconds);
    this.#prepare(0);
    this.#take(first);
  }

  get isOver(): boolean {
    return isOver(this.#state);
  }

  /** The trainee's extension now; `null`: logged out. An administrator may give them another one before they log in. */
  get extension(): string | null {
    return this.#around.stateOf(this.facts.trainee)?.operator?.extension ?? null;
  }

  get run(): TrainingRun {
    const { id, scenario, trainee, startedBy, language } = this.facts;
    return {
      ...{ id, scenario: scenario.id, trainee, startedBy, language },
      status: statusOf(this.#state),
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      call: this.#state.call,
      turn: this.#turn,
      traceIds: this.#calls.map(({ traceId }) => traceId),
      reason: this.#state.reason,
      percent: this.#percent,
    };
  }

  /** Whether it is a call of this run. */
  hasCall(traceId: string): boolean {
    return this.#calls.some((call) => call.traceId === traceId);
  }

  /** What happened in one of its calls; `null` if it is no call of this run. */
  timelineOf(traceId: string): TimelineEvent[] | null {
    return this.#calls.find((call) => call.traceId === traceId)?.events() ?? null;
  }

  enter(event: RunEvent): void {
    if (!this.isOver) this.#take(nextRunState(this.facts.scenario.calls, this.#state, event));
  }

  /** The part of a call that is placed for the trainee now; `null` if it is an ordinary call. */
  partIn({ callTraceId, direction, customerNumber }: CallRequest): ActiveCall | null {
    const { stage, isPaused, call: place } = this.#state;
    const planned = this.facts.scenario.calls[place];
    const isAwaited = direction === 'outgoing' ? stage === 'between' && !isPaused : stage === 'offering';
    if (!planned || !isAwaited || planned.direction !== direction) return null;
    if (nationalNumber(planned.customer.number) !== nationalNumber(customerNumber)) return null;
    const { speak, clock, store } = this.#around;
    const call: ActiveCall = new ActiveCall(callTraceId, planned, {
      ...{ language: this.facts.language, speak, clock, store, runId: this.facts.id },
      break: (fault) => this.#break(fault),
      entered: (turn) => this.#entered(call, turn),
      speechFailed: (error) => this.enter({ type: 'speechFailed', reason: speechReason(error) }),
      notStored: () => this.notStored(),
      recorded: () => this.#settle(),
    });
    this.#calls.at(-1)?.script.retire();
    this.#calls.push(call);
    this.enter({ type: 'callBegan', traceId: callTraceId });
    return call;
  }

  /** The trainee's agent did something. */
  stepped({ event, before, after, code }: AgentStep): void {
    const last = this.#last;
    if (last && after.phase !== before.phase) last.note({ type: 'stateChanged', phase: after.phase });
    const request = event.type === 'request' ? event.request : null;
    if (request?.type === 'exit' && this.#faults.isStuck) {
      this.#faults.restarted();
      this.#repaired('restartAgent');
    }
    const wasForced = before.phase === 'paused' && before.pauseId === forcePause.id;
    if (wasForced && request?.type === 'pause' && after.phase === 'idle') this.#repaired('endPause');
    const ended = liveCallOf(before);
    if (ended !== null && liveCallOf(after) !== ended && last?.traceId === ended) {
      last.ended(enderOf(event));
      this.enter({ type: 'callEnded', traceId: ended });
    }
    if (code && last && before.call?.traceId === last.traceId) last.codeSaved(code.ID, code.Name);
    if (event.type === 'abandoned') return this.enter({ type: 'traineeGone' });
    const presence = presenceOf(after);
    if (presence !== 'out' && !this.#hasCome) {
      this.#hasCome = true;
      this.#limit(this.facts.scenario.limitSeconds);
    }
    this.enter({ type: 'trainee', presence });
  }

  /** A browser of the trainee is connected again. */
  attached(): void {
    if (this.#faults.takeCut()) this.#repaired('reconnect');
  }

  /** Something happens now because a trainer wants it. `false`: there is no call, or this server can't make it. */
  push(action: PushedAction): boolean {
    if (this.#state.stage !== 'inCall' || !this.#last) return false;
    this.#last.script.push(action);
    return true;
  }

  /** Marks the moment in the present or last call. `false`: there was no call yet. */
  mark(note: string, by: string): boolean {
    this.#last?.note({ type: 'mark', by, note });
    return this.#last !== undefined;
  }

  /** The trainee wrote a note of one of the calls. The first one has its moment. `false`: it is not the first. */
  noteSaved(traceId: string): boolean {
    const call = this.#calls.find((each) => each.traceId === traceId);
    if (!call || call.hasNote) return false;
    call.note({ type: 'noteSaved' });
    this.#settle();
    return true;
  }

  /** Stores what the disk had no room for. `false`: it still has none. */
  storeCalls(): boolean {
    return this.#calls.map((call) => call.store()).every(Boolean);
  }

  /** Nothing of its calls is stored afterwards, whatever still happens in them. */
  forget(): void {
    for (const call of this.#calls) call.forget();
  }

  /** A part of it could not be stored. */
  notStored(): void {
    this.#noted(failures.diskFull);
  }

  scored(percent: number | null): void {
    this.#percent = percent;
  }

  get #last(): ActiveCall | undefined {
    return this.#calls.at(-1);
  }

  #take({ state, effects }: RunStep): void {
    const before = this.#state;
    this.#state = state;
    if (state.stage !== 'inCall') this.#turn = null;
    if (state.stage === 'afterCall' && before.stage === 'inCall') this.#prepare(state.call + 1);
    for (const effect of effects) this.#carryOut(effect);
    if (state !== before) this.#around.changed(this);
  }

  #carryOut(effect: RunEffect): void {
    switch (effect.type) {
      case 'wait':
        this.#cancelWait();
        this.#cancelWait = this.#schedule(effect.seconds, () => this.enter({ type: 'due' }));
        return;
      case 'cancelWait':
        return this.#cancelWait();
      case 'offer':
        // Later: the agent may be in the middle of a step, and takes no call then.
        this.#cancelWait = this.#schedule(0, () => this.#offer());
        return;
      case 'leaveCall':
        return this.#last?.leave();
      case 'over':
        return this.#end();
    }
  }

  /** The speech program may have to start first: a customer who is mute for seconds would make a greeting late. */
  #prepare(place: number): void {
    const call = this.facts.scenario.calls[place];
    if (call) prepareOpening(call, { language: this.facts.language, speak: this.#around.speak });
  }

  #offer(): void {
    const { trainee, scenario } = this.facts;
    const call = scenario.calls[this.#state.call];
    const queue = call && this.#around.queueOf(call);
    if (!queue || call.direction === 'outgoing') return;
    const { direction, customer } = call;
    const waitSeconds = direction === 'incoming' ? shownWaitSeconds : 0;
    this.#around.offer(trainee, { direction, number: customer.number, queue, waitSeconds });
    // If it was placed, `partIn` has moved the run on.
    if (this.#state.stage !== 'offering') return;
    const isDiskFull = this.#around.stateOf(trainee)?.callError?.id === callErrors.notStored.id;
    this.enter({ type: 'offerRefused', isDiskFull });
  }

  #break(fault: Fault): void {
    if (!this.#faults.begin(fault)) this.#noted(fault.type === 'cut' ? failures.noCookies : failures.diskFull);
  }

  #entered(call: ActiveCall, turn: string | null): void {
    if (turn !== null) call.note({ type: 'turn', turn });
    if (this.#state.stage !== 'inCall' || call !== this.#last) return;
    this.#turn = turn;
    this.#around.changed(this);
  }

  #repaired(action: TimelineRepair): void {
    this.#last?.note({ type: 'repair', action });
  }

  /** What the run lacks. The first reason stays. */
  #noted(reason: string): void {
    if (this.#state.reason === null) this.enter({ type: 'noted', reason });
  }

  #limit(seconds: number): void {
    this.#cancelLimit();
    this.#cancelLimit = this.#schedule(seconds, () => this.enter({ type: 'limitReached' }));
  }

  #end(): void {
    this.#endedAt = this.#around.clock.now();
    this.#cancelLimit();
    this.#faults.restore();
    for (const call of this.#calls) call.script.retire();
    // The recording of the last call is completed a moment after its end.
    this.#cancelLimit = this.#schedule(recordingSeconds, () => this.#settle(true));
    this.#cancelNotes = this.#schedule(noteSeconds, () => {
      this.#isNoteLate = true;
      this.#settle();
    });
    this.#cancelWait = this.#schedule(0, () => this.#settle());
  }

  #settle(isLate = false): void {
    const hasNotes = this.#isNoteLate || !this.#lacksNote;
    const isReady = isLate || (hasNotes && this.#calls.every(({ isRecorded }) => isRecorded));
    if (!this.isOver || this.#isSettled || !isReady) return;
    this.#isSettled = true;
    this.dispose();
    this.#around.settled(this);
  }

  /** Whether a note would be a missed one. A run that was broken off claims nothing of its last call. */
  get #lacksNote(): boolean {
    const wants = this.facts.scenario.calls.map(({ expect }) => expect.some(({ note }) => note));
    return this.#state.stage === 'done' && this.#calls.some(({ hasNote }, place) => wants[place] && !hasNote);
  }

  /** Runs no timer afterwards. */
  dispose(): void {
    this.#cancelNotes();
    this.#cancelLimit();
    this.#cancelWait();
  }

  #schedule(seconds: number, run: () => void): Cancel {
    return this.#around.clock.schedule(seconds * 1000, run);
  }
}

/** Who ended a call, by the event that ended it at Mediatel. If telephony ended it, that is known already. */
function enderOf(event: AgentStep['event']): 'operator' | 'customer' | 'server' {
  if (event.type === 'request') return 'operator';
  return event.type === 'progress' && event.progress.type === 'customerFailed' ? 'customer' : 'server';
}

const speechReason = (error: unknown): string =>
  `The customer cannot speak: ${error instanceof Error ? error.message : String(error)}`;
