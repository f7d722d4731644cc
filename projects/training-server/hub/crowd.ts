import { type Presence, type PresenceCallKind, heartbeatInterval } from 'mediatel-lib/hub-protocol';
import type { HubServer, HubSpeaker } from '../../supervisor-hub';
import { trainingQueues } from '../agent/queue';
import { trainingPauses } from '../agent/pause';
import { crowdTeams } from './training-teams';

/** The largest crowd, and its most changes a second. */
export const largestCrowd = 20_000;
export const mostChanges = 5_000;

/** Milliseconds between two groups of changes. */
const beat = 50;

interface Member {
  readonly speaker: HubSpeaker;
  presence: Presence;
  heardAt: number;
}

const states = [
  { state: 'STATE_IDLE', status: 'available', share: 0.25 },
  { state: 'STATE_CALL_ACTIVE', status: 'in_a_call', share: 0.45 },
  { state: 'STATE_CLERICAL', status: 'clerical', share: 0.15 },
  { state: 'STATE_PAUSE', status: 'pause', share: 0.12 },
  { state: 'STATE_HOLD', status: 'on_hold', share: 0.03 },
] as const;

/** Simulated operators, for a supervisor's board. They publish presence to the hub as tabs do, without sockets. */
export class Crowd {
  #members: Member[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #next = 0;
  #owed = 0;
  readonly #hub: HubServer;
  readonly #random: () => number;

  constructor(hub: HubServer, random: () => number = Math.random) {
    this.#hub = hub;
    this.#random = random;
  }

  get size(): number {
    return this.#members.length;
  }

  /** Makes the crowd this large; operators above that leave. 0 ends the crowd. */
  async be(size: number, changesPerSecond: number): Promise<void> {
    clearInterval(this.#timer);
    for (const { speaker } of this.#members.splice(size)) speaker.leave();
    while (this.#members.length < size) await this.#join(this.#members.length);
    if (size === 0) return;
    let last = Date.now();
    this.#timer = setInterval(() => {
      const now = Date.now();
      this.#owed = Math.min(this.#owed + (changesPerSecond * (now - last)) / 1000, changesPerSecond);
      last = now;
      for (; this.#owed >= 1; this.#owed -= 1) this.#change(this.#members[Math.floor(this.#random() * size)]);
      this.#breathe(now);
    }, beat);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#members = [];
  }

  async #join(index: number): Promise<void> {
    const place = index % crowdTeams.length;
    const login = `crowd${place + 1}-${index + 1}`;
    const speaker = await this.#hub.speakFor({ username: login, userId: `crowd-${index + 1}`, sessionId: '' });
    const member: Member = { speaker, presence: this.#presence(login, String(20_000 + index)), heardAt: Date.now() };
    this.#members.push(member);
    speaker.tell(member.presence);
  }

  #change(member: Member | undefined): void {
    if (!member) return;
    const { operator, extension } = member.presence;
    member.presence = this.#presence(operator, extension, 0);
    member.heardAt = Date.now();
    member.speaker.tell(member.presence);
  }

  /** Sends heartbeats, for a part of the crowd at a time. */
  #breathe(now: number): void {
    const due = Math.ceil((this.#members.length * beat) / heartbeatInterval);
    for (let count = 0; count < due; count += 1) {
      const member = this.#members[this.#next++ % this.#members.length];
      if (member && now - member.heardAt >= heartbeatInterval / 2) {
        member.heardAt = now;
        member.speaker.confirm();
      }
    }
  }

  #presence(operator: string, extension: string | null, age = this.#random() * 300_000): Presence {
    const now = Date.now();
    let left = this.#random();
    const { state, status } = states.find(({ share }) => (left -= share) < 0) ?? states[0];
    const inCall = state === 'STATE_CALL_ACTIVE' || state === 'STATE_HOLD';
    const queue = inCall || state === 'STATE_CLERICAL' ? this.#pick(trainingQueues).name : null;
    const since = now - Math.floor(age);
    return {
      operator,
      extension,
      state,
      status,
      since,
      serverTime: now,
      pause: state === 'STATE_PAUSE' ? this.#pick(trainingPauses).name : null,
      queue,
      call: inCall
        ? {
            traceId: String(1_000_000_000 + Math.floor(this.#random() * 1e9)),
            kind: this.#pick<PresenceCallKind>(['outgoing', 'incoming', 'predictive']),
            start: since,
            number: `066${String(Math.floor(this.#random() * 1e7)).padStart(7, '0')}`,
          }
        : null,
      codeChosen: this.#random() < 0.5,
      connected: true,
      registered: 'registered',
      microphone: 'ready',
      muted: inCall && this.#random() < 0.05,
      quality: inCall ? { mos: Math.round((2.6 + this.#random() * 1.8) * 10) / 10, roundTrip: 40, jitter: 3 } : null,
      libraryVersion: 'crowd',
    };
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
}
