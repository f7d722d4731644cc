import JsSIP from 'jssip';
import { DTMF_TRANSPORT } from 'jssip/lib/Constants';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent } from 'jssip/lib/UA';

/** A bare JsSIP phone that answers every call: tests the training server's voice side without our library. */
interface VoiceTab {
  register(url: string): Promise<void>;
  /** `totalAudioEnergy` of what the call received. */
  energy(): Promise<number>;
  /** Packets received in the call, including silence. */
  packets(): Promise<number>;
  packetsSent(): Promise<number>;
  holdBySip(held: boolean): Promise<void>;
  restartIce(): Promise<void>;
  press(digit: string, by: 'INFO' | 'RFC2833'): void;
  /** Cuts the WebSocket; JsSIP reconnects. */
  dropSocket(): void;
  hangUp(): void;
  /** How each call ended, and by whom. */
  readonly ended: string[];
  registrations: number;
}

declare global {
  interface Window {
    tab: VoiceTab;
  }
}

let session: RTCSession | undefined;
const sockets: WebSocket[] = [];

window.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    sockets.push(this);
  }
};

function current(): RTCSession {
  if (!session) throw new Error('no call yet');
  return session;
}

function take(call: RTCSession): void {
  session = call;
  call.on('ended', ({ originator }: { originator: string }) => window.tab.ended.push(originator));
  call.on('peerconnection', ({ peerconnection }: { peerconnection: RTCPeerConnection }) => {
    peerconnection.addEventListener('track', ({ streams }) => {
      const audio = document.createElement('audio');
      audio.srcObject = streams[0] ?? null;
      audio.autoplay = true;
      document.body.append(audio);
    });
  });
  call.answer({ mediaConstraints: { audio: true, video: false } });
}

window.tab = {
  ended: [],
  registrations: 0,
  register: (url) =>
    new Promise((resolve, reject) => {
      const agent = new JsSIP.UA({
        sockets: [new JsSIP.WebSocketInterface(url)],
        uri: 'sip:1001@training.local',
        password: 'training',
        session_timers: false,
      });
      agent.on('registered', () => {
        window.tab.registrations += 1;
        resolve();
      });
      agent.on('registrationFailed', ({ cause }) => reject(new Error(cause)));
      agent.on('newRTCSession', ({ session: call }: IncomingRTCSessionEvent) => take(call));
      agent.start();
    }),
  async energy() {
    for (const report of (await current().connection.getStats()).values()) {
      if (report.type === 'inbound-rtp') return report.totalAudioEnergy;
    }
    return 0;
  },
  async packets() {
    for (const report of (await current().connection.getStats()).values()) {
      if (report.type === 'inbound-rtp') return report.packetsReceived;
    }
    return 0;
  },
  async packetsSent() {
    for (const report of (await current().connection.getStats()).values()) {
      if (report.type === 'outbound-rtp') return report.packetsSent;
    }
    return 0;
  },
  holdBySip: (held) =>
    new Promise((resolve) => void (held ? current().hold({}, resolve) : current().unhold({}, resolve))),
  restartIce: () =>
    new Promise((resolve) => void current().renegotiate({ rtcOfferConstraints: { iceRestart: true } }, resolve)),
  press: (digit, by) => {
    current().sendDTMF(digit, { transportType: DTMF_TRANSPORT[by] });
  },
  dropSocket: () => sockets.at(-1)?.close(),
  hangUp: () => void current().terminate(),
};
