import {
  type AlertAcknowledgement,
  type BoardEvents,
  type BoardRights,
  type HubDelta,
  type HubToBoardEvents,
  type OperatorPauses,
  type OperatorRecord,
  type SupervisorRequestOutcome,
  decodeSupervisorRequest,
  hubNamespaces,
} from 'mediatel-lib/hub-protocol';
import { maskNumber } from 'mediatel-lib/protocol';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { SparingLog, TokenBuckets } from '../server-kit';
import type { Acknowledgements } from './acknowledgements';
import { AuditLog } from './audit-log';
import type { Days } from './days';
import type { GatewayParts } from './gateway-parts';
import type { Changes } from './roster';
import type { OperatorGateway } from './operator-gateway';
import { rightsOf } from './teams';

interface BoardData {
  readonly rights: BoardRights;
}
type BoardNamespace = Namespace<BoardEvents, HubToBoardEvents, DefaultEventsMap, BoardData>;
type BoardSocket = Socket<BoardEvents, HubToBoardEvents, DefaultEventsMap, BoardData>;

export interface BoardGatewayParts extends GatewayParts {
  readonly tabs: OperatorGateway;
  readonly days: Days;
  readonly acknowledgements: Acknowledgements;
  readonly nameOf: (login: string) => string;
  /** A supervisor acknowledged an alert: for the store and the other nodes. */
  readonly acknowledged: (acknowledgement: AlertAcknowledgement) => void;
}

/** Supervisors with the same rights see the same, so their data is computed and encoded once. */
interface Audience {
  readonly room: string;
  readonly rights: BoardRights;
  readonly teams: ReadonlySet<string>;
  boards: number;
}

/** The contents of a delta without its time. */
type Seen = Omit<HubDelta, 'at'>;

/** A supervisor's requests a second, from all boards together. No person makes more. */
const requestsPerSecond = 5;
const requestsAtOnce = 20;
const longestId = 200;

/** The supervisors' side of the hub: sends a snapshot first, then deltas. Each board gets only what it may see. */
export class BoardGateway {
  readonly #boards: BoardNamespace;
  readonly #audiences = new Map<string, Audience>();
  readonly #audit: AuditLog;
  readonly #buckets: TokenBuckets;
  readonly #warnings: SparingLog;
  readonly #parts: BoardGatewayParts;

  constructor(parts: BoardGatewayParts) {
    this.#parts = parts;
    this.#boards = parts.io.of(hubNamespaces.board);
    this.#audit = new AuditLog(parts.store, parts.log);
    this.#buckets = new TokenBuckets(requestsPerSecond, requestsAtOnce, () => parts.clock.elapsed());
    this.#warnings = new SparingLog(parts.log);
    this.#boards.use((socket, next) => {
      const identity = parts.identityOf(socket.request);
      const rights = identity && rightsOf(identity.username, parts.teams);
      if (!rights) return next(new Error(identity ? 'not-a-supervisor' : 'not-authorised'));
      socket.data = { rights };
      next();
    });
    this.#boards.on('connection', (socket) => void this.#accept(socket));
  }

  /**
   * Sends every board what changed. Without a change it still sends a delta every second, to show that the hub is
   * alive.
   */
  sendDeltas(at: number, always: boolean): void {
    const changes = this.#parts.roster.drain(always);
    if (!changes && !always) return;
    for (const audience of this.#audiences.values()) {
      const seen = this.#seenBy(audience, changes);
      if (!seen && !always) continue;
      // To this node's own boards only: each node sends to its own.
      this.#boards.local
        .to(audience.room)
        .emit('frame', { at, ...(seen ?? { changed: [], confirmed: [], unconfirmed: [], gone: [] }) });
    }
  }

  /** Sends every board the acknowledged alerts. */
  tellAcknowledgements(): void {
    for (const audience of this.#audiences.values()) {
      this.#boards.local.to(audience.room).emit('acknowledgements', this.#acknowledgedFor(audience));
    }
  }

  #acknowledgedFor({ teams }: Audience): AlertAcknowledgement[] {
    const { acknowledgements, roster } = this.#parts;
    return acknowledgements.all().filter(({ operator }) => teams.has(roster.get(operator)?.team ?? ''));
  }

  #seenBy({ teams, rights }: Audience, changes: Changes | null): Seen | null {
    if (!changes) return null;
    const isSeen = (id: string): boolean => teams.has(this.#parts.roster.get(id)?.team ?? '');
    const seen: Seen = {
      changed: changes.changed.filter(({ team }) => teams.has(team)).map((record) => shown(record, rights)),
      confirmed: changes.confirmed.filter(isSeen),
      unconfirmed: changes.unconfirmed.filter(isSeen),
      gone: changes.gone.filter(({ team }) => teams.has(team)).map(({ id }) => id),
    };
    const size = seen.changed.length + seen.confirmed.length + seen.unconfirmed.length + seen.gone.length;
    return size === 0 ? null : seen;
  }

  async #accept(socket: BoardSocket): Promise<void> {
    const { rights } = socket.data;
    const { clock, days, roster } = this.#parts;
    const bucket = this.#buckets.of(rights.supervisor);
    socket.use((_event, next) => {
      if (bucket.take()) return next();
      const { supervisor } = rights;
      this.#warnings.warn({ supervisor }, 'board sent too many requests', `too many requests ${supervisor}`);
      socket.disconnect(true);
    });
    socket.on('request', (asked: unknown, done: unknown) => {
      if (typeof done === 'function') void this.#request(rights, asked).then((outcome) => void done(outcome));
    });
    socket.on('pauses', (operator: unknown, done: unknown) => {
      if (typeof done === 'function') void this.#pausesOf(rights, operator).then((pauses) => void done(pauses));
    });
    socket.on('timeline', (wanted: unknown, done: unknown) => {
      if (typeof done === 'function')
        void this.#dayOf(days.timelines(rights, wanted)).then((answer) => void done(answer));
    });
    socket.on('totals', (wanted: unknown, done: unknown) => {
      if (typeof done === 'function') void this.#dayOf(days.totals(rights, wanted)).then((answer) => void done(answer));
    });
    socket.on('audit', (done: unknown) => {
      if (typeof done === 'function') void this.#audit.newest(rights.teams).then((entries) => void done(entries));
    });
    socket.on('acknowledge', (alert: unknown, done: unknown) => {
      if (typeof done === 'function') done(this.#acknowledge(rights, alert));
    });
    const audience = this.#join(rights);
    socket.on('disconnect', () => this.#leave(audience));
    await socket.join(audience.room);
    socket.emit('picture', {
      at: clock.now(),
      rights,
      operators: roster
        .all()
        .filter(({ team }) => audience.teams.has(team))
        .map((record) => shown(record, rights)),
    });
    socket.emit('acknowledgements', this.#acknowledgedFor(audience));
  }

  #join(rights: BoardRights): Audience {
    const room = `audience:${JSON.stringify([[...rights.teams].sort(), rights.numbers])}`;
    const audience = this.#audiences.get(room) ?? { room, rights, teams: new Set(rights.teams), boards: 0 };
    audience.boards += 1;
    this.#audiences.set(room, audience);
    return audience;
  }

  #leave(audience: Audience): void {
    audience.boards -= 1;
    if (audience.boards === 0) this.#audiences.delete(audience.room);
  }

  async #request(rights: BoardRights, asked: unknown): Promise<SupervisorRequestOutcome> {
    const { clock, roster, tabs } = this.#parts;
    if (typeof asked !== 'object' || asked === null || !('operator' in asked) || !('request' in asked)) {
      return { outcome: 'invalid' };
    }
    const operator = typeof asked.operator === 'string' ? asked.operator : '';
    const request = decodeSupervisorRequest(asked.request);
    if (!request) return { outcome: 'invalid' };
    const record = roster.get(operator);
    const line = {
      at: clock.now(),
      supervisor: rights.supervisor,
      supervisorName: this.#parts.nameOf(rights.supervisor),
      operator: operator.slice(0, longestId),
      name: record?.name ?? '',
      team: record?.team ?? '',
      request,
    };
    if (record && rights.teams.includes(record.team) && rights.requests.includes(request.kind)) {
      return this.#audit.around(line, () => tabs.sendRequest(operator, rights.supervisor, request));
    }
    const outcome: SupervisorRequestOutcome = { outcome: record ? 'not-allowed' : 'away' };
    await this.#audit.logEntry({ ...line, outcome });
    return outcome;
  }

  /** Not in the audit log: it changes nothing. */
  async #pausesOf(rights: BoardRights, operator: unknown): Promise<OperatorPauses | null> {
    const record = typeof operator === 'string' ? this.#parts.roster.get(operator) : undefined;
    if (!record || !rights.teams.includes(record.team) || !rights.requests.includes('takePause')) return null;
    return this.#parts.tabs.pausesOf(record.id);
  }

  #acknowledge(rights: BoardRights, alert: unknown): boolean {
    if (typeof alert !== 'object' || alert === null || !('operator' in alert) || !('condition' in alert)) return false;
    const { operator, condition } = alert;
    if (typeof operator !== 'string' || typeof condition !== 'string') return false;
    const { acknowledged, acknowledgements, clock, roster } = this.#parts;
    const isWatched = rights.teams.includes(roster.get(operator)?.team ?? '');
    if (!isWatched || !acknowledgements.holds({ operator, condition })) return false;
    acknowledged({ operator, condition, by: rights.supervisor, at: clock.now() });
    return true;
  }

  async #dayOf<Answer>(read: Promise<Answer>): Promise<Answer | null> {
    try {
      return await read;
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'the day could not be read');
      return null;
    }
  }
}

/** The record as a supervisor with these rights may see it. */
function shown(record: OperatorRecord, { numbers }: BoardRights): OperatorRecord {
  const { call } = record.presence;
  if (numbers || !call?.number) return record;
  return { ...record, presence: { ...record.presence, call: { ...call, number: maskNumber(call.number) } } };
}
