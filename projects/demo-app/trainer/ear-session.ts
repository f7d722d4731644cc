import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { EarMode } from '../../training-kit';
import { type EarLevels, EarSound } from './ear-sound';
import type { EarFault } from './trainer-texts';
import { type LinkRefusal, TrainerLink } from './trainer-link';

const levelMs = 100;
const silent: EarLevels = { microphone: null, call: null };

/** An ear of this page. */
export interface OwnEar {
  readonly trainee: string;
  readonly mode: EarMode;
  readonly state: 'opening' | 'open';
}

/** Why an ear is not open: the server's refusal, or a fault in this browser. */
export type EarProblem =
  | { readonly kind: 'refused'; readonly reason: LinkRefusal; readonly by: string }
  | { readonly kind: 'fault'; readonly fault: EarFault };

/** The ear of this page: at most one, from tab to tab. */
@Injectable()
export class EarSession {
  readonly #link = inject(TrainerLink);
  readonly #open = signal<OwnEar | null>(null);
  readonly #problem = signal<EarProblem | null>(null);
  readonly #levels = signal(silent);
  readonly #microphones = signal<readonly MediaDeviceInfo[]>([]);
  readonly #device = signal('');
  #sound: EarSound | null = null;
  readonly #id = signal<string | null>(null);
  /** The id of the ear that the server has listed. */
  #shown: string | null = null;
  /** Counts openings: what an earlier one still does must not change the present one. */
  #opening = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  readonly open = this.#open.asReadonly();
  /** The ear's id at the server. */
  readonly id = this.#id.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly levels = this.#levels.asReadonly();
  /** The microphones of this computer; the browser names them once one was allowed. */
  readonly microphones = this.#microphones.asReadonly();
  /** The id of the chosen microphone; empty for the system's. */
  readonly device = this.#device.asReadonly();

  constructor() {
    effect(() => {
      const ears = this.#link.ears();
      const isConnected = this.#link.connected();
      const own = this.#id();
      if (own === null) return;
      if (ears.some(({ id }) => id === own)) this.#shown = own;
      // The server closed it: the connection was away for too long, or the trainee is. A new ear is shown a moment later.
      else if (isConnected && this.#shown === own) untracked(() => this.#fail({ kind: 'fault', fault: 'closed' }));
    });
    const left = (): void => void this.close();
    addEventListener('pagehide', left);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('pagehide', left);
      void this.close();
    });
  }

  /** Opens an ear at a trainee's calls, in place of an earlier one. */
  async listen(trainee: string, mode: EarMode): Promise<void> {
    await this.close();
    const opening = ++this.#opening;
    this.#problem.set(null);
    this.#open.set({ trainee, mode, state: 'opening' });
    const microphone = mode === 'listen' ? null : await EarSound.openMicrophone(this.#device());
    if (typeof microphone === 'string') {
      if (opening === this.#opening) this.#fail({ kind: 'fault', fault: microphone });
      return;
    }
    const stopMicrophone = (): void => microphone?.getTracks().forEach((track) => track.stop());
    void this.#listMicrophones();
    if (opening !== this.#opening) return stopMicrophone();
    const offered = await this.#link.openEar(trainee, mode);
    if (opening !== this.#opening) {
      stopMicrophone();
      if (offered.outcome === 'offered') void this.#link.closeEar(offered.ear);
      return;
    }
    if (offered.outcome === 'refused') {
      stopMicrophone();
      return this.#fail({ kind: 'refused', reason: offered.reason, by: offered.by ?? '' });
    }
    this.#id.set(offered.ear);
    this.#sound = new EarSound(microphone, () => this.#fail({ kind: 'fault', fault: 'no-path' }));
    try {
      const answered = await this.#link.answerEar(offered.ear, await this.#sound.answer(offered.offer));
      if (opening !== this.#opening) return;
      if (answered.outcome === 'refused')
        return this.#fail({ kind: 'refused', reason: answered.reason, by: answered.by ?? '' });
    } catch {
      // The browser could not use the server's offer.
      if (opening === this.#opening) this.#fail({ kind: 'fault', fault: 'no-path' });
      return;
    }
    this.#timer = setInterval(() => this.#levels.set(this.#sound?.levels ?? silent), levelMs);
    this.#open.set({ trainee, mode, state: 'open' });
  }

  /** Chooses a microphone, also while speaking. */
  async chooseMicrophone(device: string): Promise<void> {
    this.#device.set(device);
    const sound = this.#sound;
    if (!sound || this.#open()?.mode === 'listen') return;
    const microphone = await EarSound.openMicrophone(device);
    if (typeof microphone === 'string') return this.#problem.set({ kind: 'fault', fault: microphone });
    if (sound === this.#sound) await sound.replaceMicrophone(microphone);
    else microphone.getTracks().forEach((track) => track.stop());
  }

  async close(): Promise<void> {
    this.#opening += 1;
    clearInterval(this.#timer);
    this.#sound?.close();
    this.#sound = null;
    const id = this.#id();
    this.#id.set(null);
    this.#levels.set(silent);
    this.#open.set(null);
    if (id !== null) await this.#link.closeEar(id);
  }

  #fail(problem: EarProblem): void {
    void this.close();
    this.#problem.set(problem);
  }

  async #listMicrophones(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    this.#microphones.set(
      devices.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '' && deviceId !== 'default'),
    );
  }
}
