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

/**
 * What the first re-INVITE of a reloaded page can meet, one that offers another DTLS fingerprint. `dtls-not-renewed`:
 * 200, the path comes up and the tab hears, but its own sound is not delivered. `407`: challenged until the credentials are right.
 * `silent`: no response. The other digits: refused.
 */
export type ResumptionFault = 'dtls-not-renewed' | '403' | '407' | '481' | '488' | 'silent';

/** A scenario that is played to operators. */
export interface ScenarioStart {
  /** A scenario's id, such as `incoming`. */
  readonly scenario: string;
  /** Logins. Default: the client itself. */
  readonly trainees?: readonly string[];
  /** Default: the scenario's first. */
  readonly language?: 'uk' | 'ru' | 'en';
}

/** One playing of a scenario to one operator. */
export interface TrainingRun {
  readonly id: string;
  readonly scenario: string;
  /** The operator's login. */
  readonly trainee: string;
  readonly startedBy: string;
  readonly language: 'uk' | 'ru' | 'en';
  /**
   * `waiting`: for the operator. `playing`: a call lasts. `afterCall`: the call is over. `paused`: by a trainer. `done`:
   * played to its end. `stopped`: by a person. `failed`: by a fault, with `reason`.
   */
  readonly status: 'waiting' | 'playing' | 'afterCall' | 'paused' | 'done' | 'stopped' | 'failed';
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** `null` while it lasts. */
  readonly endedAt: number | null;
  /** The place of the present call in the scenario, from 0. */
  readonly call: number;
  /** The turn that the customer is in; `null` between calls. */
  readonly turn: string | null;
  /** The trace ids of its calls so far. */
  readonly traceIds: readonly string[];
  readonly reason: string | null;
  /** The share of points, 0 to 100; `null` until it is scored. */
  readonly percent: number | null;
}

/** One line of a score. */
export interface TrainingFinding {
  /** Such as `greeting`, `deadAir`, `hold`, `code`. */
  readonly rule: string;
  readonly verdict: 'met' | 'missed' | 'unmeasured';
  readonly traceId: string | null;
  /** Where it is in the call's recording (ms). */
  readonly atMs: number | null;
  readonly untilMs: number | null;
  readonly measured: number | string | null;
  readonly wanted: number | string;
  readonly points: number;
  /** The most points that the line can have. */
  readonly of: number;
}

/** The score of a run. */
export interface TrainingScore {
  readonly run: string;
  readonly findings: readonly TrainingFinding[];
  readonly points: number;
  readonly of: number;
}

/** What `TrainingClient.signIn` needs. */
export interface TrainingSignIn {
  /** The server's address. */
  readonly url: string;
  /** Default: `supervisor1`, who may reach every operator. Scenarios are started by `trainer1`. */
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
   * The next `times` re-INVITEs of an operator's reloaded page meet a fault, in the present call and in later ones; 0 ends
   * it. Rejects with `bad-request` if the fault is unknown or `times` is not a whole number from 0 to 100.
   */
  async failResumption(agent: string, resumption: ResumptionFault, times = 1): Promise<void> {
    await this.#send('/api/faults', post({ agent, resumption, times }));
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
    const seen = await poll(
      () => this.calls(),
      (calls) => calls.some(fits),
      withinMs,
    );
    const found = seen.find(fits);
    if (found) return found;
    const newest = JSON.stringify(seen.slice(0, 5));
    throw new TrainingServerError('too-late', null, `No call fits after ${withinMs} ms; the newest: ${newest}`);
  }

  /**
   * Writes a scenario file, for `startScenario`. Rejects with `not-a-scenario` and a line for each problem. Only a trainer
   * may.
   */
  async writeScenario(id: string, yaml: string): Promise<void> {
    const headers = { 'content-type': 'application/yaml' };
    const init = { method: 'PUT', headers, body: yaml };
    await this.#send(`/api/training/scenarios/${encodeURIComponent(id)}`, init);
  }

  /**
   * Plays a scenario to operators; each run waits until its operator is available. Rejects with `has-a-run` if one of them
   * has a run that lasts.
   */
  async startScenario(start: ScenarioStart): Promise<readonly TrainingRun[]> {
    const response = await this.#send('/api/training/runs', post(start));
    return ((await response.json()) as { readonly runs: readonly TrainingRun[] }).runs;
  }

  /**
   * Waits until a run fits, such as one whose customer is in a certain turn. Rejects with `too-late` and says how the run is
   * after `withinMs` (default 60,000).
   */
  async untilRun(
    id: string,
    fits: (run: TrainingRun) => boolean = (run) => run.endedAt !== null,
    withinMs = 60_000,
  ): Promise<TrainingRun> {
    const seen = await poll(() => this.#run(id), fits, withinMs);
    if (fits(seen)) return seen;
    const message = `The run does not fit after ${withinMs} ms: ${JSON.stringify(seen)}`;
    throw new TrainingServerError('too-late', null, message);
  }

  /** The score of a run that is over. */
  async scoreOf(id: string): Promise<TrainingScore> {
    const response = await this.#send(`/api/training/runs/${encodeURIComponent(id)}/score`);
    return (await response.json()) as TrainingScore;
  }

  /** A call's recording: a WAV file with the operator on the left and the customer on the right channel. */
  async recording(traceId: string): Promise<Uint8Array> {
    const query = new URLSearchParams({ calltraceID: traceId });
    const response = await this.#send(`/records/mediatel-record?${query}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #run(id: string): Promise<TrainingRun> {
    const response = await this.#send(`/api/training/runs/${encodeURIComponent(id)}`);
    return ((await response.json()) as { readonly run: TrainingRun }).run;
  }

  #send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, cookie: this.#cookie };
    return request(`${this.#url}${path}`, { ...init, headers });
  }
}

/** Looks until it fits or the time is over, and returns what was seen last. */
async function poll<T>(look: () => Promise<T>, fits: (seen: T) => boolean, withinMs: number): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (fits(seen) || performance.now() >= end) return seen;
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
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
