import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentRequest } from 'mediatel-lib/protocol';
import pino from 'pino';
import { rules } from '../agent/agent.fixture';
import type { WireSnapshot } from '../agent/wire-snapshot';
import { newAccounts } from '../accounts';
import { CustomerDirectory } from '../farm/customer-directory';
import { Farm } from '../farm/farm';
import type { FarmClient } from '../farm/farm-client';
import { ManualClock } from '../../server-kit';
import { type Scenario, type ScenarioFile, type TrainingRun, scenarioSchema } from '../../training-kit';
import { CallStore } from '../farm/call-store';
import { openDatabase } from '../storage/database';
import { type FakeCall, FakeTelephony } from '../telephony/fake-telephony';
import type { CustomerVoice } from '../telephony/telephony';
import { RunStore } from './run-store';
import type { TrainingParts } from './training-parts';
import type { RunStart } from './run-start';
import { TrainingRuns } from './training-runs';

const accounts = newAccounts();

/** A trainee's browser. */
export class Desk implements FarmClient {
  readonly snapshots: WireSnapshot[] = [];
  readonly userId: string;
  isDismissed = false;
  readonly #farm: Farm;

  constructor(
    farm: Farm,
    readonly user: string,
    readonly sessionId: string,
  ) {
    this.#farm = farm;
    this.userId = String(300 + Number(user.replace('agent', '')));
    farm.connect(this);
  }

  snapshot = (snapshot: WireSnapshot): void => void this.snapshots.push(snapshot);
  remoteConnect = (): void => undefined;
  agentUnavailable = (): void => undefined;
  dismiss = (): void => void (this.isDismissed = true);

  get state(): unknown {
    return this.snapshots.at(-1)?.['state'];
  }

  send(...requests: readonly AgentRequest[]): this {
    for (const request of requests) this.#farm.receive(this, { request });
    return this;
  }

  logIn(): this {
    const extension = String(1000 + Number(this.user.replace('agent', '')));
    return this.send({ type: 'login', user: this.user, password: 'training', extension });
  }

  leave(): void {
    this.#farm.disconnect(this);
  }
}

/** What the customer of a call did. */
export class FakeVoice implements CustomerVoice {
  readonly done: string[] = [];
  readonly say = (samples: Int16Array): void => void this.done.push(`say ${samples.length}`);
  readonly hush = (): void => void this.done.push('hush');
  readonly setGone = (gone: boolean): void => void this.done.push(gone ? 'gone' : 'back');
  readonly hangUp = (): void => void this.done.push('hangUp');
}

/** A scenario of calls that differ from an ordinary incoming one. */
export function scenarioOf(
  calls: readonly Partial<ScenarioFile['calls'][number]>[] = [{}],
  rest: Partial<ScenarioFile> = {},
): Scenario {
  return scenarioSchema.parse({
    ...{ id: 'first-call', version: 1, title: 'First call', about: 'A call', languages: ['uk', 'en'] },
    calls: calls.map((call) => ({
      ...{ direction: 'incoming', customer: { number: '0661234567', name: 'Olha' } },
      ...call,
    })),
    ...rest,
  });
}

/** Runs on a real farm, with a fake voice side and a clock that the test sets. */
export class TrainingUnderTest {
  readonly clock = new ManualClock();
  readonly voice = new FakeTelephony();
  readonly dataDir = mkdtempSync(join(tmpdir(), 'runs-'));
  readonly database = openDatabase(this.dataDir);
  readonly calls = new CallStore(this.database);
  readonly store = new RunStore(this.database, pino({ level: 'silent' }));
  /** Cuts of sockets, as `login link ms`. */
  readonly cuts: string[] = [];
  readonly voices = new Map<string, FakeVoice>();
  readonly runs: TrainingRuns;
  readonly farm: Farm;
  readonly #desks: Desk[] = [];

  constructor(parts: Partial<TrainingParts> = {}) {
    const log = pino({ level: 'silent' });
    const { clock, voice, calls, store } = this;
    this.runs = new TrainingRuns({
      ...{ clock, voice, store, log, queues: rules.queues },
      speak: (text) => Promise.resolve(new Int16Array(text.length)),
      whyMute: () => undefined,
      cut: (login, link, ms) => this.cuts.push(`${login} ${link} ${ms}`) > 0,
      newTraceId: () => calls.newTraceId(),
      extensionOf: (login) => accounts.findByLogin(login)?.extension || null,
      farm: () => this.farm,
      ...parts,
    });
    this.farm = new Farm({
      ...{ rules, spelling: 'documented', farmSize: 50, lingerMs: 120_000, clock, calls, log },
      telephony: this.runs.telephony,
      directory: new CustomerDirectory(calls, () => 'http://localhost:4200'),
      watcher: this.runs,
    });
  }

  desk(user = 'agent1', sessionId = 'morning'): Desk {
    const desk = new Desk(this.farm, user, sessionId);
    this.#desks.push(desk);
    return desk;
  }

  /** Starts a run that must start. */
  start(scenario: Scenario = scenarioOf(), rest: Partial<RunStart> = {}): string {
    const outcome = this.runs.start({ scenario, trainee: 'agent1', language: 'uk', startedBy: 'trainer1', ...rest });
    if (!('run' in outcome)) throw new Error(outcome.message);
    return outcome.run.id;
  }

  run(id: string): TrainingRun {
    const stored = this.runs.get(id);
    if (!stored) throw new Error('no such run');
    return stored.run;
  }

  /** The voice side places the last call, and the operator and the customer hear each other. */
  join(call: FakeCall = this.voice.last): FakeVoice {
    const voice = this.placed(call);
    call.answer();
    call.request.customer?.heard({ type: 'joined' });
    return voice;
  }

  /** The voice of a call's customer. */
  placed(call: FakeCall = this.voice.last): FakeVoice {
    const voice = this.voices.get(call.callTraceId) ?? new FakeVoice();
    if (!this.voices.has(call.callTraceId)) call.request.customer?.begin(voice);
    this.voices.set(call.callTraceId, voice);
    return voice;
  }

  close(): void {
    this.runs.close();
    this.farm.close();
    this.database.close();
    rmSync(this.dataDir, { recursive: true });
  }
}
