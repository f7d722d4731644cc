import { ApplicationRef, DestroyRef, Injectable, Injector, inject } from '@angular/core';
import { type Action, Store } from '@ngrx/store';
import type { OperatorCredentials } from 'mediatel-lib/ports';
import type { AgentPhase, AgentRequest, CallCode, KnownAgentCommand } from 'mediatel-lib/protocol';
import {
  AgentSession,
  CallDrafts,
  CommandActions,
  type CommandContext,
  type MediatelCall,
  selectCall,
  selectCommandContext,
} from 'mediatel-lib/store';
import { take } from 'rxjs';
import { FakeAgentConnection } from '../fakes/fake-agent-connection';
import { FakeClock } from '../fakes/fake-clock';
import { FakeSoftphone } from '../fakes/fake-softphone';
import type { WireSnapshot } from '../fakes/wire-snapshot';
import { type AgentEffect, type CallError, FakeAgent } from './fake-agent';
import type { CallAtMediatel, CallFailure, TestCall } from './test-call';

/** How long (ms) each step takes on the fake clock: as long as the primary action ignores presses. */
const stepMs = 500;

const noAnswerHere: CallError = { id: '-223', text: 'No Answer from agent' };
const callerGaveUp: CallError = { id: '-228', text: 'The caller hung up before the answer' };
const failures: Readonly<Record<CallFailure, CallError>> = {
  busy: { id: '-224', text: 'Customer is busy' },
  'no-answer': { id: '-225', text: 'No answer from customer' },
  'invalid-number': { id: '-226', text: 'The number cannot be dialled' },
};

/**
 * Drives the phone in a test: plays Mediatel, the phone server and the customer, and gives the operator's commands.
 *
 * `provideMediatelTesting` provides it. It answers each request as Mediatel does, also those that the desk or the host's own
 * code sends, so that a test sees the next state. Each step sends INVITE, snapshot and BYE in Mediatel's order, renders what
 * changed, and takes 500 ms of the fake clock. No step waits.
 *
 * Throws an `Error` for a step that makes no sense in the present state, for a failed sign-in, and for a command that was
 * refused. What Mediatel sends while the link is lost never arrives; `linkReturns()` brings the present snapshot.
 */
@Injectable()
export class PhoneDriver {
  /** The time. Each step moves it by 500 ms. */
  readonly clock = inject(FakeClock);
  /** The connection to Mediatel, with the sent requests. */
  readonly connection = inject(FakeAgentConnection);
  /** The phone itself, for what this class has no step for. */
  readonly softphone = inject(FakeSoftphone);
  readonly #app = inject(ApplicationRef);
  readonly #injector = inject(Injector);
  readonly #agent = new FakeAgent();
  /** What Mediatel has received and not answered yet. `connect`: the page opened the connection. */
  readonly #received: (AgentRequest | 'connect')[] = [];
  #answers = true;
  #isStepping = false;
  #isDestroyed = false;

  constructor() {
    this.connection.openings.subscribe(() => this.#receive('connect'));
    this.connection.requests.subscribe((request) => this.#receive(request));
    inject(DestroyRef).onDestroy(() => (this.#isDestroyed = true));
  }

  /** The present call as the library sees it; `null` for none. */
  get call(): MediatelCall | null {
    return this.#select(selectCall);
  }

  /** What the operator is doing, as the library sees it. */
  get phase(): AgentPhase {
    return this.#context.agent.phase;
  }

  /** The operator signs in, connects and logs in: available. */
  async signIn(credentials?: OperatorCredentials): Promise<void> {
    const failure = await this.#injector.get(AgentSession).trySignIn(credentials);
    if (failure !== null) {
      throw new Error(`the sign-in failed: ${failure === 'superseded' ? 'another one followed' : failure.reason}`);
    }
    this.#step(() => undefined);
  }

  /** The operator logs out of Mediatel and signs out. */
  async signOut(): Promise<void> {
    const refusal = await this.#injector.get(AgentSession).signOut();
    if (refusal !== null) throw new Error(`the sign-out was refused: ${refusal.reason}`);
    this.#step(() => undefined);
  }

  /** A customer calls. The phone answers by itself, unless `autoAnswer` is `never`. `talk()` connects both. */
  callComesIn(call: TestCall = {}): void {
    this.#needState('STATE_IDLE', 'a call reaches only an available operator');
    this.#step((now) => {
      this.#agent.begin('incoming', call);
      this.#agent.move('STATE_CALL_DELIVERED', now);
      this.#carryOut(['invite', 'snapshot']);
    });
  }

  /** The operator calls a number: Mediatel dials. `queue`: one of the operator's queues; by default Mediatel's choice. */
  callGoesOut({ number = '0661234501', queue = null }: { number?: string; queue?: string | null } = {}): void {
    this.#give(CommandActions.makeCall({ phoneNumber: number, queueName: queue }));
  }

  /** The operator answers a ringing call by hand. */
  answer(): void {
    const { call } = this.#context.softphone;
    if (call === null || this.softphone.answered.includes(call.callId)) throw new Error('no call rings at the phone');
    this.#give(CommandActions.answer());
  }

  /** The called customer's phone rings. */
  customerRings(): void {
    this.#needState('STATE_MAKECALL_REQUEST', 'no customer is being called');
    this.#move('STATE_CALL_DELIVERED');
  }

  /** Operator and customer talk, and hear each other. */
  talk(): void {
    const { sipCallId } = this.#needCall();
    if (sipCallId === null || !this.softphone.answered.includes(sipCallId)) {
      throw new Error('the phone has not answered: call answer() first');
    }
    if (this.#agent.state === 'STATE_MAKECALL_REQUEST') this.customerRings();
    this.#needState('STATE_CALL_DELIVERED', 'the call waits for nobody');
    this.#move('STATE_CALL_ACTIVE');
    const heard = { audibility: 'heard', reason: null } as const;
    this.softphone.prove({ outgoing: heard, incoming: heard, received: true });
  }

  /** The called customer can't be reached: busy, no answer, or a number that can't be dialled. */
  callFails(why: CallFailure = 'busy'): void {
    const { direction } = this.#needLiveCall();
    if (direction === 'incoming' || !['STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED'].includes(this.#agent.state)) {
      throw new Error(`no customer is being called: Mediatel is in ${this.#agent.state}`);
    }
    const error = failures[why];
    if (this.#agent.state === 'STATE_MAKECALL_REQUEST' && why !== 'invalid-number') this.customerRings();
    this.#step((now) => {
      if (why === 'invalid-number') {
        this.#agent.move('STATE_MAKECALL_FAILED', now, error);
        this.#carryOut(['snapshot', 'bye']);
        this.#agent.free(now, error);
        this.#carryOut(['snapshot']);
      } else {
        this.#agent.move('STATE_CLERICAL', now, error);
        this.#carryOut(['snapshot', 'bye']);
      }
    });
  }

  /** Mediatel delivers a call that never reaches the phone, and puts the operator on Force Pause. */
  callIsMissed(call: TestCall = {}): void {
    this.#needState('STATE_IDLE', 'a call reaches only an available operator');
    this.#step((now) => {
      this.#agent.begin('incoming', call, false);
      this.#agent.move('STATE_CALL_DELIVERED', now);
      this.#carryOut(['snapshot']);
    });
    this.#step((now) => {
      this.#agent.forcePause(now, noAnswerHere);
      this.#carryOut(['snapshot']);
    });
  }

  /** The operator hangs up: after-call work begins. A call whose customer does not ring yet is only cancelled. */
  hangUp(): void {
    this.#give(CommandActions.hangUp());
  }

  /** The customer hangs up: after-call work begins. A customer who hangs up a ringing call gives up. */
  customerHangsUp(): void {
    this.#needLiveCall();
    this.#step((now) => {
      if (this.#agent.state === 'STATE_CALL_DELIVERED') this.#agent.free(now, callerGaveUp);
      else this.#agent.move('STATE_CLERICAL', now);
      this.#carryOut(['snapshot', 'bye']);
    });
  }

  /** The operator puts the customer on hold. */
  hold(): void {
    this.#give(CommandActions.hold());
  }

  /** The operator talks to the customer on hold again. */
  retrieve(): void {
    this.#give(CommandActions.retrieve());
  }

  /** The operator mutes or unmutes the own microphone. */
  mute(muted = true): void {
    this.#give(CommandActions.setMuted({ muted }));
  }

  /** The operator saves a call code, by its name or id, with a note: available again, or on the next pause. */
  saveCode(code: string, note = ''): void {
    const { knownCallTraceID: callTraceID, callNumber, availableCallCodes } = this.#context.agent;
    const found = availableCallCodes.find(({ id, name }) => id === code || name === code);
    if (!found) throw new Error(`no call code “${code}”; the call has ${listed(availableCallCodes)}`);
    if (note !== '') this.#injector.get(CallDrafts).changeCall({ callTraceID, callNumber }, { note });
    this.#give(CommandActions.saveCallCodes({ callTraceID, callNumber, codeIds: [found.id] }));
  }

  /** Mediatel ends the after-call work, because its time is over. */
  afterCallEnds(): void {
    this.#needState('STATE_CLERICAL', 'there is no after-call work');
    this.#step((now) => {
      this.#agent.free(now);
      this.#carryOut(['snapshot']);
    });
  }

  /** The operator takes a pause, by its name or id; during a call, the pause after it. */
  pause(reason: string): void {
    const { pauseList } = this.#context.agent;
    const found = pauseList.find(({ id, name }) => id === reason || name === reason);
    if (!found) throw new Error(`no pause “${reason}”; Mediatel offers ${listed(pauseList)}`);
    this.#give(CommandActions.takePause({ pauseId: found.id }));
  }

  /** The operator ends the pause. */
  endPause(): void {
    this.#give(CommandActions.endPause());
  }

  /** The connection to Mediatel breaks. A call's sound goes on. */
  loseLink(): void {
    this.#needLink();
    this.#step(() => this.connection.disconnect());
  }

  /** The connection to Mediatel is back, with the present snapshot. */
  linkReturns(): void {
    if (this.connection.state().status !== 'unreachable')
      throw new Error('the link is not lost: call loseLink() first');
    this.#step(() => this.#connect());
  }

  /** Mediatel no longer allows these commands, whatever the state: the library refuses them. */
  forbid(...commands: readonly KnownAgentCommand[]): void {
    for (const command of commands) this.#agent.forbidden.add(command);
    this.#step(() => this.#send());
  }

  /** Mediatel allows these commands again. */
  allow(...commands: readonly KnownAgentCommand[]): void {
    for (const command of commands) this.#agent.forbidden.delete(command);
    this.#step(() => this.#send());
  }

  /** From now on Mediatel takes requests and answers none; after `commandTimeout` the command is unanswered. */
  ignoreRequests(): void {
    this.#answers = false;
  }

  /** Mediatel answers requests again. It never answers those that it ignored. */
  answerRequests(): void {
    this.#answers = true;
  }

  /** Mediatel sends the present snapshot once more. `fields` replace its own, by their names on the wire, this once. */
  snapshot(fields: WireSnapshot = {}): void {
    this.#needLink();
    this.#step(() => this.#send(fields));
  }

  /** Time passes (ms): the library's timers fire, and the page shows it. */
  wait(milliseconds: number): void {
    this.#app.tick();
    this.clock.advance(milliseconds);
    this.#drain();
    this.#app.tick();
  }

  get #context(): CommandContext {
    return this.#select(selectCommandContext);
  }

  /** Reads the store at once. The store is injected late: this class exists before the host's store does. */
  #select<T>(selector: (state: object) => T): T {
    let value: T | undefined;
    this.#injector
      .get<Store<object>>(Store)
      .select(selector)
      .pipe(take(1))
      .subscribe((selected) => (value = selected));
    return value as T;
  }

  /** Gives a command of the operator and lets Mediatel answer it. */
  #give(action: Action): void {
    const { commands, link } = this.#context;
    // The library's effects load with the sign-in. Without them nobody hears the command.
    if (link.session.status !== 'signedIn') throw new Error('nobody is signed in: await signIn() first');
    const before = commands.lastRefusal;
    this.#step(() => this.#injector.get(Store).dispatch(action));
    const { lastRefusal } = this.#context.commands;
    if (lastRefusal !== null && lastRefusal !== before) {
      throw new Error(`${lastRefusal.command} was refused: ${lastRefusal.refusal.reason}`);
    }
  }

  #move(state: CallState): void {
    this.#step((now) => {
      this.#agent.move(state, now);
      this.#carryOut(['snapshot']);
    });
  }

  #needCall(): CallAtMediatel {
    const { call } = this.#agent;
    if (call === null) throw new Error(`there is no call: Mediatel is in ${this.#agent.state}`);
    return call;
  }

  #needLiveCall(): CallAtMediatel {
    const call = this.#needCall();
    if (this.#agent.state === 'STATE_CLERICAL') throw new Error('the call is over: Mediatel is in STATE_CLERICAL');
    return call;
  }

  #needLink(): void {
    if (this.connection.state().status !== 'connected') throw new Error('there is no link to Mediatel');
  }

  #needState(state: FakeAgent['state'], otherwise: string): void {
    if (this.#agent.state !== state) throw new Error(`${otherwise}: Mediatel is in ${this.#agent.state}`);
  }

  #receive(received: AgentRequest | 'connect'): void {
    if (received !== 'connect' && !this.#answers) return;
    this.#received.push(received);
    // The library must have noted what it sent before the answer comes.
    if (!this.#isStepping) {
      queueMicrotask(() => {
        if (this.#received.length > 0 && !this.#isDestroyed) this.#step(() => undefined);
      });
    }
  }

  /** Lets something happen, answers what it made the library request, and renders both. */
  #step(act: (now: number) => void): void {
    this.#isStepping = true;
    try {
      act(this.clock.monotonic());
      this.#drain();
    } finally {
      this.#isStepping = false;
    }
    this.wait(stepMs);
  }

  #drain(): void {
    for (let next = this.#received.shift(); next !== undefined; next = this.#received.shift()) {
      if (next === 'connect') this.#connect();
      else this.#carryOut(this.#agent.answer(next, this.clock.monotonic()));
    }
    if (this.#agent.endClerical(this.clock.monotonic())) this.#send();
  }

  #carryOut(effects: readonly AgentEffect[]): void {
    for (const effect of effects) {
      if (effect === 'snapshot') this.#send();
      else if (effect === 'bye') this.softphone.end('server', 'Bye');
      else if (this.#agent.call?.sipCallId) this.softphone.invite(this.#agent.call.sipCallId, this.#agent.call.number);
    }
  }

  #connect(): void {
    this.connection.connect();
    // The library reads the connection's state, a signal, at the next rendering.
    this.#app.tick();
    this.#send();
  }

  #send(fields: WireSnapshot = {}): void {
    if (this.connection.state().status !== 'connected') return;
    this.connection.receive(this.#agent.snapshot(this.clock.monotonic(), fields));
  }
}

type CallState = 'STATE_CALL_DELIVERED' | 'STATE_CALL_ACTIVE';

const listed = (entries: readonly CallCode[] | readonly { readonly name: string }[]): string =>
  entries.map(({ name }) => `“${name}”`).join(', ') || 'none';
