import type { ApplicationRef } from '@angular/core';
import { Store } from '@ngrx/store';
import { MediatelClock, Softphone, noAudioFacts } from 'mediatel-lib/ports';
import { ReplayStage } from 'mediatel-lib/recorder';
import { SessionActions } from 'mediatel-lib/store';
import { type LanguageTag, MediatelIntl } from 'mediatel-lib/ui';
import type { DeskView, TraineeView } from '../../training-kit';
import { attachDesk, createInertDesk } from '../replay/inert-desk';
import { ageOf, lookOf } from './desk-look';
import { MirroredSoftphone } from './mirrored-softphone';
import { nextMirroredPhone, noMirroredPhone } from './mirrored-phone';

/** A desk that shows what a trainee's desk shows. It follows the snapshots that the trainee gets, and does nothing. */
export class MirroredDesk {
  readonly #app: ApplicationRef;
  readonly #stage: ReplayStage;
  #phone = noMirroredPhone;
  #shown: DeskView['snapshot'] = null;
  #connection = 0;

  private constructor(app: ApplicationRef, { login, extension }: TraineeView, host: HTMLElement) {
    this.#app = app;
    this.#stage = app.injector.get(ReplayStage);
    this.#stage.audioFacts.set({
      ...noAudioFacts,
      ...{ permission: 'granted', microphone: { status: 'ready', label: '' }, microphoneHeard: true },
    });
    app.injector.get(Store).dispatch(SessionActions.signedIn({ user: login, extension }));
    attachDesk(app, host);
  }

  static async open(trainee: TraineeView, host: HTMLElement): Promise<MirroredDesk> {
    const { login: user, extension } = trainee;
    const app = await createInertDesk('mirror', { user, extension }, [
      // Live: timers count on between the snapshots.
      { provide: MediatelClock, useValue: { monotonic: () => performance.now() } },
      { provide: Softphone, useClass: MirroredSoftphone },
    ]);
    return new MirroredDesk(app, trainee, host);
  }

  /** `serverNow`: milliseconds since the epoch, by the server's clock. A desk that opens late gets a snapshot of some age. */
  show(view: DeskView, serverNow: number): void {
    const { snapshot, phase } = lookOf(view);
    const at = performance.now();
    const isBack = this.#shown === null && view.snapshot !== null;
    if (isBack) this.#connection += 1;
    this.#stage.connection.set(view.snapshot === null ? { status: 'closed' } : { status: 'connected' });
    // Effects see a connection before its first snapshot.
    if (isBack) this.#app.tick();
    const { phone, events } = nextMirroredPhone(this.#phone, { snapshot, phase, reachable: view.reachable, at });
    this.#phone = phone;
    for (const event of events) this.#stage.events.next(event);
    if (view.snapshot !== null && view.snapshot !== this.#shown) {
      const connection = this.#connection;
      const receivedAt = at - ageOf(snapshot, serverNow);
      this.#stage.messages.next({ type: 'snapshot', data: view.snapshot, receivedAt, connection });
    }
    this.#shown = view.snapshot;
  }

  async speak(language: LanguageTag): Promise<void> {
    await this.#app.injector.get(MediatelIntl).setLanguage(language);
  }

  close(): void {
    this.#app.destroy();
  }
}
