import type { AgentRequest } from 'mediatel-lib/protocol';
import type { Logger } from 'pino';
import type { AgentEffect } from '../agent/agent-effect';
import type { AgentEvent, Offer, TimerName } from '../agent/agent-event';
import {
  initialAgentState,
  type AgentState,
  type CallDirection,
  type CallParticulars,
  type Operator,
} from '../agent/agent-state';
import { dueTimes } from '../agent/agent-timers';
import { bareNumber } from '../agent/phone-number';
import { predictiveQueueName } from '../agent/queue';
import { transition } from '../agent/transition';
import { inDialect } from '../agent/in-dialect';
import { type WireSnapshot, wireSnapshot } from '../agent/wire-snapshot';
import type { Cancel } from '../../server-kit';
import { SparingLog } from '../sparing-log';
import { NotStored } from '../storage/not-stored';
import type { CallHandle } from '../telephony/telephony';
import { predictiveNumbers } from './customer-directory';
import type { FarmClient } from './farm-client';
import type { FarmSetting } from './farm-setting';
import { HeldSnapshots } from './held-snapshots';
import type { Staging } from './staging';

/** One process of the farm: holds the agent machine of one operator and carries out its effects. */
export class AgentProcess {
  /** The id of the sign-in that it serves. */
  sessionId = '';
  readonly clients = new Set<FarmClient>();
  #current: AgentState = initialAgentState;
  readonly #waiting: AgentEvent[] = [];
  #working = false;
  #retired = false;
  readonly #timers = new Map<TimerName, Cancel>();
  #line: CallHandle | null = null;
  /** When the call was answered, by the monotonic clock. */
  #answered: { readonly traceId: string; readonly at: number } | null = null;
  #sent = 0;
  #predictiveCalls = 0;
  #isStuck = false;
  #onFree: (() => void) | null = null;
  readonly #snapshots: HeldSnapshots;
  readonly #log: Logger;
  /** For what the operator's browser can cause as often as it likes. */
  readonly #warnings: SparingLog;
  readonly #setting: FarmSetting;
  readonly #onLoggedIn: (process: AgentProcess, operator: Operator) => void;

  constructor(
    readonly host: string,
    readonly userId: string | null,
    readonly user: string | null,
    setting: FarmSetting,
    onLoggedIn: (process: AgentProcess, operator: Operator) => void,
  ) {
    this.#setting = setting;
    this.#onLoggedIn = onLoggedIn;
    this.#log = setting.log.child({ host });
    this.#warnings = new SparingLog(this.#log);
    this.#snapshots = new HeldSnapshots((snapshot) => this.#pass(snapshot, this.clients), setting.clock);
  }

  get state(): AgentState {
    return this.#current;
  }

  /** Sends the client the present state. */
  attach(client: FarmClient): void {
    this.#snapshots.release();
    this.clients.add(client);
    client.remoteConnect(this.host);
    this.#pass(this.#snapshotOf({ type: 'send', state: this.#current }), [client]);
    const login = this.#current.operator?.login;
    if (login !== undefined) this.#setting.watcher?.attached(login);
  }

  /** Handles a browser's request. A stuck agent ignores all but `exit`, which restarts it. */
  request(request: AgentRequest): void {
    if (this.#isStuck && request.type !== 'exit') {
      return this.#warnings.warn({ user: this.user, request: request.type }, 'agent is stuck');
    }
    this.#isStuck = false;
    if (request.type === 'makeCall') return this.#makeCall(request.phoneNumber, request.queueName);
    this.apply({ type: 'request', request });
  }

  /** Whether requests of browsers get no answer. Snapshots go on. */
  setStuck(isStuck: boolean): void {
    this.#isStuck = isStuck;
  }

  /** Handles events one after the other, including those that an effect causes. */
  apply(event: AgentEvent): void {
    if (this.#retired) return;
    this.#waiting.push(event);
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) this.#step(next);
    } finally {
      this.#working = false;
    }
    this.#checkFree();
  }

  #makeCall(phoneNumber: string, queueName: string | undefined): void {
    const particulars = this.#particulars(bareNumber(phoneNumber), 'outgoing');
    this.apply(
      particulars ? { type: 'makeCall', phoneNumber, queueName, particulars } : { type: 'notStored', what: 'makeCall' },
    );
  }

  /** Offers a call to the operator, and returns its trace id; `null` unless available, or if it can't be stored. */
  offer(offer: Omit<Offer, 'particulars'>): string | null {
    if (this.#current.phase !== 'idle') return null;
    const particulars = this.#particulars(offer.number, offer.direction);
    this.apply(
      particulars ? { type: 'offer', offer: { ...offer, particulars } } : { type: 'notStored', what: 'offer' },
    );
    return particulars?.traceId ?? null;
  }

  /** Sends one snapshot with some fields replaced or left out. The machine does not know of it. */
  stage({ overrides, without }: Staging): void {
    const left = Object.entries(this.#snapshotOf({ type: 'send', state: this.#current })).filter(
      ([field]) => !without.includes(field),
    );
    this.#pass({ ...Object.fromEntries(left), ...overrides }, this.clients);
  }

  /** Runs once the operator has neither a call nor clerical: now, or after the present one. `null` takes it back. */
  whenFree(run: (() => void) | null): void {
    this.#onFree = run;
    this.#checkFree();
  }

  /** Stops silently: it sends nothing and runs no timer afterwards. */
  retire(): void {
    this.#retired = true;
    this.#snapshots.release();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#line?.end();
    this.#setting.mirror?.ended(this.host);
  }

  #pass(snapshot: WireSnapshot, clients: Iterable<FarmClient>): void {
    for (const client of clients) client.snapshot(snapshot);
    const login = this.#current.operator?.login ?? this.user;
    if (login !== null) this.#setting.mirror?.sent(login, this.host, snapshot);
  }

  #checkFree(): void {
    if (this.#current.call !== null) return;
    const run = this.#onFree;
    this.#onFree = null;
    run?.();
  }

  #step(event: AgentEvent): void {
    const { state, effects } = transition(this.#setting.rules, this.#current, event, this.#setting.clock.now());
    if (!this.#codesStored(effects)) return this.#step({ type: 'notStored', what: 'resolutionSet' });
    if (state.phase !== this.#current.phase)
      this.#log.info({ from: this.#current.phase, to: state.phase }, 'agent state');
    const before = this.#current;
    this.#current = state;
    const { dialect } = this.#setting;
    if (dialect?.bye === 'before-clerical' && effects.some(({ type }) => type === 'end')) this.#snapshots.hold();
    for (const effect of effects) {
      // One failing effect (a full disk, a broken connection) must neither prevent the others nor stop the farm.
      try {
        this.#run(effect);
      } catch (error) {
        if (!(error instanceof NotStored)) this.#log.error({ err: error, effect: effect.type }, 'effect failed');
      }
    }
    this.#inform(event, before, state, effects);
  }

  #inform(event: AgentEvent, before: AgentState, after: AgentState, effects: readonly AgentEffect[]): void {
    const login = (after.operator ?? before.operator)?.login;
    // An effect may have ended this process: its browsers went to an earlier one, whose state did not change.
    if (login === undefined || this.#retired) return;
    const saved = effects.find((effect) => effect.type === 'saveCode');
    try {
      this.#setting.watcher?.stepped({ login, event, before, after, code: saved?.code ?? null });
    } catch (error) {
      this.#log.error({ err: error }, 'the training failed');
    }
  }

  /** Stores a code before anybody sees it as saved; `false` if it could not be stored. */
  #codesStored(effects: readonly AgentEffect[]): boolean {
    const { calls } = this.#setting;
    try {
      for (const effect of effects) {
        if (effect.type !== 'saveCode') continue;
        calls.started(effect.call, effect.operator.login);
        calls.coded(effect.traceId, effect.code, effect.at);
      }
      return true;
    } catch (error) {
      if (error instanceof NotStored) return false;
      throw error;
    }
  }

  #particulars(number: string, direction: CallDirection): CallParticulars | null {
    try {
      return this.#setting.directory.particulars(number, direction);
    } catch (error) {
      if (error instanceof NotStored) return null;
      throw error;
    }
  }

  #run(effect: AgentEffect): void {
    const { calls } = this.#setting;
    switch (effect.type) {
      case 'send': {
        return this.#snapshots.send(this.#snapshotOf(effect));
      }
      case 'loggedIn':
        return this.#onLoggedIn(this, effect.operator);
      case 'ring':
        return this.#ring(effect);
      case 'dial':
        return this.#line?.dialCustomer();
      case 'connect':
        return this.#line?.connectCustomer();
      case 'hold':
        return this.#line?.hold();
      case 'retrieve':
        return this.#line?.retrieve();
      case 'setMuted':
        return this.#line?.setMuted(effect.muted);
      case 'end':
        return this.#line?.end();
      case 'startTimer':
        return this.#startTimer(effect);
      case 'cancelTimer':
        return this.#cancelTimer(effect.timer);
      case 'predictiveWanted':
        return this.#predictiveCall();
      case 'saveStart':
        return calls.started(effect.call, effect.operator.login);
      case 'saveCode':
        // Stored already.
        return;
      case 'saveAnswer':
        this.#answered = { traceId: effect.traceId, at: this.#setting.clock.elapsed() };
        return calls.answered(effect.traceId, effect.at);
      case 'saveEnd':
        return calls.ended(effect.traceId, effect.at, effect.error?.text ?? null, this.#talkedMs(effect.traceId));
      case 'refused':
        // If no cookie is needed, the name is known only after the log-in.
        return this.#warnings.warn(
          { user: this.#current.operator?.login ?? this.user, what: effect.what, reason: effect.reason },
          'refused',
        );
    }
  }

  #talkedMs(traceId: string): number | null {
    return this.#answered?.traceId === traceId ? this.#setting.clock.elapsed() - this.#answered.at : null;
  }

  #snapshotOf({ state, transient }: Extract<AgentEffect, { type: 'send' }>) {
    const { rules, spelling, clock, dialect } = this.#setting;
    const count = this.#sent++;
    const snapshot = wireSnapshot(state, { rules, host: this.host, now: clock.now(), spelling, count, transient });
    return dialect ? inDialect(snapshot, dialect, count) : snapshot;
  }

  #ring({ call, extension }: Extract<AgentEffect, { type: 'ring' }>): void {
    const { traceId, number, direction, queue } = call;
    const request = { callTraceId: traceId, extension, customerNumber: number, direction, queueName: queue.name };
    this.#line = null;
    try {
      this.#line = this.#setting.telephony.startCall(request, (progress) => {
        this.#log.debug({ traceId, progress }, 'call progress');
        this.apply({ type: 'progress', traceId, progress });
      });
    } catch (error) {
      this.#log.error({ err: error, traceId }, 'call could not be placed');
      this.apply({ type: 'progress', traceId, progress: { type: 'operatorFailed', reason: 'media-failed' } });
    }
  }

  #startTimer({ timer, ms, due }: Extract<AgentEffect, { type: 'startTimer' }>): void {
    this.#cancelTimer(timer);
    const cancel = this.#setting.clock.schedule(ms, () => {
      this.#timers.delete(timer);
      this.apply({ type: 'timer', timer, due });
    });
    this.#timers.set(timer, cancel);
  }

  #cancelTimer(timer: TimerName): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }

  #predictiveCall(): void {
    const { operator } = this.#current;
    if (operator && this.#setting.watcher?.bringsCalls(operator.login)) return this.#predictiveLater();
    const number = predictiveNumbers[this.#predictiveCalls++ % predictiveNumbers.length] ?? predictiveNumbers[0];
    const queue = this.#setting.rules.queues.find(({ name }) => name === predictiveQueueName);
    if (queue) this.offer({ direction: 'predictive', number, queue, waitSeconds: 0 });
  }

  /** Asks again, as long as the operator stays available. */
  #predictiveLater(): void {
    const { rules } = this.#setting;
    const due = dueTimes(rules, this.#current).get('predictive');
    if (due !== undefined)
      this.#startTimer({ type: 'startTimer', timer: 'predictive', ms: rules.predictiveGapMs, due });
  }
}
