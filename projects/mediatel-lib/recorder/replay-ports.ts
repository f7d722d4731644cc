import { Injectable, computed, inject, signal } from '@angular/core';
import {
  AgentConnection,
  type AudioFacts,
  type AudioLevels,
  type CallQuality,
  MediatelClock,
  type ConnectionMessage,
  type ConnectionState,
  OnlyTab,
  type PhoneCommand,
  type SendOutcome,
  Softphone,
  type SoftphoneEvent,
  noAudioDevices,
  noAudioFacts,
} from 'mediatel-lib/ports';
import { Subject } from 'rxjs';
import type { FlightEntry } from 'mediatel-lib/private/flight';

/**
 * State of the replayed ports and their clock. Commands and requests to the ports do nothing, except that `inert`
 * emits.
 */
@Injectable()
export class ReplayStage {
  /** State of the connection to Mediatel. */
  readonly connection = signal<ConnectionState>({ status: 'closed' });
  /** Messages of the server. */
  readonly messages = new Subject<ConnectionMessage>();
  /** Events of the phone. */
  readonly events = new Subject<SoftphoneEvent>();
  /** What the phone knew of its audio. */
  readonly audioFacts = signal<AudioFacts>(noAudioFacts);
  /** Quality of the call. */
  readonly quality = signal<CallQuality | null>(null);
  /** Emits when something is requested from the recording, which can't act. */
  readonly inert = new Subject<void>();
  /** Monotonic time of the recording (ms). */
  now = 0;

  /** Shows an entry at its time. */
  showEntry(entry: FlightEntry): void {
    this.now = entry.at;
    switch (entry.type) {
      case 'connection':
        this.connection.set(entry.state);
        break;
      case 'message':
        this.messages.next(entry.message);
        break;
      case 'phone':
        this.events.next(entry.event);
        break;
      case 'audio':
        this.audioFacts.set(entry.facts);
        break;
      case 'quality':
        this.quality.set(entry.quality);
        break;
      // The effects of requests are entries themselves. The other kinds are for readers of the list.
      case 'opened':
      case 'closed':
      case 'request':
      case 'unread':
      case 'asked':
      case 'sip':
      case 'page':
        break;
    }
  }
}

@Injectable()
export class ReplayClock extends MediatelClock {
  readonly #stage = inject(ReplayStage);

  override monotonic(): number {
    return this.#stage.now;
  }

  /** The person who watches presses buttons in real time. */
  override pressTime(): number {
    return performance.now();
  }
}

/** The recording's tab. It does not lead: whatever a leading tab does automatically has already happened. */
@Injectable()
export class ReplayTab extends OnlyTab {
  override isLeader(): boolean {
    return false;
  }
}

@Injectable()
export class ReplayConnection extends AgentConnection {
  readonly #stage = inject(ReplayStage);
  override readonly state = this.#stage.connection.asReadonly();
  override readonly messages = this.#stage.messages.asObservable();

  override open(): void {
    return;
  }

  override close(): void {
    return;
  }

  override retryNow(): void {
    this.#stage.inert.next();
  }

  override send(): SendOutcome {
    this.#stage.inert.next();
    return { sent: false, reason: 'not-connected' };
  }
}

@Injectable()
export class ReplaySoftphone extends Softphone {
  readonly #stage = inject(ReplayStage);
  override readonly events = this.#stage.events.asObservable();
  override readonly levels = signal<AudioLevels>({ microphone: 0, remote: 0 }).asReadonly();
  override readonly devices = signal(noAudioDevices).asReadonly();
  override readonly quality = computed(() => this.#stage.quality());
  override readonly audioFacts = computed(() => this.#stage.audioFacts());

  override start(): void {
    return;
  }
  override stop(): void {
    return;
  }
  override drop(): void {
    return;
  }
  override execute({ type }: PhoneCommand): void {
    // The library itself sends this command when a call begins.
    if (type !== 'proveAudio') this.#stage.inert.next();
  }
}
