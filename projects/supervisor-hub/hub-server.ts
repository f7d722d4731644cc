import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { type AlertAcknowledgement, heartbeatInterval, hubPath } from 'mediatel-lib/hub-protocol';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import { type Clock, type Identity, systemClock } from '../server-kit';
import { AcknowledgementSync } from './acknowledgement-sync';
import { Acknowledgements } from './acknowledgements';
import { BoardGateway } from './board-gateway';
import { DayCalendar } from './day-calendar';
import { DayWriter } from './day-writer';
import { Days } from './days';
import type { HubStore } from './hub-store';
import { type Mark, ReplicationOutbox, type ReplicationMessage, applyReplication } from './replication';
import { Roster } from './roster';
import { StoreConnection } from './store-connection';
import { type HubSpeaker, OperatorGateway } from './operator-gateway';
import type { HubTeams } from './teams';

export type { HubSpeaker } from './operator-gateway';

/** Milliseconds between deltas: many changes become one message. Half of what a supervisor's eye would notice. */
export const frameInterval = 50;
/** Milliseconds between the deltas that pass heartbeats on. Nobody needs them sooner. */
const confirmInterval = 1000;
/** Milliseconds: a little more than two missed heartbeats. So a lost tab is unconfirmed on the screen within 10 s. */
const silence = 8_800;
const silenceInterval = 250;
/** Milliseconds. An operator who is lost for longer than a shift is no longer shown. */
const shiftIsOver = 12 * 60 * 60 * 1000;
/** Bytes. A larger message ends the sender's connection. A presence has about 500 bytes. */
const largestMessage = 16_384;

/** The parts of a hub's node. */
export interface HubParts {
  readonly store: HubStore;
  readonly teams: HubTeams;
  readonly log: Logger;
  /** The operator's name for people; default: the login. */
  readonly nameOf?: (login: string) => string;
  readonly clock?: Clock;
  /** Defines when midnight is, as in the store. Default: by the process's zone. */
  readonly calendar?: DayCalendar;
  /** Connects this node to the other nodes; default: none. */
  readonly adapter?: ServerOptions['adapter'];
}

type EngineRequest = Parameters<Server['engine']['handleRequest']>[0];

/**
 * A node of the supervisor hub: receives operators' presence and sends it to supervisors' boards.
 *
 * It does not listen itself: its owner passes it requests after checking their cookie and Origin.
 */
export class HubServer {
  readonly node = randomUUID();
  readonly #io: Server;
  readonly #roster: Roster;
  readonly #outbox: ReplicationOutbox;
  readonly #tabs: OperatorGateway;
  readonly #boards: BoardGateway;
  readonly #acknowledgements: AcknowledgementSync;
  readonly #storeConnection: StoreConnection;
  readonly #days: DayWriter;
  readonly #clock: Clock;
  readonly #identities = new WeakMap<IncomingMessage, Identity>();
  readonly #stops: (() => void)[];
  readonly #parts: HubParts;

  constructor(parts: HubParts) {
    this.#parts = parts;
    const { store, teams, log } = parts;
    // A directory may know a login without a name: an empty one would leave a row without a button.
    const nameOf = (login: string): string => parts.nameOf?.(login).trim() || login;
    const clock = (this.#clock = parts.clock ?? systemClock);
    this.#roster = new Roster(() => clock.now());
    this.#outbox = new ReplicationOutbox(this.node);
    this.#storeConnection = new StoreConnection(log);
    this.#days = new DayWriter(store, this.#storeConnection);
    const acknowledgements = new Acknowledgements(this.#roster);
    this.#io = new Server({
      path: hubPath,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: largestMessage,
      perMessageDeflate: false,
      // A tab answers each ping with its heartbeat. Unlike a timer, this works in a hidden tab too.
      pingInterval: heartbeatInterval,
      pingTimeout: 8_000,
      ...(parts.adapter ? { adapter: parts.adapter } : {}),
    });
    this.#io.attach(createServer());
    const identityOf = (request: IncomingMessage): Identity | null => this.#identities.get(request) ?? null;
    this.#tabs = new OperatorGateway({
      io: this.#io,
      identityOf,
      roster: this.#roster,
      outbox: this.#outbox,
      store,
      teams,
      nameOf,
      clock,
      log,
    });
    this.#boards = new BoardGateway({
      io: this.#io,
      identityOf,
      roster: this.#roster,
      tabs: this.#tabs,
      acknowledgements,
      nameOf,
      acknowledged: (acknowledgement) => this.#acknowledgements.add(acknowledgement),
      days: new Days({
        roster: this.#roster,
        store,
        teams,
        nameOf,
        clock,
        calendar: parts.calendar ?? new DayCalendar(),
      }),
      store,
      teams,
      clock,
      log,
    });
    this.#acknowledgements = new AcknowledgementSync({
      known: acknowledgements,
      store,
      storeConnection: this.#storeConnection,
      clock,
      updateBoards: () => this.#boards.tellAcknowledgements(),
      tellNodes: (all) => void (parts.adapter && this.#io.serverSideEmit('acknowledged', all)),
    });
    this.#io.on('acknowledged', (all: readonly AlertAcknowledgement[]) => this.#acknowledgements.addAll(all));
    this.#io.on('news', (message: ReplicationMessage) => this.#hearNode(message));
    this.#io.on('wanted', (wanted: { readonly from: string; readonly ids: readonly string[] | 'all' }) => {
      if (wanted.from !== this.node) this.#tabs.tellAgain(wanted.ids);
    });
    this.#stops = [
      clock.every(frameInterval, () => this.#flush(false)),
      clock.every(silenceInterval, () => this.#doubtSilent()),
      clock.every(confirmInterval, () => this.#sweep()),
    ];
  }

  get operators(): number {
    return this.#roster.size;
  }

  /** Loads what the store and the other nodes know. Call it once, before requests come. */
  async open(): Promise<void> {
    for (const record of await this.#parts.store.load())
      this.#roster.addIfNewer({ ...record, confidence: 'unconfirmed' });
    await this.#acknowledgements.load();
    this.#askNodes('all');
  }

  /** The store was away and is back: both sides exchange again what they missed. */
  recover(): void {
    this.#days.forget();
    this.#tabs.tellAgain('all');
    this.#askNodes('all');
    this.#acknowledgements.recover();
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    this.#io.engine.handleRequest(request as EngineRequest, response);
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity: Identity): void {
    this.#identities.set(request, identity);
    this.#io.engine.handleUpgrade(request as EngineRequest, socket, head);
  }

  /** For operators whose presence is made in this process, as a training's crowd is. */
  speakFor(identity: Identity): Promise<HubSpeaker> {
    return this.#tabs.speakFor(identity);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#io.close();
  }

  #askNodes(ids: readonly string[] | 'all'): void {
    if (this.#parts.adapter) this.#io.serverSideEmit('wanted', { from: this.node, ids });
  }

  #hearNode(message: ReplicationMessage): void {
    if (message.node === this.node) return;
    const behind = applyReplication(this.#roster, message);
    if (behind.length > 0) this.#askNodes(behind);
  }

  #doubtSilent(): void {
    for (const id of this.#roster.silentOperators(silence)) {
      if (!this.#roster.markUnconfirmed(id)) continue;
      const record = this.#roster.get(id);
      if (record) this.#days.writeRecord(record);
    }
  }

  /** Every second: forgets operators, drops acknowledgements that are over, passes heartbeats on. */
  #sweep(): void {
    const over = this.#roster.unconfirmedFor(shiftIsOver);
    for (const id of over) this.#roster.forget(id);
    if (over.length > 0) this.#storeConnection.watchWrite(this.#parts.store.forget(over));
    this.#acknowledgements.sweep();
    this.#days.writeReturned(this.#roster);
    this.#flush(true);
  }

  #flush(withHeartbeats: boolean): void {
    const { store } = this.#parts;
    const at = this.#clock.now();
    const message = this.#outbox.takeMessage(at, withHeartbeats);
    if (message) {
      if (this.#parts.adapter) this.#io.serverSideEmit('news', message);
      if (message.records.length > 0) this.#storeConnection.watchWrite(store.save(message.records));
      if (message.gone.length > 0) this.#storeConnection.watchWrite(store.forget(message.gone.map(([id]) => id)));
      for (const record of message.records) this.#days.writeRecord(record);
      for (const mark of message.lost) this.#noteLost(mark);
    }
    this.#days.write();
    this.#boards.sendDeltas(at, withHeartbeats);
  }

  /** Does nothing if another tab of the operator has sent a presence since, on this node or another. */
  #noteLost([id, epoch, seq]: Mark): void {
    const record = this.#roster.get(id);
    if (record?.epoch === epoch && record.seq === seq) this.#days.writeRecord(record);
  }
}
