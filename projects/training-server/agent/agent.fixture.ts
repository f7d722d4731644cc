import type { AgentRequest } from 'mediatel-lib/protocol';
import type { CallProgress } from '../telephony/telephony';
import { newAccounts } from '../accounts';
import { authenticator } from '../authenticate';
import type { AgentEffect } from './agent-effect';
import type { AgentEvent, Offer, TimerName } from './agent-event';
import type { AgentRules } from './agent-rules';
import { initialAgentState, type AgentState, type CallParticulars } from './agent-state';
import { dueTimes } from './agent-timers';
import { trainingPauses } from './pause';
import { trainingQueues, type Queue } from './queue';
import { transition } from './transition';
import { wireSnapshot, type WireSnapshot } from './wire-snapshot';

export const rules: AgentRules = {
  authenticate: authenticator(newAccounts()),
  queues: trainingQueues,
  pauses: trainingPauses,
  clericalMs: 60_000,
  predictiveGapMs: 5000,
  callLimitMs: 3_600_000,
  inviteAt: 'request',
};

export const login: Extract<AgentRequest, { type: 'login' }> = {
  type: 'login',
  user: 'agent1',
  password: 'training',
  extension: '1001',
};

export const queueNamed = (name: string): Queue => {
  const queue = trainingQueues.find((known) => known.name === name);
  if (!queue) throw new Error(`no queue ${name}`);
  return queue;
};

export const particulars = (traceId: string): CallParticulars => ({
  traceId,
  customerId: '39553609',
  history: [{ MCC_SAMPLEID: '39553609' }],
  screenPop: 'javascript:window.external.CRMNavigate("CustomerCard","Customer","http://crm.example/1",false);',
});

/** The machine for tests: applies events one after the other and keeps the results of the last one. */
export class AgentUnderTest {
  state: AgentState = initialAgentState;
  effects: readonly AgentEffect[] = [];
  at = 1_700_000_000_000;
  #traces = 0;
  readonly #own: AgentRules;

  constructor(own: AgentRules = rules) {
    this.#own = own;
  }

  apply(event: AgentEvent): this {
    const step = transition(this.#own, this.state, event, this.at);
    this.state = step.state;
    this.effects = step.effects;
    return this;
  }

  request(request: Exclude<AgentRequest, { type: 'makeCall' }>): this {
    return this.apply({ type: 'request', request });
  }

  logIn(): this {
    return this.apply({ type: 'request', request: login });
  }

  makeCall(phoneNumber = '0661234501', queueName?: string): this {
    return this.apply({ type: 'makeCall', phoneNumber, queueName, particulars: particulars(String(++this.#traces)) });
  }

  offer(direction: Offer['direction'] = 'incoming', queue = queueNamed('IN_Support')): this {
    const offer = {
      direction,
      number: '0501112233',
      queue,
      waitSeconds: 7,
      particulars: particulars(String(++this.#traces)),
    };
    return this.apply({ type: 'offer', offer });
  }

  progress(...reports: CallProgress[]): this {
    const traceId = this.state.call?.traceId ?? '-';
    for (const progress of reports) this.apply({ type: 'progress', traceId, progress });
    return this;
  }

  /** Leads to an outgoing call in which both talk. */
  talk(queueName?: string): this {
    this.logIn().makeCall('0661234501', queueName);
    return this.progress({ type: 'operatorAnswered' }, { type: 'customerRinging' }, { type: 'customerAnswered' });
  }

  /** Advances the time until the timer is due, and fires it. */
  fire(timer: TimerName): this {
    const due = dueTimes(this.#own, this.state).get(timer);
    if (due === undefined) throw new Error(`no timer ${timer} in ${this.state.phase}`);
    this.at = due;
    return this.apply({ type: 'timer', timer, due });
  }

  /** The wire states of the snapshots that the last event sent. */
  get sent(): string[] {
    return this.snapshots.map((snapshot) => String(snapshot['state']));
  }

  get snapshots(): WireSnapshot[] {
    return this.effects.flatMap((effect) =>
      effect.type === 'send' ? [this.snapshot(effect.state, effect.transient)] : [],
    );
  }

  snapshot(state = this.state, transient?: Extract<AgentEffect, { type: 'send' }>['transient']): WireSnapshot {
    const setting = {
      rules: this.#own,
      host: 'farm-1',
      now: this.at,
      spelling: 'documented',
      count: 0,
      transient,
    } as const;
    return wireSnapshot(state, setting);
  }

  /** What the last event wants done besides sending, saving and timers, in order, between the snapshots. */
  get done(): string[] {
    const silent = ['saveStart', 'saveAnswer', 'saveEnd', 'saveCode', 'startTimer', 'cancelTimer', 'refused'];
    return this.effects.filter(({ type }) => !silent.includes(type)).map(({ type }) => type);
  }
}
