import type { SoftphoneEvent } from 'mediatel-lib/ports';
import { type SoundState, soundOf } from '../recorded/recorded-flow';
import type { PlainName } from './plain-event';

type PhoneEvent = Exclude<SoftphoneEvent, { type: 'registrationChanged' }>;

const ratings = { good: 'lineGood', fair: 'lineFair', poor: 'linePoor' } as const;
const enders = { operator: 'endedByOperator', server: 'endedByServer', failure: 'endedByFailure' } as const;
const muters = { operator: 'muted', system: 'mutedBySystem', ended: 'microphoneUnplugged' } as const;

/** Tells what the phone's events mean to the two people in a call. What repeats itself is left out. */
export class SoundEvents {
  #rating: string | null = null;
  #operator: SoundState = 'unknown';
  #customer: SoundState = 'unknown';
  #proved = false;

  event(event: PhoneEvent): PlainName | null {
    switch (event.type) {
      case 'microphoneChanged':
        if (event.microphone.status === 'failed') return 'microphoneFailed';
        return event.microphone.status === 'ready' ? 'microphoneReady' : null;
      case 'playbackChanged':
        return event.playback.status === 'blocked' ? 'soundBlocked' : null;
      case 'deviceChanged':
        return event.cause === 'unplugged' ? 'deviceLost' : 'deviceChanged';
      case 'invited':
        return 'rings';
      case 'resumed':
        return 'resumed';
      case 'reconnected':
        return 'reconnected';
      case 'inviteRefused':
        return event.refusal === 'busy' ? 'refusedBusy' : 'refusedMicrophone';
      case 'answered':
        return 'answered';
      case 'microphoneOpened':
        return null;
      case 'muteChanged':
        return event.muted ? muters[event.cause ?? 'operator'] : 'unmuted';
      case 'qualityChanged':
        return this.#rated(event.rating);
      case 'audioProved':
        return this.#proof(soundOf(event.proof.outgoing), soundOf(event.proof.incoming));
      case 'ended':
        [this.#rating, this.#operator, this.#customer, this.#proved] = [null, 'unknown', 'unknown', false];
        return enders[event.by];
    }
  }

  #rated(rating: keyof typeof ratings): PlainName | null {
    const before = this.#rating;
    this.#rating = rating;
    return before === rating ? null : ratings[rating];
  }

  #proof(operator: SoundState, customer: SoundState): PlainName | null {
    const before = { operator: this.#operator, customer: this.#customer };
    [this.#operator, this.#customer] = [operator, customer];
    if (customer === 'gone' && before.customer !== 'gone') return 'customerGone';
    if (operator === 'gone' && before.operator !== 'gone') return 'operatorGone';
    if (customer === 'heard' && before.customer === 'gone') return 'customerBack';
    if (operator === 'heard' && before.operator === 'gone') return 'operatorBack';
    if (this.#proved || operator !== 'heard' || customer !== 'heard') return null;
    this.#proved = true;
    return 'heardBoth';
  }
}
