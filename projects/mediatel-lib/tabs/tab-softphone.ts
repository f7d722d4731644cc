import { Injectable, computed, inject } from '@angular/core';
import { type AudioUse, type SipAccount, Softphone } from 'mediatel-lib/ports';
import { TabShell } from './tab-shell';

/** The operator's phone, in this tab or in the one that leads. Levels are those of this tab's own phone. */
@Injectable()
export class TabSoftphone extends Softphone {
  readonly #shell = inject(TabShell);
  readonly #facts = computed(() => this.#shell.facts()());
  override readonly events = this.#shell.events.asObservable();
  override readonly levels = computed(() => this.#shell.levels()());
  override readonly devices = computed(() => this.#facts().devices);
  override readonly quality = computed(() => this.#facts().quality);
  override readonly audioFacts = computed(() => this.#facts().facts);

  override start(account: SipAccount): void {
    this.#shell.sip = account;
    this.#shell.switch?.startPhone(account);
  }

  override stop(): void {
    this.#shell.sip = null;
    this.#shell.switch?.stopPhone();
  }

  override drop(): void {
    this.stop();
  }

  override registerNow(): void {
    this.#shell.command({ does: 'registerNow' });
  }

  override reopenMicrophone(): void {
    this.#shell.command({ does: 'reopenMicrophone' });
  }

  override answer(callId: string): void {
    this.#shell.command({ does: 'answer', callId });
  }

  override hangUp(callId: string): void {
    this.#shell.command({ does: 'hangUp', callId });
  }

  override setMuted(callId: string, muted: boolean): void {
    this.#shell.command({ does: 'setMuted', callId, muted });
  }

  override sendDigits(callId: string, digits: string): void {
    this.#shell.command({ does: 'sendDigits', callId, digits });
  }

  override unlockPlayback(): void {
    this.#shell.command({ does: 'unlockPlayback' });
  }

  override chooseDevice(use: AudioUse, deviceId: string | null): void {
    this.#shell.command({ does: 'chooseDevice', use, deviceId });
  }

  override testSound(use: 'speaker' | 'ringer'): void {
    this.#shell.command({ does: 'testSound', use });
  }

  override proveAudio(callId: string): void {
    this.#shell.command({ does: 'proveAudio', callId });
  }

  override allowNotices(): void {
    this.#shell.command({ does: 'allowNotices' });
  }
}
