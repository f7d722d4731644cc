import type { Logger } from 'pino';
import { behaviourAt } from '../customer/dial-plan';
import type { Binding } from '../sip/bindings';
import type { OperatorFailure } from '../sip/operator-failure';
import { OperatorLeg, type LegListener } from '../sip/operator-leg';
import type { CallSound, SoundEvent, Sounds } from './call-sound';
import type { CallTiming } from './call-timing';
import type { CallHandle, CallProgress, CallRequest, CustomerFailure } from './telephony';

export interface CallSurroundings {
  readonly realm: string;
  readonly timing: CallTiming;
  readonly sounds: Sounds;
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
  private readonly sound: CallSound;
  private timer: NodeJS.Timeout | undefined;
  private heldByFarm = false;
  private heldByOperator = false;

  constructor(
    private readonly request: CallRequest,
    binding: Binding,
    private readonly around: CallSurroundings,
    private readonly report: (progress: CallProgress) => void,
    private readonly log: Logger,
  ) {
    this.callTraceId = request.callTraceId;
    this.over = new Promise((resolve) => (this.resolveOver = resolve));
    const caller = { number: request.customerNumber, displayName: request.queueName };
    const { realm, timing, sounds } = around;
    this.sound = sounds.open(request, (event) => this.heard(event));
    this.leg = new OperatorLeg(binding, caller, { realm, ...timing }, this.sound, this.legListener(), log);
  }

  dialCustomer(): void {
    if (this.state !== 'alone') return;
    this.state = 'dialling';
    this.sound.play('ringback');
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
    this.sound.mute(muted);
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
    this.sound.begin();
    this.report({ type: 'operatorAnswered' });
  }

  private operatorFailed(reason: OperatorFailure, sipStatus: number | undefined): void {
    this.report({ type: 'operatorFailed', reason, ...(sipStatus === undefined ? {} : { sipStatus }) });
    this.finish('server');
  }

  private join(): void {
    this.state = 'talking';
    this.sound.join();
    this.report({ type: 'customerAnswered' });
  }

  private customerFailed(reason: CustomerFailure): void {
    this.state = 'failed';
    this.sound.play(reason === 'busy' ? 'busy' : 'silence');
    this.report({ type: 'customerFailed', reason });
    this.after(this.around.timing.failureToneMs, () => this.finish('customer'));
  }

  private applyHold(): void {
    this.sound.hold(this.heldByFarm || this.heldByOperator, this.heldByOperator);
  }

  private heard(event: SoundEvent): void {
    switch (event.what) {
      case 'digit':
        return this.state === 'over' ? undefined : this.report({ type: 'operatorDigit', digit: event.digit });
      case 'pathChanged':
        return this.leg.pathChanged(event.state);
      case 'customerHungUp':
        return this.finish('customer');
      case 'operatorSilent':
        this.log.warn({ silentMs: event.silentMs }, 'no audio from the operator any more');
        return this.finish('operator');
      case 'failed':
        return this.finish('server');
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
    this.leg.end();
    void this.sound.finish().then(() => {
      this.report({ type: 'ended', by });
      this.resolveOver();
    });
  }
}
