import type { Socket } from 'jssip';
import type { JsSip, JsSipAgent } from './jssip-module';

/** An offer or answer of either side. */
export const sdp = [
  ...['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'],
  ...['m=audio 40000 RTP/SAVPF 0', 'a=rtpmap:0 PCMU/8000', 'a=sendrecv', ''],
].join('\r\n');

/** What JsSIP uses of a peer connection. Its candidates are always complete. */
class FakeConnection extends EventTarget {
  readonly iceGatheringState = 'complete';
  readonly iceConnectionState = 'connected';
  signalingState = 'stable';
  localDescription = { sdp };
  isClosed = false;

  setRemoteDescription = (): Promise<void> => Promise.resolve();
  setLocalDescription = ({ type }: { readonly type: string }): Promise<void> => {
    this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
    return Promise.resolve();
  };
  createOffer = (): Promise<object> => Promise.resolve({ type: 'offer', sdp });
  createAnswer = (): Promise<object> => Promise.resolve({ type: 'answer', sdp });
  addTransceiver = (): object => ({ sender: {} });
  getStats = (): Promise<ReadonlyMap<string, unknown>> => Promise.resolve(new Map());
  getTransceivers = (): readonly object[] => [];
  getSenders = (): readonly object[] => [];
  close(): void {
    this.isClosed = true;
  }
}

/** The server's end of a socket. */
export class FakeSocket {
  readonly url = 'wss://pbx.invalid';
  readonly sip_uri = 'sip:pbx.invalid;transport=ws';
  readonly via_transport = 'WSS';
  readonly sent: string[] = [];
  isOpen = true;
  onconnect: () => void = () => undefined;
  ondisconnect: () => void = () => undefined;
  ondata: (text: string) => void = () => undefined;

  connect(): void {
    this.onconnect();
  }
  disconnect(): void {
    return;
  }
  isConnected(): boolean {
    return this.isOpen;
  }
  isConnecting(): boolean {
    return false;
  }
  send(text: string): boolean {
    if (this.isOpen) this.sent.push(text);
    return this.isOpen;
  }

  /** The messages of the page that begin so. */
  of(start: string): readonly string[] {
    return this.sent.filter((text) => text.startsWith(start));
  }
}

/** Our Contact in the call. */
export const contactUri = 'sip:resumed@tab.invalid;transport=ws';
/** The route set, in the order of the dialog. */
export const routes = ['<sip:edge.invalid;lr;r2=on>', '<sip:core.invalid;lr;did=7>'];
/** The dialog of the call, apart from our tag. */
export const call = {
  callId: 'call-1',
  remoteTag: 'theirs',
  localUri: 'sip:1001@pbx.invalid',
  remoteUri: 'sip:066@pbx.invalid',
};

/** The first header of this name. */
export const header = (message: string, name: string): string | undefined =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(message)?.[1]?.trim();
/** All headers of this name. */
export const headers = (message: string, name: string): readonly string[] =>
  [...message.matchAll(new RegExp(`^${name}: *(.*)$`, 'gim'))].map(([, value]) => value!.trim());

/** A request of the server within the call; `localTag` empty: the one that begins it. */
export function request(method: string, sequence: number, localTag: string, body = ''): string {
  return [
    `${method} ${contactUri} SIP/2.0`,
    `Via: SIP/2.0/WSS pbx.invalid;branch=z9hG4bK-${method}-${sequence}`,
    'Max-Forwards: 70',
    `From: <${call.remoteUri}>;tag=${call.remoteTag}`,
    `To: <${call.localUri}>${localTag && `;tag=${localTag}`}`,
    `Call-ID: ${call.callId}`,
    `CSeq: ${sequence} ${method}`,
    'Contact: <sip:mediatel@farm.invalid:5070>',
    ...(localTag ? [] : routes.map((route) => `Record-Route: ${route}`)),
    ...(body ? ['Content-Type: application/sdp'] : []),
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

/** A response of the server to a request of ours. `more`: further headers. */
export function response(to: string, status: string, ...more: readonly string[]): string {
  const copied = ['Via', 'From', 'To', 'Call-ID', 'CSeq'].map((name) => `${name}: ${header(to, name)}`);
  return [`SIP/2.0 ${status}`, ...copied, ...more, 'Contact: <sip:x@y.invalid>', 'Content-Length: 0', '', ''].join(
    '\r\n',
  );
}

/** Gives JsSIP what it uses of a browser's WebRTC. */
export function provideFakeConnections(): void {
  Object.assign(globalThis, {
    RTCPeerConnection: FakeConnection,
    RTCSessionDescription: class {
      readonly type: string;
      constructor({ type }: { readonly type: string }) {
        this.type = type;
      }
    },
  });
}

/** A page's user agent, on a socket of its own. It is not started. */
export function userAgent(jssip: JsSip, socket: FakeSocket, more: { readonly password?: string } = {}): JsSipAgent {
  return new jssip.UA({
    sockets: [socket as unknown as Socket],
    uri: call.localUri,
    contact_uri: contactUri,
    instance_id: '8f1fa16a-1165-4a96-8341-785b1ef24f12',
    register: false,
    session_timers: false,
    ...more,
  });
}
