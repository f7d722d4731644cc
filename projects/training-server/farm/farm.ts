import type { AgentRequest } from 'mediatel-lib/protocol';
import type { LoginFailure } from '../agent/login-failure';
import type { AgentState, Operator } from '../agent/agent-state';
import type { Offer } from '../agent/agent-event';
import type { Cancel } from '../../server-kit';
import { SparingLog } from '../sparing-log';
import { AgentProcess } from './agent-process';
import type { FarmClient } from './farm-client';
import type { FarmSetting } from './farm-setting';
import type { Staging } from './staging';

/** A request, or why it could not be read. */
export type ReadRequest =
  | { readonly request: AgentRequest }
  | { readonly loginRefused: LoginFailure }
  | { readonly malformed: { readonly login: boolean; readonly reason: string } };

/**
 * The agent farm: one process per operator.
 *
 * A returning socket finds its process by the cookie's `userID`. A further sign-in of a logged-in user gets a process
 * of its own until it logs in: the newest log-in of an operator wins. Of several sign-ins that are not logged in, the
 * newest wins at once, so that one user holds two processes at most. The loser is informed of the reason and
 * disconnected.
 */
export class Farm {
  readonly #processes = new Set<AgentProcess>();
  readonly #processOf = new Map<FarmClient, AgentProcess>();
  readonly #lingering = new Map<AgentProcess, Cancel>();
  #started = 0;

  readonly #warnings: SparingLog;
  readonly #setting: FarmSetting;

  constructor(setting: FarmSetting) {
    this.#setting = setting;
    this.#warnings = new SparingLog(setting.log);
  }

  /** The agent processes that serve operators now. */
  get processes(): Iterable<AgentProcess> {
    return this.#processes;
  }

  get size(): number {
    return this.#processes.size;
  }

  get calls(): number {
    return [...this.#processes].filter(({ state }) => state.call !== null && state.phase !== 'clerical').length;
  }

  /** Gives the client a process, or reports that none is free. */
  connect(client: FarmClient): void {
    const process = this.#findFor(client) ?? this.#start(client);
    if (!process) {
      const { farmSize } = this.#setting;
      this.#warnings.warn({ refused: client.user, farmSize, largest: this.#largestHolder() }, 'the farm is full');
      client.agentUnavailable();
      return;
    }
    process.sessionId = client.sessionId;
    this.#join(client, process);
  }

  disconnect(client: FarmClient): void {
    const process = this.#processOf.get(client);
    if (!process) return;
    this.#processOf.delete(client);
    process.clients.delete(client);
    if (process.clients.size > 0) return;
    if (process.state.operator === null) return this.#remove(process);
    this.#lingering.set(
      process,
      this.#setting.clock.schedule(this.#setting.lingerMs, () => {
        process.apply({ type: 'abandoned' });
        this.#remove(process);
      }),
    );
  }

  receive(client: FarmClient, read: ReadRequest): void {
    // A client that found the farm full tries again with each request.
    if (!this.#processOf.has(client)) this.connect(client);
    const process = this.#processOf.get(client);
    if (!process) return;
    if ('malformed' in read) return process.apply({ type: 'malformed', ...read.malformed });
    if ('loginRefused' in read) return process.apply({ type: 'loginRefused', failure: read.loginRefused });
    process.request(read.request);
  }

  /** Offers a call to an operator, and returns its trace id; `null` unless logged in and available. */
  offer(login: string, offer: Omit<Offer, 'particulars'>): string | null {
    return this.#findByLogin(login)?.offer(offer) ?? null;
  }

  /** The state of an operator's agent; `null` unless logged in. */
  stateOf(login: string): AgentState | null {
    return this.#findByLogin(login)?.state ?? null;
  }

  /** Makes an operator's agent ignore requests until it is restarted, or frees it. */
  setStuck(login: string, isStuck: boolean): void {
    this.#findByLogin(login)?.setStuck(isStuck);
  }

  /** Sends an operator's browsers one snapshot made up by a trainer; `false` unless logged in. */
  stage(login: string, staging: Staging): boolean {
    const process = this.#findByLogin(login);
    process?.stage(staging);
    return process !== undefined;
  }

  /** Whether an operator is logged in now. */
  isLoggedIn(login: string): boolean {
    return this.#findByLogin(login) !== undefined;
  }

  /**
   * Logs out operators whose account is no longer current, and closes their connections. A call goes on, with its
   * clerical: the operator is logged out after it.
   */
  dismissUnless(isCurrent: (login: string) => boolean): void {
    for (const process of this.#processes) {
      const { operator } = process.state;
      const login = operator?.login ?? process.user;
      process.whenFree(login === null || isCurrent(login) ? null : () => this.#dismiss(process, login));
    }
  }

  /** Ends every call and its record. Clients get no message: they would take a log-out for an unrequested one. */
  close(): void {
    for (const process of this.#processes) {
      process.clients.clear();
      process.apply({ type: 'abandoned' });
      this.#remove(process);
    }
    this.#processOf.clear();
  }

  #findByLogin(login: string): AgentProcess | undefined {
    return [...this.#processes].find(({ state }) => state.operator?.login === login);
  }

  #findFor({ userId, sessionId }: FarmClient): AgentProcess | undefined {
    if (userId === null) return undefined;
    const own = [...this.#processes].filter((process) => process.userId === userId);
    return own.find((process) => process.sessionId === sessionId) ?? own.find(({ clients }) => clients.size === 0);
  }

  #start(client: FarmClient): AgentProcess | undefined {
    this.#endUnused(client);
    if (this.#processes.size >= this.#setting.farmSize) return undefined;
    const host = `MTAgentFarm-TRAIN-${String(++this.#started).padStart(3, '0')}`;
    const process = new AgentProcess(host, client.userId, client.user, this.#setting, (winner, operator) =>
      this.#settle(winner, operator),
    );
    this.#processes.add(process);
    return process;
  }

  /** Ends processes of the user's earlier sign-ins that have not logged in. */
  #endUnused({ userId }: FarmClient): void {
    if (userId === null) return;
    for (const process of this.#processes) {
      if (process.userId !== userId || process.state.operator !== null) continue;
      const { user, host } = process;
      this.#warnings.warn({ user, host }, 'taken over by a newer sign-in', `sign-in of ${user}`);
      this.#endTakenOver(process);
    }
  }

  /** The user with the most processes: the one to check if none are left. */
  #largestHolder(): { readonly user: string | null; readonly processes: number } | null {
    const held = new Map<string | null, number>();
    for (const { user } of this.#processes) held.set(user, (held.get(user) ?? 0) + 1);
    const [largest] = [...held].sort(([, a], [, b]) => b - a);
    return largest ? { user: largest[0], processes: largest[1] } : null;
  }

  #join(client: FarmClient, process: AgentProcess): void {
    this.#lingering.get(process)?.();
    this.#lingering.delete(process);
    this.#processOf.set(client, process);
    process.attach(client);
  }

  /**
   * An operator has one process. That of an earlier log-in is taken over if it has no connection, and ended otherwise.
   */
  #settle(winner: AgentProcess, operator: Operator): void {
    const { log } = this.#setting;
    const earlier = [...this.#processes].filter(
      (process) => process !== winner && process.state.operator?.agentId === operator.agentId,
    );
    for (const process of earlier) {
      if (process.clients.size === 0) {
        log.info({ operator: operator.login, host: process.host }, 'returned to the earlier farm process');
        const clients = [...winner.clients];
        process.sessionId = winner.sessionId;
        this.#remove(winner);
        for (const client of clients) this.#join(client, process);
        return;
      }
      log.warn({ operator: operator.login, host: process.host }, 'taken over by a newer log-in');
      this.#endTakenOver(process);
    }
  }

  #dismiss(process: AgentProcess, login: string): void {
    this.#setting.log.info({ operator: login, host: process.host }, 'logged out: the account is no longer current');
    const clients = [...process.clients];
    process.apply({ type: 'abandoned' });
    this.#remove(process);
    for (const client of clients) client.dismiss('signed-out');
  }

  #endTakenOver(process: AgentProcess): void {
    const losers = [...process.clients];
    process.apply({ type: 'takenOver' });
    this.#remove(process);
    for (const loser of losers) loser.dismiss('taken-over');
  }

  #remove(process: AgentProcess): void {
    this.#lingering.get(process)?.();
    this.#lingering.delete(process);
    process.retire();
    for (const client of process.clients) this.#processOf.delete(client);
    process.clients.clear();
    this.#processes.delete(process);
  }
}
