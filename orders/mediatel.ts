import type { AgentRequest } from 'mediatel-lib/protocol';
import type { Logger } from 'pino';
import { login, rules, queueNamed } from '../projects/training-server/agent/agent.fixture';
import type { AgentState } from '../projects/training-server/agent/agent-state';
import type { CallCode } from '../projects/training-server/agent/queue';
import { CustomerDirectory } from '../projects/training-server/farm/customer-directory';
import { Farm } from '../projects/training-server/farm/farm';
import type { FarmClient } from '../projects/training-server/farm/farm-client';
import type { CallStore } from '../projects/training-server/farm/call-store';
import { SipLine } from './sip-line';
import type { Page, Stage } from './stage';

/** A request as Mediatel received it. */
export interface Received {
  readonly request: AgentRequest;
  /** Mediatel's call at that time. */
  readonly traceId: string | null;
  /** How many presses there had been when it was sent. */
  readonly presses: number;
  readonly by: Page;
}

const silence = (): void => undefined;
const log = { info: silence, warn: silence, error: silence, debug: silence, child: () => log } as unknown as Logger;

/** The far end: the training server's own farm and agent machine, over deterministic links. */
export class Mediatel {
  readonly line: SipLine;
  readonly received: Received[] = [];
  /** Call codes stored, by trace id. */
  readonly coded = new Map<string, string[]>();
  /** Trace ids of the answered calls. */
  readonly talked = new Set<string>();
  readonly clients = new Set<FarmClient>();
  readonly #farm: Farm;
  #traces = 100;
  /** The agent machine's last shown state. */
  #process: { state: AgentState } | null = null;

  constructor(world: Stage) {
    this.line = new SipLine(world);
    const calls = {
      newTraceId: () => String(++this.#traces),
      withCustomer: () => [],
      started: silence,
      answered: (traceId: string) => void this.talked.add(traceId),
      ended: silence,
      coded: (traceId: string, code: CallCode) => {
        this.coded.set(traceId, [...(this.coded.get(traceId) ?? []), code.ID]);
      },
    } as unknown as CallStore;
    const clock = {
      now: () => 1_700_000_000_000 + world.time.now + world.serverClockOffset,
      elapsed: () => world.time.now,
      schedule: (ms: number, run: () => void) => world.time.schedule(ms, run),
    };
    const directory = new CustomerDirectory(calls, () => 'http://crm.example');
    this.#farm = new Farm({
      rules: { ...rules, clericalMs: 30_000 },
      spelling: 'documented',
      farmSize: 4,
      lingerMs: 120_000,
      clock,
      telephony: this.line,
      calls,
      directory,
      log,
    });
  }

  /** The operator's state; `null` if no process serves the operator. */
  get state(): AgentState | null {
    const [process] = this.#farm.processes;
    return (this.#process = process ?? null) && this.#process.state;
  }

  /** The operator logs in at another computer. */
  logInElsewhere(): void {
    this.isElsewhere = true;
    const client: FarmClient = {
      userId: '301',
      user: 'agent1',
      sessionId: 'elsewhere',
      snapshot: silence,
      remoteConnect: silence,
      agentUnavailable: silence,
      dismiss: () => (this.isElsewhereDismissed = true),
    };
    this.#farm.connect(client);
    this.#farm.receive(client, { request: login });
  }

  isElsewhere = false;
  /** A log-in here logged the other computer out. */
  isElsewhereDismissed = false;

  connect(client: FarmClient): void {
    this.clients.add(client);
    this.#farm.connect(client);
  }

  disconnect(client: FarmClient): void {
    this.clients.delete(client);
    this.#farm.disconnect(client);
  }

  /** `presses`: how many there had been when it was sent. */
  receive(client: FarmClient, request: AgentRequest, presses: number, by: Page): void {
    const traceId = this.state?.call?.traceId ?? null;
    this.received.push({ request, traceId, presses, by });
    this.#farm.receive(client, { request });
  }

  /** Offers an incoming call. */
  offer(): void {
    // One code a call, so that saving it ends clerical at once.
    const queue = { ...queueNamed('IN_Support'), multipleCallCodes: false };
    this.#farm.offer('agent1', { direction: 'incoming', number: '0501112233', queue, waitSeconds: 1 });
  }
}
