import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { type AlertAcknowledgement, type OperatorRecord, heartbeatInterval, hubPath } from 'mediatel-lib/protocol';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import { Acknowledgements } from './acknowledgements';
import { BoardSide } from './board-side';
import { Days } from './days';
import { type HubClock, systemClock } from './hub-clock';
import type { Identity } from './identity';
import type { HubStore, TimelineEntry, WrittenEntry } from './hub-store';
import { NewsDesk, type NodeNews, takeNews } from './node-news';
import { Roster } from './roster';
import { type HubSpeaker, TabSide } from './tab-side';
import type { HubTeams } from './teams';
import { entryOf, isSameStretch, lostEntry } from './timeline';

export type { HubSpeaker } from './tab-side';

/** Milliseconds between frames: many changes, one message. Half of what a supervisor's eye would notice. */
export const frameInterval = 50;
/** Heartbeats are passed on this often; nobody needs them sooner. */
const confirmInterval = 1000;
/** Two heartbeats missed and a little: with the look each second, a lost tab is unconfirmed within 10 s. */
const silence = 8_800;
/** An operator lost for longer than a shift is not shown any more. */
const shiftIsOver = 12 * 60 * 60 * 1000;
/** Larger messages cost the sender its connection. A presence has about 500 bytes. */
const largestMessage = 16_384;

export interface HubParts {
  readonly store: HubStore;
  readonly teams: HubTeams;
  readonly log: Logger;
  /** The operator's name for people to read; default the login. */
  readonly nameOf?: (login: string) => string;
  readonly clock?: HubClock;
  /** Links this node to others; default none. */
  readonly adapter?: ServerOptions['adapter'];
}

type EngineRequest = Parameters<Server['engine']['handleRequest']>[0];

/**
 * A node of the supervisor hub: takes operators' presence in, gives it to supervisors' boards.
 *
 * It never listens by itself: requests are handed to it once their cookie and Origin were checked.
 */
export class Hub {
  readonly node = randomUUID();
  private readonly io: Server;
  private readonly roster: Roster;
  private readonly news: NewsDesk;
  private readonly tabs: TabSide;
  private readonly boards: BoardSide;
  private readonly acknowledgements: Acknowledgements;
  private readonly clock: HubClock;
  private readonly identities = new WeakMap<IncomingMessage, Identity>();
  private readonly stretches = new Map<string, TimelineEntry>();
  private keeps = true;
  private unwritten: WrittenEntry[] = [];
  private readonly stops: (() => void)[];

  constructor(private readonly parts: HubParts) {
    const { store, teams, log, nameOf = (login: string) => login } = parts;
    const clock = (this.clock = parts.clock ?? systemClock);
    this.roster = new Roster(() => clock.now());
    this.news = new NewsDesk(this.node);
    this.acknowledgements = new Acknowledgements(this.roster);
    this.io = new Server({
      path: hubPath,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: largestMessage,
      perMessageDeflate: false,
      // A tab answers each ping with its heartbeat: unlike a timer, it comes in a hidden tab too.
      pingInterval: heartbeatInterval,
      pingTimeout: 8_000,
      ...(parts.adapter ? { adapter: parts.adapter } : {}),
    });
    this.io.attach(createServer());
    const identityOf = (request: IncomingMessage): Identity | null => this.identities.get(request) ?? null;
    this.tabs = new TabSide({
      io: this.io,
      identityOf,
      roster: this.roster,
      news: this.news,
      store,
      teams,
      nameOf,
      clock,
      log,
    });
    this.boards = new BoardSide({
      io: this.io,
      identityOf,
      roster: this.roster,
      tabs: this.tabs,
      acknowledgements: this.acknowledgements,
      acknowledged: (acknowledgement) => {
        this.takeAcknowledgement(acknowledgement);
        this.keep(store.acknowledge(acknowledgement));
        if (parts.adapter) this.io.serverSideEmit('acknowledged', acknowledgement);
      },
      days: new Days({ roster: this.roster, store, teams, nameOf, clock }),
      store,
      teams,
      clock,
      log,
    });
    this.io.on('acknowledged', (acknowledgement: AlertAcknowledgement) => this.takeAcknowledgement(acknowledgement));
    this.io.on('news', (news: NodeNews) => this.hearNode(news));
    this.io.on('wanted', (wanted: { readonly from: string; readonly ids: readonly string[] | 'all' }) => {
      if (wanted.from !== this.node) this.tabs.tellAgain(wanted.ids);
    });
    this.stops = [clock.every(frameInterval, () => this.flush(false)), clock.every(confirmInterval, () => this.look())];
  }

  get operators(): number {
    return this.roster.size;
  }

  /** Takes over what is known elsewhere: from the store, and from the other nodes. To be called once, before requests come. */
  async open(): Promise<void> {
    for (const record of await this.parts.store.load()) this.roster.take({ ...record, confidence: 'unconfirmed' });
    for (const acknowledgement of await this.parts.store.acknowledged()) this.acknowledgements.take(acknowledgement);
    this.askNodes('all');
  }

  /** The store was away and is back: what was missed is said again, both ways. */
  recover(): void {
    this.tabs.tellAgain('all');
    this.askNodes('all');
    void this.recoverAcknowledgements();
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    this.io.engine.handleRequest(request as EngineRequest, response);
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity: Identity): void {
    this.identities.set(request, identity);
    this.io.engine.handleUpgrade(request as EngineRequest, socket, head);
  }

  /** For operators whose presence is made in this process: a training's crowd. */
  speakFor(identity: Identity): Promise<HubSpeaker> {
    return this.tabs.speakFor(identity);
  }

  async close(): Promise<void> {
    for (const stop of this.stops) stop();
    await this.io.close();
  }

  private takeAcknowledgement(acknowledgement: AlertAcknowledgement): void {
    if (this.acknowledgements.take(acknowledgement)) this.boards.tellAcknowledgements();
  }

  /** What this node could not say is said again, what others said is read. */
  private async recoverAcknowledgements(): Promise<void> {
    const { store } = this.parts;
    for (const acknowledgement of this.acknowledgements.all()) this.keep(store.acknowledge(acknowledgement));
    const others = await store.acknowledged().catch(() => []);
    for (const acknowledgement of others) this.takeAcknowledgement(acknowledgement);
  }

  private askNodes(ids: readonly string[] | 'all'): void {
    if (this.parts.adapter) this.io.serverSideEmit('wanted', { from: this.node, ids });
  }

  private hearNode(news: NodeNews): void {
    if (news.node === this.node) return;
    const behind = takeNews(this.roster, news);
    if (behind.length > 0) this.askNodes(behind);
  }

  /** Each second: who has fallen silent, who may be forgotten, and the heartbeats. */
  private look(): void {
    for (const id of this.roster.silentFor(silence)) {
      if (this.roster.doubt(id)) this.writeLost(id);
    }
    const over = this.roster.lostFor(shiftIsOver);
    for (const id of over) this.roster.forget(id);
    if (over.length > 0) this.keep(this.parts.store.forget(over));
    const ended = this.acknowledgements.prune(this.clock.now());
    if (ended.length > 0) {
      this.keep(this.parts.store.unacknowledge(ended));
      this.boards.tellAcknowledgements();
    }
    this.flush(true);
  }

  private flush(withHeartbeats: boolean): void {
    const { store } = this.parts;
    const at = this.clock.now();
    const news = this.news.take(at, withHeartbeats);
    if (news) {
      if (this.parts.adapter) this.io.serverSideEmit('news', news);
      if (news.records.length > 0) this.keep(store.save(news.records));
      if (news.gone.length > 0) this.keep(store.forget(news.gone.map(([id]) => id)));
      for (const record of news.records) this.writeStretch(record, entryOf(record));
      for (const [id] of news.lost) this.writeLost(id);
    }
    this.writeDays();
    this.boards.tell(at, withHeartbeats);
  }

  private writeLost(id: string): void {
    const record = this.roster.get(id);
    if (record) this.writeStretch(record, lostEntry(record));
  }

  private writeStretch({ id, presence }: OperatorRecord, entry: TimelineEntry): void {
    const last = this.stretches.get(id);
    if (last && isSameStretch(last, entry)) return;
    this.stretches.set(id, entry);
    this.unwritten.push({ id, operator: presence.operator, entry });
  }

  private writeDays(): void {
    const batch = this.unwritten;
    if (batch.length === 0) return;
    this.unwritten = [];
    this.parts.store.append(batch).then(this.kept, (error: unknown) => {
      // Days are written late rather than never; a bound, since the store may be away for long.
      this.unwritten = [...batch, ...this.unwritten].slice(-100_000);
      this.notKept(error);
    });
  }

  private keep(done: Promise<void>): void {
    done.then(this.kept, this.notKept);
  }

  private readonly kept = (): void => {
    if (this.keeps) return;
    this.keeps = true;
    this.parts.log.info('the store keeps again');
  };

  /** Said once an outage: with a thousand changes a second a log would hold nothing else. */
  private readonly notKept = (error: unknown): void => {
    if (!this.keeps) return;
    this.keeps = false;
    this.parts.log.warn({ err: error }, 'the store does not keep; said again when it is back');
  };
}
