import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { LineCondition } from '../media/line';
import type { Ear, EarMode } from './ear';
import type { CallHandle, CallProgress, CallRequest, Telephony } from './telephony';

/** A call of the fake: records what the farm does with it, and reports what the test says. */
export class FakeCall implements CallHandle {
  /** The farm's requests, in order. */
  readonly done: string[] = [];

  constructor(
    readonly request: CallRequest,
    readonly report: (progress: CallProgress) => void,
  ) {}

  get callTraceId(): string {
    return this.request.callTraceId;
  }

  readonly dialCustomer = (): void => void this.done.push('dialCustomer');
  readonly connectCustomer = (): void => void this.done.push('connectCustomer');
  readonly hold = (): void => void this.done.push('hold');
  readonly retrieve = (): void => void this.done.push('retrieve');
  readonly setMuted = (muted: boolean): void => void this.done.push(muted ? 'mute' : 'unmute');
  readonly end = (): void => void this.done.push('end');

  /** The operator's browser answers; then the customer's phone rings and is answered. */
  answer(): void {
    for (const type of ['operatorRinging', 'operatorAnswered', 'customerRinging', 'customerAnswered'] as const) {
      this.report({ type });
    }
  }
}

/** Telephony without voices: nothing happens except what a test reports through its calls. */
export class FakeTelephony implements Telephony {
  readonly calls: FakeCall[] = [];
  /** The identities of the SIP WebSockets that were handed over. */
  readonly upgrades: (string | undefined)[] = [];
  /** The ears that were opened: mode and extension. */
  readonly ears: string[] = [];
  /** Degraded lines, by extension. */
  readonly lines = new Map<string, LineCondition>();

  /** Planned faults of resumed calls: extension, fault, times. */
  readonly resumptions: string[] = [];

  get last(): FakeCall {
    const call = this.calls.at(-1);
    if (!call) throw new Error('no call was placed');
    return call;
  }

  isRegistered(): boolean {
    return true;
  }

  startCall(request: CallRequest, onProgress: (progress: CallProgress) => void): CallHandle {
    const call = new FakeCall(request, onProgress);
    this.calls.push(call);
    return call;
  }

  openEar(extension: string, { mode }: { readonly mode: EarMode }): Ear {
    this.ears.push(`${mode} ${extension}`);
    return {
      createOffer: () => Promise.resolve('offer'),
      acceptAnswer: () => Promise.resolve(),
      setMode: () => undefined,
      close: () => undefined,
    };
  }

  degradeLine(extension: string, condition: LineCondition): void {
    this.lines.set(extension, condition);
  }

  failResumption(extension: string, fault: string, times: number): void {
    this.resumptions.push(`${extension} ${fault} ${times}`);
  }

  handleUpgrade(_request: IncomingMessage, socket: Duplex, _head: Buffer, identity?: string): void {
    this.upgrades.push(identity);
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
