import type { Logger } from 'pino';
import { customerAt, type Customer } from '../customer/customer';
import { behaviourAt } from '../customer/dial-plan';
import type { Voice } from '../customer/voices';
import { silence } from '../media/audio-source';
import { CallAudio } from '../media/call-audio';
import type { FrameClock } from '../media/frame-clock';
import type { Line } from '../media/line';
import type { MediaAddress } from '../media/operator-media';
import { Recording } from '../media/recording';
import { busyTone, ringback } from '../media/tones';
import type { Binding } from '../sip/bindings';
import { OperatorLeg, type LegListener } from '../sip/operator-leg';
import type { CallTiming } from './call-timing';
import type { CallHandle, CallProgress, CallRequest, CustomerFailure, OperatorFailure } from './telephony';

export interface CallSurroundings {
  readonly realm: string;
  readonly media: MediaAddress;
  readonly timing: CallTiming;
  readonly recordingsDir: string;
  readonly voices: readonly Voice[];
  readonly clock: FrameClock;
  readonly log: Logger;
}

type EndedBy = Extract<CallProgress, { type: 'ended' }>['by'];

/**
 * ```
 *  ringing ─operator answers─▶ alone ─dialCustomer─▶ dialling ─answers─▶ talking
 *     │                          │                      └─busy, no answer─▶ failed
 *     │                          └─connectCustomer──────────────────────▶ talking
 *     └────────────── either side ends, from any of them ──────────────▶ over
 * ```
 */
type CallState = 'ringing' | 'alone' | 'dialling' | 'failed' | 'talking' | 'over';

/** One call: an operator's leg, a virtual customer, the sound between them and its recording. */
export class SipCall implements CallHandle {
  readonly callTraceId: string;
  /** Resolves when both legs are down and the recording is complete. */
  readonly over: Promise<void>;
  private resolveOver: () => void = () => undefined;
  private state: CallState = 'ringing';
  private readonly leg: OperatorLeg;
  private recording: Recording | undefined;
  private audio: CallAudio | undefined;
  private customer: Customer | undefined;
  private stopClock: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private heldByFarm = false;
  private heldByOperator = false;
  private muted = false;

  constructor(
    private readonly request: CallRequest,
    binding: Binding,
    private readonly around: CallSurroundings,
    line: Line,
    private readonly report: (progress: CallProgress) => void,
    private readonly log: Logger,
  ) {
    this.callTraceId = request.callTraceId;
    this.over = new Promise((resolve) => (this.resolveOver = resolve));
    const caller = { number: request.customerNumber, displayName: request.queueName };
    const { realm, media, timing } = around;
    this.leg = new OperatorLeg(binding, caller, { realm, media, line, ...timing }, this.legListener(), log);
  }

  dialCustomer(): void {
    if (this.state !== 'alone' || !this.audio) return;
    this.state = 'dialling';
    this.audio.tone = ringback();
    this.report({ type: 'customerRinging' });
    const { timing } = this.around;
    const behaviour = behaviourAt(this.request.customerNumber);
    if (behaviour === 'busy') this.after(timing.busyAfterMs, () => this.customerFailed('busy'));
    else if (behaviour === 'neverAnswers') this.after(timing.noAnswerMs, () => this.customerFailed('no-answer'));
    else this.after(timing.customerRingMs, () => this.join());
  }

  connectCustomer(): void {
    if (this.state === 'alone') this.join();
  }

  hold(): void {
    this.heldByFarm = true;
    this.applyHold();
  }

  retrieve(): void {
    this.heldByFarm = false;
    this.applyHold();
  }

  setMuted(muted: boolean): void {
    this.muted = muted;
    if (this.audio) this.audio.muted = muted;
  }

  end(): void {
    this.finish('server');
  }

  private legListener(): LegListener {
    return {
      ringing: () => this.report({ type: 'operatorRinging' }),
      answered: () => this.operatorAnswered(),
      failed: (reason, sipStatus) => this.operatorFailed(reason, sipStatus),
      digit: (digit) => this.report({ type: 'operatorDigit', digit }),
      heldByOperator: (held) => {
        this.heldByOperator = held;
        this.applyHold();
      },
      hungUp: () => this.finish('operator'),
    };
  }

  private operatorAnswered(): void {
    this.state = 'alone';
    this.recording = new Recording(this.around.recordingsDir, this.callTraceId, this.log);
    this.audio = new CallAudio(this.leg.media, this.recording);
    this.setMuted(this.muted);
    this.applyHold();
    this.stopClock = this.around.clock.onFrame(() => this.beat());
    this.report({ type: 'operatorAnswered' });
  }

  private operatorFailed(reason: OperatorFailure, sipStatus: number | undefined): void {
    this.report({ type: 'operatorFailed', reason, ...(sipStatus === undefined ? {} : { sipStatus }) });
    this.finish('server');
  }

  private join(): void {
    if (!this.audio) return;
    const { customerNumber } = this.request;
    const { voices, timing } = this.around;
    this.customer = customerAt(customerNumber, behaviourAt(customerNumber), voices, timing.hangUpAfterMs);
    this.state = 'talking';
    this.audio.join(this.customer);
    this.applyHold();
    this.report({ type: 'customerAnswered' });
  }

  private customerFailed(reason: CustomerFailure): void {
    this.state = 'failed';
    if (this.audio) this.audio.tone = reason === 'busy' ? busyTone() : silence;
    this.report({ type: 'customerFailed', reason });
    this.after(this.around.timing.failureToneMs, () => this.finish('customer'));
  }

  private applyHold(): void {
    const held = this.heldByFarm || this.heldByOperator;
    this.audio?.hold(held);
    this.customer?.setWaiting(held);
  }

  private beat(): void {
    try {
      if (!this.audio?.carry()) return this.finish('customer');
      const silentMs = performance.now() - this.leg.media.lastHeard;
      if (silentMs < this.around.timing.mediaSilenceMs || this.heldByOperator) return;
      this.log.warn({ silentMs: Math.round(silentMs) }, 'no audio from the operator any more');
      this.finish('operator');
    } catch (error) {
      // The clock is shared: one call's fault must not silence the others.
      this.log.error({ err: error }, 'call audio failed');
      this.finish('server');
    }
  }

  private after(ms: number, action: () => void): void {
    this.timer = setTimeout(action, ms);
  }

  /** Ends the call once; `ended` is told when the recording is in its place. */
  private finish(by: EndedBy): void {
    if (this.state === 'over') return;
    this.state = 'over';
    clearTimeout(this.timer);
    this.stopClock?.();
    this.leg.end();
    const recorded = this.recording?.finish() ?? Promise.resolve();
    void recorded.then(() => {
      this.report({ type: 'ended', by });
      this.resolveOver();
    });
  }
}
