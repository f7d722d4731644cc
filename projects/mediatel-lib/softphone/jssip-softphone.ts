import { DestroyRef, inject, Injectable, NgZone, signal } from '@angular/core';
import { Subject } from 'rxjs';
import {
  MEDIATEL_CALL_NOTICE_TEXT,
  MediatelClock,
  MEDIATEL_CONFIG,
  handlePhoneCommand,
  noAudioDevices,
  noAudioFacts,
  MEDIATEL_SIP_TRACE,
  Softphone,
} from 'mediatel-lib/ports';
import type { AudioLevels, CallQuality, PhoneCommand, SipAccount, SoftphoneEvent } from 'mediatel-lib/ports';
import { fetchPart } from './signalling/fetch-part';
import type { PhoneShell, SipPhone } from './sip-phone';
import { MEDIATEL_SIP_RETRY_POLICY } from './signalling/sip-retry-policy';

/**
 * The operator's phone by JsSIP.
 *
 * A shell that is in every host's first bundle; the phone itself is loaded at the first `start()`, and what is asked
 * before that has nothing to act on.
 */
@Injectable()
export class JsSipSoftphone extends Softphone {
  private readonly zone = inject(NgZone);
  private readonly told = new Subject<SoftphoneEvent>();
  private readonly shell: PhoneShell = {
    zone: this.zone,
    clock: inject(MediatelClock),
    config: inject(MEDIATEL_CONFIG),
    policy: inject(MEDIATEL_SIP_RETRY_POLICY),
    noticeText: inject(MEDIATEL_CALL_NOTICE_TEXT),
    trace: inject(MEDIATEL_SIP_TRACE, { optional: true }) ?? (() => undefined),
    levels: signal<AudioLevels>(
      { microphone: 0, remote: 0 },
      { equal: (a, b) => a.microphone === b.microphone && a.remote === b.remote },
    ),
    devices: signal(noAudioDevices),
    quality: signal<CallQuality | null>(null),
    facts: signal(noAudioFacts),
    tell: (event) => this.tell(event),
  };

  override readonly events = this.told.asObservable();
  override readonly levels = this.shell.levels.asReadonly();
  override readonly devices = this.shell.devices.asReadonly();
  override readonly quality = this.shell.quality.asReadonly();
  override readonly audioFacts = this.shell.facts.asReadonly();

  private phone: SipPhone | null = null;
  /** What the phone is to be started with once it is loaded. */
  private wanted: SipAccount | null = null;

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.wanted = null;
      this.phone?.destroy();
      this.told.complete();
    });
  }

  override start(account: SipAccount): void {
    // Neither JsSIP's timers nor its sockets are a reason to look at the page again.
    this.zone.runOutsideAngular(() => {
      if (this.phone) this.phone.start(account);
      else void this.load(account);
    });
  }

  override stop(): void {
    this.wanted = null;
    this.phone?.stop();
  }

  override drop(): void {
    this.wanted = null;
    this.phone?.drop();
  }

  override execute(command: PhoneCommand): void {
    const { phone } = this;
    if (phone) this.zone.runOutsideAngular(() => handlePhoneCommand(phone.handlers, command));
    else if (command.type === 'registerNow' && this.wanted) this.start(this.wanted);
  }

  private async load(account: SipAccount): Promise<void> {
    this.wanted = account;
    // The chunk may be out of reach: `registerNow` tries again.
    try {
      const Phone = await fetchPart(
        () => import('./sip-phone'),
        (part) => part.SipPhone,
      );
      // Stopped meanwhile, or started anew with another account.
      if (this.wanted !== account) return;
      this.wanted = null;
      this.phone = new Phone(this.shell);
      this.phone.start(account);
    } catch (error) {
      if (this.wanted !== account) return;
      const detail = error instanceof Error ? error.message : String(error);
      this.tell({
        type: 'registrationChanged',
        registration: { status: 'rejected', sipStatus: 0, detail, loaded: false },
      });
    }
  }

  private tell(event: SoftphoneEvent): void {
    this.zone.run(() => this.told.next(event));
  }
}
