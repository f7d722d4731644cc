import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { type AlertAcknowledgement, heartbeatInterval, hubPath } from 'mediatel-lib/hub-protocol';
import type { Logger } from 'pino';
import { Server, type ServerOptions } from 'socket.io';
import { type Clock, type Identity, systemClock } from '../server-kit';
import { AcknowledgementDesk } from './acknowledgement-desk';
import { Acknowledgements } from './acknowledgements';
import { BoardSide } from './board-side';
import { DayCalendar } from './day-calendar';
import { DayWriter } from './day-writer';
import { Days } from './days';
import type { HubStore } from './hub-store';
import { type Mark, NewsDesk, type NodeNews, takeNews } from './node-news';
import { Roster } from './roster';
import { StoreKeeper } from './store-keeper';
import { type HubSpeaker, TabSide } from './tab-side';
import type { HubTeams } from './teams';

export type { HubSpeaker } from './tab-side';

/** Milliseconds between frames: many changes, one message. Half of what a supervisor's eye would notice. */
export const frameInterval = 50;
/** Heartbeats are passed on this often; nobody needs them sooner. */
const confirmInterval = 1000;
/** Two heartbeats missed and a little: a lost tab is unconfirmed within 10 s, its way to the screen included. */
const silence = 8_800;
const silenceInterval = 250;
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
  readonly clock?: Clock;
  /** Where midnight is; the store's own. Default: by the process's zone. */
  readonly calendar?: DayCalendar;
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
  private readonly acknowledgements: AcknowledgementDesk;
  private readonly keeper: StoreKeeper;
  private readonly days: DayWriter;
  private readonly clock: Clock;
  private readonly identities = new WeakMap<IncomingMessage, Identity>();
  private readonly stops: (() => void)[];

  constructor(private readonly parts: HubParts) {
    const { store, teams, log, nameOf = (login: string) => login } = parts;
    const clock = (this.clock = parts.clock ?? systemClock);
    this.roster = new Roster(() => clock.now());
    this.news = new NewsDesk(this.node);
    this.keeper = new StoreKeeper(log);
    this.days = new DayWriter(store, this.keeper);
    const acknowledgements = new Acknowledgements(this.roster);
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
      acknowledgements,
      acknowledged: (acknowledgement) => this.acknowledgements.add(acknowledgement),
      days: new Days({
        roster: this.roster,
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
    this.acknowledgements = new AcknowledgementDesk({
      known: acknowledgements,
      store,
      keeper: this.keeper,
      clock,
      tellBoards: () => this.boards.tellAcknowledgements(),
      tellNodes: (all) => void (parts.adapter && this.io.serverSideEmit('acknowledged', all)),
    });
    this.io.on('acknowledged', (all: readonly AlertAcknowledgement[]) => this.acknowledgements.hear(all));
    this.io.on('news', (news: NodeNews) => this.hearNode(news));
    this.io.on('wanted', (wanted: { readonly from: string; readonly ids: readonly string[] | 'all' }) => {
      if (wanted.from !== this.node) this.tabs.tellAgain(wanted.ids);
    });
    this.stops = [
      clock.every(frameInterval, () => this.flush(false)),
      clock.every(silenceInterval, () => this.doubtSilent()),
      clock.every(confirmInterval, () => this.look()),
    ];
  }

  get operators(): number {
    return this.roster.size;
  }

  /** Takes over what is known elsewhere: from the store, and from the other nodes. To be called once, before requests come. */
  async open(): Promise<void> {
    for (const record of await this.parts.store.load()) this.roster.take({ ...record, confidence: 'unconfirmed' });
    await this.acknowledgements.load();
    this.askNodes('all');
  }

  /** The store was away and is back: what was missed is said again, both ways. */
  recover(): void {
    this.days.forget();
    this.tabs.tellAgain('all');
    this.askNodes('all');
    this.acknowledgements.recover();
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

  private askNodes(ids: readonly string[] | 'all'): void {
    if (this.parts.adapter) this.io.serverSideEmit('wanted', { from: this.node, ids });
  }

  private hearNode(news: NodeNews): void {
    if (news.node === this.node) return;
    const behind = takeNews(this.roster, news);
    if (behind.length > 0) this.askNodes(behind);
  }

  private doubtSilent(): void {
    for (const id of this.roster.silentFor(silence)) {
      if (!this.roster.doubt(id)) continue;
      const record = this.roster.get(id);
      if (record) this.days.note(record);
    }
  }

  /** Each second: who may be forgotten, alerts taken on, and the heartbeats. */
  private look(): void {
    const over = this.roster.lostFor(shiftIsOver);
    for (const id of over) this.roster.forget(id);
    if (over.length > 0) this.keeper.keep(this.parts.store.forget(over));
    this.acknowledgements.look();
    this.days.look(this.roster);
    this.flush(true);
  }

  private flush(withHeartbeats: boolean): void {
    const { store } = this.parts;
    const at = this.clock.now();
    const news = this.news.take(at, withHeartbeats);
    if (news) {
      if (this.parts.adapter) this.io.serverSideEmit('news', news);
      if (news.records.length > 0) this.keeper.keep(store.save(news.records));
      if (news.gone.length > 0) this.keeper.keep(store.forget(news.gone.map(([id]) => id)));
      for (const record of news.records) this.days.note(record);
      for (const mark of news.lost) this.noteLost(mark);
    }
    this.days.write();
    this.boards.tell(at, withHeartbeats);
  }

  /** Unless another tab of the operator has spoken since, here or at another node. */
  private noteLost([id, epoch, seq]: Mark): void {
    const record = this.roster.get(id);
    if (record?.epoch === epoch && record.seq === seq) this.days.note(record);
  }
}
