import { Injectable, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { MediatelClock, Softphone } from 'mediatel-lib/ports';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { AgentActions } from '../state/agent-actions';
import { CommandOutcomes } from '../state/command-actions';
import { ConnectionActions } from '../state/connection-actions';
import {
  type CallReport,
  type SipTrace,
  afterEvent,
  afterMeasurement,
  callReport,
  newSipTrace,
  unknownReport,
} from './call-report';

/** What this tab has seen of one of Mediatel's calls. Times are monotonic ms. */
interface CallTrace {
  readonly callNumber: number;
  sip: SipTrace | null;
  holds: number;
  heldFor: number;
  heldSince: number | null;
  /** Whether this tab has seen the call from its start, without a gap. */
  isWhole: boolean;
  isHungUp: boolean;
}

/** A call is handed over at the end of its clerical, when the next one may ring already. */
const keptCalls = 3;

/** Follows calls for their reports. Starts with the effects. */
@Injectable({ providedIn: 'root' })
export class CallReports {
  readonly #clock = inject(MediatelClock);
  readonly #dispatcher = inject(CommandDispatcher);
  #calls: readonly CallTrace[] = [];
  #sip: SipTrace | null = null;

  constructor() {
    const softphone = inject(Softphone);
    const actions = inject(Actions);
    softphone.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      // A refused INVITE is of another call.
      if (!('callId' in event) || event.type === 'inviteRefused') return;
      this.#sip = afterEvent(this.#sipOf(event.callId), event);
      this.#link();
    });
    toObservable(softphone.quality)
      .pipe(takeUntilDestroyed())
      .subscribe((quality) => {
        if (quality === null) return;
        this.#sip = afterMeasurement(this.#sipOf(quality.callId), quality);
        this.#link();
      });
    actions
      .pipe(
        ofType(
          AgentActions.dialingStarted,
          AgentActions.callDelivered,
          AgentActions.callStarted,
          AgentActions.callHeld,
          AgentActions.callRetrieved,
          AgentActions.callEnded,
          ConnectionActions.disconnected,
          CommandOutcomes.commandSent,
        ),
        takeUntilDestroyed(),
      )
      .subscribe((action) => {
        this.#follow(action);
      });
  }

  /** The report of the call of this number. A call that this tab did not see has one of unknowns. */
  of(callNumber: number | null): CallReport {
    const call = this.#calls.find((trace) => trace.callNumber === callNumber);
    if (call === undefined) return unknownReport;
    const { sip, holds, heldFor, isWhole, isHungUp } = call;
    return callReport(sip, isWhole ? { count: holds, seconds: heldFor / 1000 } : null, isHungUp);
  }

  #follow(
    action:
      | ReturnType<
          (typeof AgentActions)[
            'dialingStarted' | 'callDelivered' | 'callStarted' | 'callHeld' | 'callRetrieved' | 'callEnded']
        >
      | ReturnType<typeof ConnectionActions.disconnected>
      | ReturnType<typeof CommandOutcomes.commandSent>,
  ): void {
    const call = this.#present();
    switch (action.type) {
      case ConnectionActions.disconnected.type:
        if (call !== null) call.isWhole = false;
        return;
      case CommandOutcomes.commandSent.type: {
        const { command, callNumber } = action.given;
        if (call !== null && command.name === 'hangUp' && callNumber === call.callNumber) call.isHungUp = true;
        return;
      }
    }
    const trace = this.#traceOf(action.callNumber);
    if (trace === null) return;
    if (action.origin === 'resync') trace.isWhole = false;
    if (action.type === AgentActions.callHeld.type) this.#hold(trace);
    else if (action.type === AgentActions.callRetrieved.type) this.#retrieve(trace);
    else if (action.type === AgentActions.callEnded.type) this.#retrieve(trace);
    this.#link();
  }

  #hold(trace: CallTrace): void {
    trace.holds += 1;
    trace.heldSince ??= this.#clock.monotonic();
  }

  #retrieve(trace: CallTrace): void {
    if (trace.heldSince === null) return;
    trace.heldFor += this.#clock.monotonic() - trace.heldSince;
    trace.heldSince = null;
  }

  /** The trace of Mediatel's present call, its clerical included; `null` if there is none. */
  #present(): CallTrace | null {
    return this.#traceOf(this.#dispatcher.context().agent.callNumber);
  }

  #traceOf(callNumber: number | null): CallTrace | null {
    if (callNumber === null) return null;
    const known = this.#calls.find((trace) => trace.callNumber === callNumber);
    if (known !== undefined) return known;
    const trace = { callNumber, sip: null, holds: 0, heldFor: 0, heldSince: null, isWhole: true, isHungUp: false };
    this.#calls = [...this.#calls, trace].slice(-keptCalls);
    return trace;
  }

  /** The trace of this SIP call. Its first event may be any: a tab may join during a call, and events may be nested. */
  #sipOf(callId: string): SipTrace {
    if (this.#sip?.callId === callId) return this.#sip;
    // A late word of an earlier call may have come in between.
    return this.#calls.find(({ sip }) => sip?.callId === callId)?.sip ?? newSipTrace(callId);
  }

  /** Gives the present SIP call's trace to Mediatel's present call. A later call gets none of it. */
  #link(): void {
    const sip = this.#sip;
    if (sip === null) return;
    const owner = this.#calls.find((trace) => trace.sip?.callId === sip.callId);
    const { call } = this.#dispatcher.context().softphone;
    const target = owner ?? (call?.callId === sip.callId ? this.#present() : null);
    if (target !== null && (target.sip === null || target.sip.callId === sip.callId)) target.sip = sip;
  }
}
