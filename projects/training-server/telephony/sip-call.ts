import type { Logger } from 'pino';
import { behaviourAt } from '../customer/dial-plan';
import type { Binding } from '../sip/bindings';
import { OperatorLeg, type LegListener } from '../sip/operator-leg';
import type { ResumptionFaults } from '../sip/resumption-faults';
import type { CallSound, SoundEvent, Sounds } from './call-sound';
import type { CallTiming } from './call-timing';
import { nextCallState, type CallEffect, type CallEvent, type CallState, type EndedBy } from './next-call-state';
import { RunningScript } from './running-script';
import { fromShared } from './shared-clock';
import type { CallHandle, CallProgress, CallRequest, CustomerVoice } from './telephony';

export interface CallSurroundings {
  readonly realm: string;
  readonly timing: CallTiming;
  readonly sounds: Sounds;
  readonly faults: ResumptionFaults;
}

const behaviours = { answers: 'talks', busy: 'busy', neverAnswers: 'neverAnswers' } as const;

/** One call: an operator's leg, a virtual customer, the sound between them and its recording. */
export class SipCall implements CallHandle {
  readonly callTraceId: string;
  /** Resolves when both legs are down and the recording is complete. */
  readonly over: Promise<void>;
  #resolveOver: () => void = () => undefined;
  #state: CallState = 'ringing';
  readonly #leg: OperatorLeg;
  readonly #sound: CallSound;
  readonly #script: RunningScript | undefined;
  #timer: NodeJS.Timeout | undefined;
  #heldByFarm = false;
  #heldByOperator = false;
  readonly #request: CallRequest;
  readonly #around: CallSurroundings;
  readonly #report: (progress: CallProgress) => void;
  readonly #log: Logger;

  constructor(
    request: CallRequest,
    binding: Binding,
    around: CallSurroundings,
    report: (progress: CallProgress) => void,
    log: Logger,
  ) {
    this.#request = request;
    this.#around = around;
    this.#report = report;
    this.#log = log;
    this.callTraceId = request.callTraceId;
    this.over = new Promise((resolve) => (this.#resolveOver = resolve));
    const caller = { number: request.customerNumber, displayName: request.queueName };
    const { realm, timing, sounds, faults } = around;
    const { callTraceId, extension, customerNumber, customer } = request;
    const wanted = { callTraceId, extension, customerNumber, scripted: customer !== undefined };
    this.#sound = sounds.open(wanted, (event) => this.#heard(event));
    this.#leg = new OperatorLeg(binding, caller, { realm, faults, ...timing }, this.#sound, this.#legListener(), log);
    if (customer) this.#script = new RunningScript(customer, this.#voice(), log);
  }

  dialCustomer(): void {
    const { customer, customerNumber } = this.#request;
    this.#enter({
      type: 'dialCustomer',
      behaviour: customer ? behaviours[customer.dialled] : behaviourAt(customerNumber),
    });
  }

  connectCustomer(): void {
    this.#enter({ type: 'connectCustomer' });
  }

  hold(): void {
    this.#heldByFarm = true;
    this.#applyHold();
  }

  retrieve(): void {
    this.#heldByFarm = false;
    this.#applyHold();
  }

  setMuted(muted: boolean): void {
    this.#sound.mute(muted);
  }

  end(): void {
    this.#enter({ type: 'ended', by: 'server' });
  }

  #voice(): CustomerVoice {
    return {
      say: (samples) => this.#sound.say(samples),
      hush: () => this.#sound.hush(),
      setGone: (gone) => this.#sound.setGone(gone),
      hangUp: () => (this.#state === 'talking' ? this.#sound.hangUp() : this.#enter({ type: 'ended', by: 'customer' })),
    };
  }

  #legListener(): LegListener {
    return {
      ringing: () => this.#enter({ type: 'operatorRings' }),
      answered: () => this.#enter({ type: 'operatorAnswered' }),
      failed: (reason, sipStatus) => this.#enter({ type: 'operatorFailed', reason, sipStatus }),
      digit: (digit) => this.#enter({ type: 'operatorDigit', digit }),
      heldByOperator: (held) => {
        this.#heldByOperator = held;
        this.#applyHold();
      },
      hungUp: () => this.#enter({ type: 'ended', by: 'operator' }),
    };
  }

  #enter(event: CallEvent): void {
    const { state, effects } = nextCallState(this.#state, event);
    if (state !== this.#state) clearTimeout(this.#timer);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: CallEffect): void {
    switch (effect.type) {
      case 'begin':
        return this.#sound.begin();
      case 'play':
        return this.#sound.play(effect.tone);
      case 'join':
        return this.#sound.join();
      case 'wait':
        this.#timer = setTimeout(() => this.#enter(effect.then), this.#around.timing[effect.time]);
        return;
      case 'report':
        return this.#report(effect.progress);
      case 'finish':
        return this.#finish(effect.by);
    }
  }

  #applyHold(): void {
    this.#sound.hold(this.#heldByFarm || this.#heldByOperator, this.#heldByOperator);
  }

  #heard(event: SoundEvent): void {
    switch (event.what) {
      case 'digit':
        return this.#enter({ type: 'operatorDigit', digit: event.digit });
      case 'pathChanged':
        return this.#leg.pathChanged(event.state);
      case 'customerHungUp':
        return this.#enter({ type: 'ended', by: 'customer' });
      case 'recordingBegan':
        return this.#report({ type: 'recordingBegan', at: fromShared(event.at) });
      case 'heard':
        return this.#script?.heard(event.event);
      case 'operatorSilent':
        this.#log.warn({ silentMs: event.silentMs }, 'audio from the operator stopped');
        return this.#enter({ type: 'ended', by: 'operator' });
      case 'failed':
        return this.#enter({ type: 'ended', by: 'server' });
    }
  }

  /** `ended` is reported when the recording has its final name. */
  #finish(by: EndedBy): void {
    this.#script?.end();
    this.#leg.end();
    void this.#sound.finish().then(() => {
      this.#report({ type: 'ended', by });
      this.#resolveOver();
    });
  }
}
