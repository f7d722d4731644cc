import { Component, Injectable, provideBrowserGlobalErrorListeners, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { MediatelClock } from 'mediatel-lib/ports';
import type { AlertAcknowledgement, BoardRights } from 'mediatel-lib/hub-protocol';
import { type HubMessage, MediatelBoard, HubClient, type HubClientStatus } from 'mediatel-lib/supervisor';
import { Subject } from 'rxjs';
import { Crowd } from './crowd';
import { changed, watchRows } from './screen-clock';

/** The crowd in the page replaces the hub. */
@Injectable()
class CrowdHub implements Pick<HubClient, keyof HubClient> {
  readonly status = signal<HubClientStatus>('closed');
  readonly rights = signal<BoardRights | null>(null);
  readonly acknowledgements = signal<readonly AlertAcknowledgement[]>([]);
  readonly heardAt = signal<number | null>(null);
  readonly messages = new Subject<HubMessage>();

  useIn(): void {
    this.open();
  }

  now(): number {
    return Date.now();
  }

  open(): void {
    const crowd = new Crowd();
    queueMicrotask(() => {
      const picture = crowd.picture();
      this.rights.set(picture.rights);
      this.status.set('connected');
      this.messages.next({ type: 'picture', picture });
      crowd.start((frame) => this.messages.next({ type: 'frame', frame }));
    });
  }

  close(): void {
    this.status.set('closed');
  }

  retry(): void {
    this.open();
  }

  request(): Promise<{ readonly outcome: 'away' }> {
    return Promise.resolve({ outcome: 'away' });
  }

  pauses(): Promise<null> {
    return Promise.resolve(null);
  }

  timelines(): Promise<null> {
    return Promise.resolve(null);
  }

  totals(): Promise<null> {
    return Promise.resolve(null);
  }

  acknowledge(): Promise<boolean> {
    return Promise.resolve(false);
  }

  audit(): Promise<null> {
    return Promise.resolve(null);
  }
}

@Component({
  selector: 'host-app',
  imports: [MediatelBoard],
  template: '<mediatel-board style="block-size: 100vh" />',
})
class BoardApp {}

const inPage = new URLSearchParams(location.search).has('crowd');
void bootstrapApplication(BoardApp, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: MediatelClock, useValue: { monotonic: () => performance.now() } },
    inPage ? { provide: HubClient, useClass: CrowdHub } : [],
  ],
}).then(({ injector }) => {
  watchRows('mediatel-operator-row', '.state', '.who');
  injector.get(HubClient).messages.subscribe((message) => {
    if (message.type !== 'frame') return;
    for (const { name, presence } of message.frame.changed) changed(name, presence.serverTime);
  });
});
