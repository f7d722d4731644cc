import { TrainingServerError } from './training-server-error';

/** A call as the server lists it. */
export interface TrainingCall {
  readonly traceId: string;
  /** The operator's login. */
  readonly operator: string;
  /** The customer's number. */
  readonly number: string;
  readonly queue: string;
  readonly direction: string;
  readonly customerId: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** Seconds of talk; `null` while the call lasts, and if nobody talked. */
  readonly duration: number | null;
  /** The names of the call codes, in the order in which they were set. */
  readonly codes: readonly string[];
  readonly error: string | null;
}

/** A customer's call to an operator. */
export interface IncomingCall {
  /** The operator's login. */
  readonly agent: string;
  /** The customer's number, 3 to 20 digits. Its last digits decide how the customer behaves. */
  readonly ani: string;
  /** The queue's name; the server's own queue for incoming calls without it. */
  readonly queue?: string;
}

/** How bad the sound's line is. A missing field is 0. */
export interface BadLine {
  readonly lossPercent?: number;
  /** Milliseconds that are added to the round trip. */
  readonly delayMs?: number;
  /** Milliseconds. */
  readonly jitterMs?: number;
}

/** A failing socket of an operator's tab. */
export interface LineFault {
  /** Socket.IO with Mediatel, SIP, or both. */
  readonly line: 'mediatel' | 'sip' | 'both';
  /** `cut` (default): sockets close. `silence`: they stay open, and nothing passes. New ones are refused in both. */
  readonly fault?: 'cut' | 'silence';
  /** Up to 600; 0 ends the fault. */
  readonly seconds: number;
}

/** What `TrainingClient.signIn` needs. */
export interface TrainingSignIn {
  /** The server's address. */
  readonly url: string;
  /** Default: `supervisor1`, who may reach every operator. */
  readonly login?: string;
  /** Default: `training`. */
  readonly password?: string;
}

/** Milliseconds. */
const pollEvery = 100;

/** Plays the customer and the network for a test: calls, bad lines, failing sockets, made-up snapshots. */
export class TrainingClient {
  readonly #url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  /** Signs in at a running server. Rejects with a `TrainingServerError`, also if nothing listens there. */
  static async signIn({ url, login = 'supervisor1', password = 'training' }: TrainingSignIn): Promise<TrainingClient> {
    const address = url.replace(/\/+$/, '');
    const response = await request(`${address}/api/session`, post({ login, password }));
    const cookie = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
    return new TrainingClient(address, cookie.join('; '));
  }

  /** A customer calls an operator, who must be available. Returns the call's trace id. */
  async callComesIn(call: IncomingCall): Promise<string> {
    const response = await this.#send('/api/calls', post(call));
    return ((await response.json()) as { readonly callTraceID: string }).callTraceID;
  }

  /** Degrades the sound's line of an operator until the next request. An empty `line` restores it. */
  async degradeLine(agent: string, line: BadLine): Promise<void> {
    await this.#send('/api/line', post({ agent, ...line }));
  }

  /** Makes the sockets of an operator's tab fail, for a time. */
  async breakLine(agent: string, fault: LineFault): Promise<void> {
    await this.#send('/api/faults', post({ agent, ...fault }));
  }

  /**
   * Sends an operator's desk one made-up snapshot: the present one with `overrides` (names as on the wire), and without
   * the fields of `without`.
   */
  async showSnapshot(
    agent: string,
    overrides: Readonly<Record<string, unknown>>,
    without: readonly string[] = [],
  ): Promise<void> {
    await this.#send('/api/scenario', post({ agent, overrides, without }));
  }

  /** The calls that this account may see, the newest first. */
  async calls(): Promise<readonly TrainingCall[]> {
    const response = await this.#send('/api/calls');
    return ((await response.json()) as { readonly calls: readonly TrainingCall[] }).calls;
  }

  /**
   * Waits until a call fits, such as one with its code saved. Rejects with `too-late` and lists the calls after
   * `withinMs` (default 10,000).
   */
  async untilCall(fits: (call: TrainingCall) => boolean, withinMs = 10_000): Promise<TrainingCall> {
    const end = performance.now() + withinMs;
    for (;;) {
      const calls = await this.calls();
      const found = calls.find(fits);
      if (found) return found;
      if (performance.now() >= end) {
        const seen = JSON.stringify(calls.slice(0, 5));
        throw new TrainingServerError('too-late', null, `No call fits after ${withinMs} ms; the newest: ${seen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, pollEvery));
    }
  }

  /** A call's recording: a WAV file with the operator on the left and the customer on the right channel. */
  async recording(traceId: string): Promise<Uint8Array> {
    const query = new URLSearchParams({ calltraceID: traceId });
    const response = await this.#send(`/records/mediatel-record?${query}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  #send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, cookie: this.#cookie };
    return request(`${this.#url}${path}`, { ...init, headers });
  }
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function request(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new TrainingServerError('unreachable', null, `Nothing answers at ${url}`, { cause });
  });
  if (response.ok) return response;
  const refusal = (await response.json().catch(() => ({}))) as { readonly error?: string; readonly message?: string };
  const message = refusal.message ?? `${url} answered ${response.status}`;
  throw new TrainingServerError(refusal.error ?? 'failed', response.status, message);
}
