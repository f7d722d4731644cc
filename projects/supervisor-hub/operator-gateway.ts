import {
  type HubRefusal,
  type HubToTabEvents,
  type OperatorPauses,
  type OperatorRecord,
  type Presence,
  type SupervisorRequest,
  type SupervisorRequestOutcome,
  type TabEvents,
  decodeOperatorPauses,
  decodePresence,
  hubNamespaces,
} from 'mediatel-lib/hub-protocol';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { type Identity, SparingLog, TokenBuckets } from '../server-kit';
import type { GatewayParts } from './gateway-parts';
import type { ReplicationOutbox } from './replication';
import { teamOf } from './teams';

/** A tab's messages a second. A tab changes a few times a second at most; a burst comes with a reconnect. */
const messagesPerSecond = 10;
const messagesAtOnce = 40;
/** How long an operator's tab may take to carry a request out (ms). */
const requestTimeout = 5_000;
/** How long an operator's tab may take to name its pauses (ms). A tab of an earlier version never does. */
const pausesTimeout = 1_500;

interface TabData {
  readonly identity: Identity;
}
type TabNamespace = Namespace<TabEvents, HubToTabEvents, DefaultEventsMap, TabData>;
type TabSocket = Socket<TabEvents, HubToTabEvents, DefaultEventsMap, TabData>;

export interface OperatorGatewayParts extends GatewayParts {
  readonly outbox: ReplicationOutbox;
  readonly nameOf: (login: string) => string;
}

/** Publishes an operator's presence without a socket. */
export interface HubSpeaker {
  tell(presence: Presence): void;
  /** A heartbeat. */
  confirm(): void;
  /** Removes the operator from the boards. */
  leave(): void;
}

const roomOf = (id: string): string => `operator:${id}`;

/**
 * The operators' side of the hub. A tab publishes only its own operator's presence; the newest tab of an operator
 * counts.
 */
export class OperatorGateway {
  readonly #tabs: TabNamespace;
  /** The operators whose newest tab is connected to this node. */
  readonly #own = new Map<string, { readonly epoch: number }>();

  readonly #buckets: TokenBuckets;
  readonly #warnings: SparingLog;
  readonly #parts: OperatorGatewayParts;

  constructor(parts: OperatorGatewayParts) {
    this.#parts = parts;
    this.#buckets = new TokenBuckets(messagesPerSecond, messagesAtOnce, () => parts.clock.elapsed());
    this.#warnings = new SparingLog(parts.log);
    this.#tabs = parts.io.of(hubNamespaces.tab);
    this.#tabs.use((socket, next) => {
      const identity = parts.identityOf(socket.request);
      if (!identity) return next(new Error('not-authorised'));
      socket.data = { identity };
      next();
    });
    this.#tabs.on('connection', (socket) => void this.#accept(socket));
  }

  /** Sends a request to an operator's tab, whichever node it is connected to. */
  async sendRequest(id: string, from: string, request: SupervisorRequest): Promise<SupervisorRequestOutcome> {
    const answers: unknown = await this.#tabs
      .to(roomOf(id))
      .timeout(requestTimeout)
      .emitWithAck('request', { from, name: this.#parts.nameOf(from), request })
      // An older tab of the operator, just being replaced, may not answer. The answers of the others count.
      .catch((error: { responses?: unknown }) => error.responses ?? []);
    const [answer] = Array.isArray(answers) ? (answers as unknown[]) : [];
    return readOutcome(answer);
  }

  /** The pauses that the operator's tab offers, whichever node it is connected to; `null` if it does not say so. */
  async pausesOf(id: string): Promise<OperatorPauses | null> {
    const answers: unknown = await this.#tabs
      .to(roomOf(id))
      .timeout(pausesTimeout)
      .emitWithAck('pauses')
      .catch((error: { responses?: unknown }) => error.responses ?? []);
    const [answer] = Array.isArray(answers) ? (answers as unknown[]) : [];
    return decodeOperatorPauses(answer);
  }

  /** Sends the records of this node's own tabs to the other nodes again. */
  tellAgain(ids: readonly string[] | 'all'): void {
    for (const id of ids === 'all' ? this.#own.keys() : ids) {
      const record = this.#own.has(id) ? this.#parts.roster.get(id) : undefined;
      if (record) this.#parts.outbox.addRecord(record);
    }
  }

  /** Like a tab's connection, for a publisher in this process. It ends no older tab. */
  async speakFor({ userId: id, username }: Identity): Promise<HubSpeaker> {
    const { clock, outbox, roster, teams, nameOf } = this.#parts;
    const tab = { epoch: await this.#epochOf(id), seq: 0 };
    const { epoch } = tab;
    this.#own.set(id, { epoch });
    return {
      tell: (presence) => {
        tab.seq += 1;
        const at = clock.now();
        const record: OperatorRecord = {
          id,
          name: nameOf(username),
          team: teamOf(username, teams),
          presence,
          receivedAt: at,
          confirmedAt: at,
          confidence: 'live',
          ...tab,
        };
        if (roster.addIfNewer(record)) outbox.addRecord(record);
      },
      confirm: () => {
        const record = roster.get(id);
        if (record?.epoch !== epoch) return;
        roster.confirm(id, clock.now());
        outbox.addHeartbeat(record);
      },
      leave: () => {
        const record = roster.get(id);
        this.#own.delete(id);
        if (record?.epoch !== epoch) return;
        outbox.addGone(record);
        roster.forget(id);
      },
    };
  }

  async #accept(socket: TabSocket): Promise<void> {
    const { clock } = this.#parts;
    const { identity } = socket.data;
    const id = identity.userId;
    const bucket = this.#buckets.of(id);
    let tab: { epoch: number; seq: number } | null = null;
    /** The message that came before the epoch was known. */
    let early: unknown;

    const hear = (value: unknown): void => {
      if (!tab) {
        early = value;
        return;
      }
      const decoded = decodePresence(value);
      if (!decoded.ok) return this.#refuse(socket, 'invalid', `${decoded.path} ${decoded.reason}`);
      if (decoded.presence.operator !== identity.username) return this.#refuse(socket, 'not-your-presence', '');
      tab.seq += 1;
      const at = clock.now();
      const record: OperatorRecord = {
        id,
        name: this.#parts.nameOf(identity.username),
        team: teamOf(identity.username, this.#parts.teams),
        presence: decoded.presence,
        receivedAt: at,
        confirmedAt: at,
        confidence: 'live',
        ...tab,
      };
      if (this.#parts.roster.addIfNewer(record)) this.#parts.outbox.addRecord(record);
    };
    socket.use((_event, next) => {
      if (bucket.take()) return next();
      this.#refuse(socket, 'too-frequent', `more than ${messagesPerSecond} messages a second`);
      socket.disconnect(true);
    });
    socket.on('presence', hear);
    socket.on('heartbeat', () => {
      const record = this.#parts.roster.get(id);
      if (!tab || record?.epoch !== tab.epoch) return;
      this.#parts.roster.confirm(id, clock.now());
      this.#parts.outbox.addHeartbeat(record);
    });
    socket.on('error', (error) =>
      this.#warn({ err: error, user: identity.username }, 'message of a tab could not be processed', identity.username),
    );
    socket.on('disconnect', () => {
      if (tab) this.#leave(id, tab.epoch);
    });

    const epoch = await this.#epochOf(id);
    if (socket.disconnected) return;
    tab = { epoch, seq: 0 };
    this.#own.set(id, { epoch });
    // On all nodes: an older tab of the operator is superseded. The adapter may send to this node's tabs only after the
    // other nodes', when this tab has joined too; so it is excepted.
    const older = this.#tabs.to(roomOf(id)).except(socket.id);
    older.emit('refused', { reason: 'superseded', detail: '' });
    older.disconnectSockets(true);
    await socket.join(roomOf(id));
    if (early !== undefined) hear(early);
  }

  /**
   * A number higher than those of all the operator's earlier tabs. Without the store, higher than those this node has
   * seen.
   */
  async #epochOf(id: string): Promise<number> {
    const seen = (this.#parts.roster.get(id)?.epoch ?? 0) + 1;
    try {
      return Math.max(seen, await this.#parts.store.nextEpoch(id));
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'store unreachable: this node chooses the epoch itself');
      return Math.max(seen, this.#parts.clock.now());
    }
  }

  #leave(id: string, epoch: number): void {
    if (this.#own.get(id)?.epoch === epoch) this.#own.delete(id);
    const record = this.#parts.roster.get(id);
    if (record?.epoch !== epoch) return;
    if (record.presence.status === 'offline') {
      this.#parts.outbox.addGone(record);
      this.#parts.roster.forget(id);
    } else if (this.#parts.roster.markUnconfirmed(id)) {
      this.#parts.outbox.addLost(record);
    }
  }

  #warn(facts: object, message: string, cause: string): void {
    this.#warnings.warn(facts, message, `${message} ${cause}`);
  }

  #refuse(socket: TabSocket, reason: HubRefusal, detail: string): void {
    const user = socket.data.identity.username;
    this.#warn({ user, reason, detail }, 'presence refused', `${reason} ${user}`);
    socket.emit('refused', { reason, detail });
    if (reason === 'not-your-presence') socket.disconnect(true);
  }
}

function readOutcome(answer: unknown): SupervisorRequestOutcome {
  if (typeof answer !== 'object' || answer === null || !('outcome' in answer)) return { outcome: 'away' };
  const { outcome } = answer;
  if (outcome === 'sent' || outcome === 'shown') return { outcome };
  if (outcome !== 'refused') return { outcome: 'away' };
  return {
    outcome,
    reason: 'reason' in answer && typeof answer.reason === 'string' ? answer.reason.slice(0, 200) : '',
  };
}
