import type { CallMediaFlow, MediaFlowReason, CallQuality, MuteCause, Playback } from 'mediatel-lib/ports';
import { levelBetween, readCallStats, type CallStats, type DirectionStats } from './call-stats';
import { beginProof, nextMediaFlow, provingFor, type AwaitedReport, type DirectionEvidence } from './next-media-flow';
import { nextQuality, sameVerdict } from './next-quality';
import { ReportPace } from './report-pace';

/** Time between two looks (ms): short while a direction is unproved, else a second. */
const proving = 400;
const watching = 1000;
/** Shortest time that counts as a second's sample (ms), since timers are not exact. */
const second = 900;

/** What the monitor uses of a call. */
export interface WatchedCall {
  readonly callId: string;
  /** The present connection. */
  readonly connection: RTCPeerConnection;
  now(): number;
  /** Why the outgoing track is muted now; `null` if it is not. */
  mute(): MuteCause | null;
  playback(): Playback['status'];
  /** Level of the outgoing track, if the statistics have none; `null` if nothing measures it. */
  sentLevel(): number | null;
  proved(proof: CallMediaFlow): void;
  /** Called with each sample. `verdict`: whether the rating or the alarms changed. */
  measured(quality: CallQuality, verdict: boolean): void;
  /** It is known how soon the other side reports on a new stream (ms). */
  paced(reportsWithin: number): void;
  /** Whether a report of the other side has come on a renewed connection, once that is known. */
  received(isReceived: boolean): void;
}

const muteReasons: Readonly<Record<MuteCause, MediaFlowReason>> = {
  operator: 'muted',
  system: 'system-muted',
  ended: 'track-ended',
};

/** Monitors one answered call: whether both sides are heard, and how well. */
export class CallStatsMonitor {
  #outgoing: DirectionEvidence;
  #incoming: DirectionEvidence;
  #proof: CallMediaFlow | null = null;
  #last: CallStats | null = null;
  #sample: CallStats | null = null;
  #quality: CallQuality | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #ended = false;
  /** The connection whose counters were read last. */
  #connection: RTCPeerConnection | null = null;
  #pace = new ReportPace();
  #reportsWithin: number | null;
  #awaited: AwaitedReport | null = null;
  readonly #call: WatchedCall;

  /** `reportsWithin`: how soon the other side reports on a new stream (ms), if an earlier page has measured it. */
  constructor(call: WatchedCall, reportsWithin: number | null = null) {
    this.#call = call;
    this.#reportsWithin = reportsWithin;
    this.#outgoing = this.#incoming = beginProof(call.now());
    this.#reportFlow(null);
    void this.#readStats();
  }

  /** The call has a new connection, which is up. The other side must report on its stream, if it ever reported. */
  renewed(): void {
    this.#pace = new ReportPace();
    this.#awaited ??= this.#reportsWithin === null ? null : { within: this.#reportsWithin, isOverdue: false };
    this.proveAnew();
  }

  /** Forgets what was heard so far, and proves both directions again. */
  proveAnew(): void {
    this.#last = null;
    const { proof } = this.#outgoing;
    this.#outgoing = this.#incoming = beginProof(this.#call.now());
    // Only a report proves that the other side receives us again.
    if (this.#awaited?.isOverdue) this.#outgoing = { ...this.#outgoing, proof };
    this.#reportFlow(this.#proof?.received ?? null);
    if (this.#timer !== null) clearTimeout(this.#timer);
    void this.#readStats();
  }

  end(): void {
    this.#ended = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #readStats(): Promise<void> {
    this.#timer = null;
    const { connection } = this.#call;
    // Another connection counts from zero.
    if (connection !== this.#connection) this.#last = this.#sample = null;
    this.#connection = connection;
    const report = await connection.getStats().catch(() => null);
    if (this.#ended || this.#timer !== null) return;
    if (report && connection === this.#call.connection) this.#evaluateStats(readCallStats(report, this.#call.now()));
    this.#timer = setTimeout(() => void this.#readStats(), this.#untilNextLook());
  }

  #evaluateStats(stats: CallStats): void {
    const before = this.#last;
    this.#last = stats;
    this.#readReport(stats);
    // The first look only reads the counters: earlier sounds prove nothing.
    if (!before) return;
    const { missedThere } = stats;
    const mute = this.#call.mute();
    this.#outgoing = nextMediaFlow(this.#outgoing, {
      ...sight(before.sent, stats.sent, stats.measuredAt, () => this.#call.sentLevel()),
      obstacle: this.#direction('send') ? mute && muteReasons[mute] : 'held',
      zerosAreDead: true,
      missedThere,
      awaited: this.#awaited,
    });
    const blocked = this.#call.playback() === 'blocked' ? 'playback-blocked' : null;
    this.#incoming = nextMediaFlow(this.#incoming, {
      ...sight(before.received, stats.received, stats.measuredAt),
      obstacle: this.#direction('recv') ? blocked : 'held',
      zerosAreDead: false,
      missedThere: null,
      awaited: null,
    });
    this.#reportFlow(missedThere === null ? null : missedThere < 1);
    this.#measure(stats);
    this.#judgeReport();
  }

  #readReport({ reportedAt }: CallStats): void {
    if (reportedAt !== null && this.#awaited) {
      this.#awaited = null;
      this.#call.received(true);
    }
    this.#pace.saw(reportedAt);
    const { within } = this.#pace;
    if (within === null || within === this.#reportsWithin) return;
    this.#reportsWithin = within;
    this.#call.paced(within);
  }

  #judgeReport(): void {
    if (!this.#awaited || this.#awaited.isOverdue || this.#outgoing.proof.reason !== 'not-received') return;
    this.#awaited = { ...this.#awaited, isOverdue: true };
    this.#call.received(false);
  }

  /** Time until the next look (ms). While a direction is unproved it is not later than the moment that decides. */
  #untilNextLook(): number {
    const open = [this.#outgoing, this.#incoming].filter(({ proof }) => proof.audibility === 'proving');
    if (open.length === 0 && !this.#awaited) return watching;
    const moments = open.map(({ since }) => since + provingFor);
    if (this.#awaited && this.#outgoing.firstPacket !== null)
      moments.push(this.#outgoing.firstPacket + this.#awaited.within);
    const left = moments.map((moment) => moment - this.#call.now()).filter((ms) => ms > 0);
    return Math.min(proving, ...left);
  }

  #reportFlow(received: boolean | null): void {
    const proof: CallMediaFlow = { outgoing: this.#outgoing.proof, incoming: this.#incoming.proof, received };
    const reported = this.#proof;
    if (reported?.outgoing === proof.outgoing && reported.incoming === proof.incoming && reported.received === received)
      return;
    this.#proof = proof;
    this.#call.proved(proof);
  }

  #measure(stats: CallStats): void {
    const before = this.#sample;
    if (before && stats.measuredAt - before.measuredAt < second) return;
    this.#sample = stats;
    const next = before && nextQuality(this.#call.callId, this.#quality, before, stats);
    if (!next || next === this.#quality) return;
    const verdict = !sameVerdict(this.#quality, next);
    this.#quality = next;
    this.#call.measured(next, verdict);
  }

  /** Whether both ends agreed to that direction. A hold by re-INVITE removes one. */
  #direction(way: 'send' | 'recv'): boolean {
    const agreed = this.#call.connection.getTransceivers().find(({ currentDirection }) => currentDirection !== null);
    return agreed?.currentDirection?.includes(way) ?? true;
  }
}

/** What one look at a direction shows. `measured` replaces a level that the statistics lack. */
function sight(before: DirectionStats, now: DirectionStats, at: number, measured: () => number | null = () => null) {
  return { at, packets: now.packets - before.packets, level: levelBetween(before, now) ?? measured() };
}
