import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import {
  AgentConnection,
  LeaderTab,
  MediatelClock,
  MEDIATEL_CONFIG,
  MEDIATEL_SIP_RETRY_POLICY,
  resolveConfig,
  Softphone,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import { JsSipSoftphone, provideJsSipSoftphone } from 'mediatel-lib/private/softphone';
import { provideTabs } from 'mediatel-lib/private/tabs';
import { FakeAgentConnection } from 'mediatel-lib/testing';

/** What the tested page offers to the tests. */
interface SoftphonePage {
  readonly softphone: Softphone;
  /** The only one, except on a page with `?tabs`. */
  readonly tab: LeaderTab;
  readonly events: SoftphoneEvent[];
  /** All connections that the page ever opened, to find what it left behind. */
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  /** The microphones that it opened; the tracks are copies of them. */
  readonly opened: MediaStreamTrack[];
  readonly contexts: AudioContext[];
  /** Uncaught errors. */
  readonly faults: string[];
}

declare global {
  interface Window {
    page: SoftphonePage;
  }
}

const connections: RTCPeerConnection[] = [];
const tracks: MediaStreamTrack[] = [];
const opened: MediaStreamTrack[] = [];
const contexts: AudioContext[] = [];
const faults: string[] = [];

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.push(this);
  }
};
window.AudioContext = class extends AudioContext {
  constructor(options?: AudioContextOptions) {
    super(options);
    contexts.push(this);
  }
};
const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await getUserMedia(constraints);
  opened.push(...stream.getAudioTracks());
  return stream;
};
const clone = MediaStreamTrack.prototype.clone;
MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack): MediaStreamTrack {
  const copy = clone.call(this);
  tracks.push(copy);
  return copy;
};
window.addEventListener('error', ({ message }) => faults.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));

const query = new URLSearchParams(location.search);
const application = await createApplication({
  providers: [
    provideZonelessChangeDetection(),
    { provide: MediatelClock, useValue: { monotonic: () => performance.now() } },
    {
      provide: MEDIATEL_CONFIG,
      useValue: resolveConfig({
        account: () => Promise.reject(new Error('the tests start the softphone themselves')),
        dtmf: query.has('info') ? 'info' : 'auto',
      }),
    },
    // `?tabs`: the phone is in one of the operator's tabs, without a link to Mediatel.
    query.has('tabs')
      ? provideTabs({
          connection: () => Promise.resolve(FakeAgentConnection),
          softphone: () => Promise.resolve(JsSipSoftphone),
        })
      : provideJsSipSoftphone(),
    // `?refused=MS`: how soon a refused registration is tried again.
    {
      provide: MEDIATEL_SIP_RETRY_POLICY,
      useValue: query.has('refused') ? { refusedDelay: () => Number(query.get('refused')) } : {},
    },
  ],
});
const softphone = application.injector.get(Softphone);
const events: SoftphoneEvent[] = [];
softphone.events.subscribe((event) => events.push(event));
const tab = application.injector.get(LeaderTab);
if (query.has('tabs')) {
  const account = { url: location.origin, user: 'operator', password: 'secret', extension: '1001' };
  application.injector.get(AgentConnection).open(account);
}
window.page = { softphone, tab, events, connections, tracks, opened, contexts, faults };
