import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { AccountStore, Accounts, CurrentCookie, Passwords } from './accounts';
import type { AgentRules } from './agent/agent-rules';
import { trainingPauses } from './agent/pause';
import { trainingQueues } from './agent/queue';
import { AttemptLimiter } from './attempt-limiter';
import { Agents, Extensions } from './admin';
import { authenticator } from './authenticate';
import { type Clock, Gate, VouchCookie, isLoopback, seededRandom, systemClock } from '../server-kit';
import type { ServerConfig } from './config';
import { CustomerDirectory } from './farm/customer-directory';
import { Farm } from './farm/farm';
import type { VoiceSocket } from './http/front';
import { HubServer, MemoryStore } from '../supervisor-hub';
import { SocketFaults } from './http/socket-faults';
import { isTrainer } from './http/rights';
import { createSite } from './http/site';
import { Crowd } from './hub/crowd';
import { crowdName } from './hub/training-teams';
import { LogInGuard } from './log-in-guard';
import { recordsOfPerson } from './records-of-person';
import { createScores } from './score';
import { SparingLog } from './sparing-log';
import { AgentSocket } from './socket/agent-socket';
import { CallStore } from './farm/call-store';
import { openDatabase } from './storage/database';
import { usingDataDir } from './storage/not-stored';
import { installationSecret } from './storage/secret';
import { createSipTelephony } from './telephony/sip-telephony';
import type { Telephony } from './telephony/telephony';
import { createLessons, type Lessons } from './training/lessons';
import type { FaultPorts } from './training/training-faults';
import type { EarLines } from './trainer/ear-line';
import { trainerRunsOf } from './training/trainer-runs-of';
import type { TraineeView } from '../training-kit';
import { TrainingSocket } from './trainer/training-socket';
import { WorkBudgets } from './work-budget';

/** What the server needs from the voice side. */
export type VoiceSide = Telephony & VoiceSocket & EarLines & { close(): Promise<void> };

/** Parts that tests can replace. */
export interface ServerDependencies {
  readonly clock?: Clock;
  readonly voice?: VoiceSide;
  readonly log?: Logger;
}

/** A training server that listens. */
export interface TrainingServer {
  /** The server's address for browsers, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Scenarios and their runs. */
  readonly lessons: Lessons;
  close(): Promise<void>;
}

/** Starts a whole training server: one process, one port. Rejects if the port is in use, or with a `DataDirError`. */
export async function startTrainingServer(
  config: ServerConfig,
  dependencies: ServerDependencies = {},
): Promise<TrainingServer> {
  const log = dependencies.log ?? pino({ level: config.logLevel }, pino.destination(2));
  const clock = dependencies.clock ?? systemClock;
  const recordingsDir = join(config.dataDir, 'recordings');
  const { dataDir } = config;
  const secret = config.secret ?? usingDataDir(dataDir, () => installationSecret(dataDir));
  const database = usingDataDir(dataDir, () => openDatabase(dataDir));
  const calls = new CallStore(database, log);
  const accountStore = usingDataDir(dataDir, () => new AccountStore(database, log));
  const passwords = new Passwords({ account: config.accountPassword, sip: config.sipPassword, secret });
  const accounts = new Accounts(accountStore, passwords);
  const authenticate = authenticator(accounts);
  const budgets = new WorkBudgets(config.workMsPerSecond);
  const voice =
    dependencies.voice ?? usingDataDir(dataDir, () => createVoice(config, accounts, recordingsDir, budgets, log));

  const faults = new SocketFaults(clock);
  const scores = usingDataDir(dataDir, () =>
    createScores({ database, recordingsDir, timelineOf: (traceId) => lessons.runs.timelineOf(traceId), log }),
  );
  const lessons: Lessons = usingDataDir(dataDir, () =>
    createLessons({
      ...{ dataDir, database, accounts, calls, voice, clock, log, keeper: scores.keeper },
      cut: (login, link, ms) => cutSockets(config, faults, login, link, ms),
      farm: () => farm,
    }),
  );
  const training = new TrainingSocket({
    lines: voice,
    runs: trainerRunsOf(lessons),
    trainees: () => traineesIn(accounts),
    nameOf: (login) => accounts.nameOf(login) ?? login,
    isTrainer: (login) => isTrainer(login, accounts),
    isReachable: (extension) => voice.isRegistered(extension),
    messagesPerSecond: config.messagesPerSecond,
    budgets,
    clock,
    log: log.child({ room: 'trainer' }),
  });
  let port = config.port;
  let url = config.publicUrl ?? '';
  const farm: Farm = new Farm({
    rules: rulesOf(config, authenticate),
    spelling: config.spelling,
    dialect: config.dialect,
    farmSize: config.farmSize,
    lingerMs: config.lingerSeconds * 1000,
    clock,
    telephony: lessons.runs.telephony,
    watcher: lessons.runs,
    calls,
    directory: new CustomerDirectory(calls, () => url),
    mirror: training.desks,
    log,
  });
  accountStore.onChange(() => {
    farm.dismissUnless((login) => !accounts.isRetired(login));
    training.dismissFormer();
  });
  const cookie = new CurrentCookie(new VouchCookie(secret), accounts);
  const attempts = new AttemptLimiter(clock);
  const gate = new Gate(cookie, config.auth, config.allowedOrigins, config.publicUrl?.startsWith('https:'));
  const agentSocket = new AgentSocket(
    farm,
    () => port,
    new LogInGuard(attempts, config.auth, authenticate),
    config.messagesPerSecond,
    budgets,
    log,
    { ...config.dialect.timing, schedule: (ms, run) => clock.schedule(ms, run) },
  );
  const hub = createHub(config, accounts, log);
  const crowd = new Crowd(hub, config.seed === null ? undefined : seededRandom(config.seed));
  const { tls } = config;
  const isLoggedIn = (login: string): boolean => farm.isLoggedIn(login);
  const { site, front } = await createSite({
    config,
    tls,
    accounts,
    agents: new Agents(accountStore, passwords, isLoggedIn, recordsOfPerson(calls, lessons, scores)),
    extensions: new Extensions(accountStore, isLoggedIn),
    cookie,
    gate,
    attempts,
    socketsPerAddress: config.socketsPerAddress,
    warnings: new SparingLog(log, (ms, run) => clock.schedule(ms, run)),
    farm,
    calls,
    agentSocket,
    voice,
    hub,
    training,
    crowd,
    faults,
    lessons,
    scores,
    clock,
    recordingsDir,
    log,
  });

  const close = async (): Promise<void> => {
    lessons.close();
    await scores.close();
    farm.close();
    faults.close();
    await agentSocket.close();
    await training.close();
    crowd.close();
    await hub.close();
    await voice.close();
    front.dropSockets();
    await site.close();
    database.close();
  };
  let leftOpen: number;
  try {
    await site.listen({ host: config.host, port: config.port });
    leftOpen = usingDataDir(dataDir, () => calls.endLeftOpen());
    lessons.runs.endLeftOpen();
    void lessons.runs.scoreLeft();
  } catch (error) {
    await close();
    throw error;
  }
  if (leftOpen > 0) log.warn({ calls: leftOpen }, 'calls left open by the last run were ended');
  port = portOf(front.server.address());
  if (url === '') url = `${tls ? 'https' : 'http'}://${isLoopback(config.host) ? 'localhost' : config.host}:${port}`;
  log.info({ url, auth: config.auth, dataDir: config.dataDir }, 'training server ready');
  return { url, port, lessons, close };
}

function createVoice(
  config: ServerConfig,
  accounts: Accounts,
  recordingsDir: string,
  budgets: WorkBudgets,
  log: Logger,
): VoiceSide {
  const publicAddress = isLoopback(config.host) ? '127.0.0.1' : undefined;
  const resumption = config.dialect.sip?.resumption;
  return createSipTelephony({
    accounts,
    recordingsDir,
    log,
    publicAddress,
    soundThreads: config.soundThreads,
    ...(config.seed === null ? {} : { seed: config.seed }),
    sessionRefreshMs: config.sessionRefreshSeconds * 1000,
    ...(resumption === undefined ? {} : { resumption }),
    sip: {
      ...registrationLimits(config.dialect.sip?.expiresSeconds),
      auth: config.auth,
      otherContacts: config.otherContacts,
      messagesPerSecond: config.messagesPerSecond,
      budgets,
    },
  });
}

/** Without cookies nobody knows whose sockets are whose. */
function cutSockets(
  { auth }: ServerConfig,
  faults: SocketFaults,
  ...[login, link, ms]: Parameters<FaultPorts['cut']>
): boolean {
  if (auth !== 'none') faults.begin(login, link, 'cut', ms);
  return auth !== 'none';
}

/** A shorter registration than granted is not refused. */
function registrationLimits(expiresSeconds: number | undefined) {
  if (expiresSeconds === undefined) return {};
  return { maxExpiresS: expiresSeconds, minExpiresS: Math.min(60, expiresSeconds) };
}

/** The supervisor hub for one machine: in this process, in memory. */
function createHub({ hubCalendar: calendar, hubTeams }: ServerConfig, accounts: Accounts, log: Logger): HubServer {
  const hubLog = log.child({ room: 'hub' });
  return new HubServer({
    store: new MemoryStore(Date.now, (entry) => hubLog.info(entry, 'audit'), calendar),
    calendar,
    teams: hubTeams,
    nameOf: (login) => accounts.nameOf(login) ?? crowdName(login),
    log: hubLog,
  });
}

function rulesOf(config: ServerConfig, authenticate: AgentRules['authenticate']): AgentRules {
  return {
    authenticate,
    queues: trainingQueues,
    pauses: trainingPauses,
    clericalMs: config.clericalSeconds === 0 ? null : config.clericalSeconds * 1000,
    predictiveGapMs: config.predictiveSeconds * 1000,
    callLimitMs: 60 * 60 * 1000,
    inviteAt: config.inviteAt,
  };
}

/** Everybody who can be taught. Without passwords: trainers get it. */
function traineesIn(accounts: Accounts): readonly TraineeView[] {
  return accounts
    .logins('operator')
    .flatMap((login) => accounts.findByLogin(login) ?? [])
    .map(({ login, name, extension }) => ({ login, name, extension }));
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
