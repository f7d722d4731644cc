import type { AgentRequest, KnownAgentCommand, KnownAgentState } from 'mediatel-lib/protocol';
import { type WireSnapshot, wireSnapshot } from '../fakes/wire-snapshot';
import type { CallAtMediatel, TestCall } from './test-call';

/** What happens at Mediatel after a request, in order: a snapshot, an INVITE to the phone, the end of the SIP call. */
export type AgentEffect = 'snapshot' | 'invite' | 'bye';

/** Why a call failed, as `callErrorID` and `callErrorText`. */
export interface CallError {
  readonly id: string;
  readonly text: string;
}

const firstTrace = 1_185_574_264;
/** Where the server's clock begins (ms). */
const serverStart = 1_000_000;
const forcePauseId = '99';

/** The operator's agent at Mediatel: answers requests by the rules of docs/protocol.md. */
export class FakeAgent {
  /** The state on the wire. */
  state: KnownAgentState = 'STATE_LOGOUT';
  /** The present call; `null` for none. */
  call: CallAtMediatel | null = null;
  /** Commands that Mediatel does not allow, whatever the state. */
  readonly forbidden = new Set<KnownAgentCommand>();
  #calls = 0;
  #since = 0;
  #muted = false;
  #predictive = false;
  #codes = 0;
  #error: CallError | null = null;
  #pauseId = '0';
  #wantedPauseId: string | null = null;

  /** The present snapshot. `now` in ms of the test's clock; `fields` replace its own. */
  snapshot(now: number, fields: WireSnapshot = {}): WireSnapshot {
    const usual = wireSnapshot(this.state, {
      ...this.#callFields(),
      ...(this.#error && { callErrorID: this.#error.id, callErrorText: this.#error.text }),
      pauseId: this.state === 'STATE_PAUSE' ? this.#pauseId : '0',
      predictiveStatus: this.#predictive ? '1' : '0',
      serverTime: serverStart + now,
      time: serverStart + this.#since,
    });
    const allowed = usual['availableCommand'] as readonly KnownAgentCommand[];
    return { ...usual, availableCommand: allowed.filter((command) => !this.forbidden.has(command)), ...fields };
  }

  /** Goes to a state. `now` in ms of the test's clock. */
  move(state: KnownAgentState, now: number, error: CallError | null = null): void {
    this.state = state;
    this.#since = now;
    this.#error = error;
  }

  /** Begins a call. `hasInvite`: whether the phone gets an INVITE. */
  begin(direction: CallAtMediatel['direction'], given: TestCall, hasInvite = true): CallAtMediatel {
    this.#calls += 1;
    this.#muted = false;
    this.#codes = 0;
    this.call = {
      number: '0661234501',
      queue: 'DM_MFO_1',
      customerId: '39553609',
      callTraceID: String(firstTrace + this.#calls - 1),
      fields: {},
      ...given,
      direction,
      sipCallId: hasInvite ? `test-call-${this.#calls}` : null,
    };
    return this.call;
  }

  /** After the call and its clerical: available, or on the wanted pause. */
  free(now: number, error: CallError | null = null): void {
    this.call = null;
    const pauseId = this.#wantedPauseId;
    this.#wantedPauseId = null;
    this.#pauseId = pauseId ?? '0';
    this.move(pauseId === null ? 'STATE_IDLE' : 'STATE_PAUSE', now, error);
  }

  /** On Force Pause, after a call that the phone did not answer. */
  forcePause(now: number, error: CallError): void {
    this.#wantedPauseId = forcePauseId;
    this.free(now, error);
  }

  /** Answers a request. `now` in ms of the test's clock. Requests out of turn change nothing, as at Mediatel. */
  answer(request: AgentRequest, now: number): readonly AgentEffect[] {
    switch (request.type) {
      case 'login':
        this.free(now);
        return ['snapshot'];
      case 'logout':
      case 'exit':
        this.call = null;
        this.move('STATE_LOGOUT', now);
        return ['snapshot', 'bye'];
      case 'makeCall': {
        const { phoneNumber: number, queueName: queue } = request;
        this.begin('outgoing', { number, ...(queue !== undefined && { queue }) });
        this.move('STATE_MAKECALL_REQUEST', now);
        return ['snapshot', 'invite'];
      }
      case 'closeCall':
        if (this.call === null || this.state === 'STATE_CLERICAL') return ['snapshot'];
        if (this.state === 'STATE_MAKECALL_REQUEST') this.free(now);
        else this.move('STATE_CLERICAL', now);
        return ['snapshot', 'bye'];
      case 'pause':
        return this.#pause(String(request.id), now);
      case 'predictive':
        this.#predictive = !this.#predictive;
        return ['snapshot'];
      case 'holdCall':
        if (this.state === 'STATE_CALL_ACTIVE') this.move('STATE_HOLD', now);
        return ['snapshot'];
      case 'retrieveCall':
        if (this.state === 'STATE_HOLD') this.move('STATE_CALL_ACTIVE', now);
        return ['snapshot'];
      case 'muteCall':
        this.#muted = !this.#muted;
        return ['snapshot'];
      case 'resolutionSet':
        if (this.state === 'STATE_CLERICAL') this.#codes += 1;
        return [];
      default:
        // A host's extra request: the test answers it by `snapshot()`.
        return [];
    }
  }

  /** Ends clerical once its codes are set. Returns whether it did. */
  endClerical(now: number): boolean {
    if (this.state !== 'STATE_CLERICAL' || this.#codes === 0) return false;
    this.free(now);
    return true;
  }

  #pause(id: string, now: number): readonly AgentEffect[] {
    this.#wantedPauseId = id === '0' ? null : id;
    if (this.call === null) this.free(now);
    return ['snapshot'];
  }

  #callFields(): WireSnapshot {
    const { call } = this;
    if (call === null) return {};
    const isKnown = this.state !== 'STATE_MAKECALL_REQUEST';
    return {
      ani: call.number,
      callCustomerID: isKnown ? call.customerId : '-1',
      callTraceID: isKnown ? call.callTraceID : '-1',
      callType: call.direction === 'outgoing' ? '3' : '1',
      queueId: '9',
      queueName: call.queue,
      mute: this.#muted ? 1 : 0,
      ...call.fields,
    };
  }
}
