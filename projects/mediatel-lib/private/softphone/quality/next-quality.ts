import type { CallQuality, QualityAlarm, QualityRating } from 'mediatel-lib/ports';
import type { CallStats } from './call-stats';
import { meanOpinionScore, transmissionRating } from './e-model';

/** Weight of the newest second: after 5 s, three quarters of a change are visible. */
const weight = 0.25;

/** Where an alarm begins, and where it ends. Between the two, it does not change. */
interface Limit {
  readonly begins: (value: number) => boolean;
  readonly ends: (value: number) => boolean;
}

const above = (begin: number, end: number): Limit => ({ begins: (v) => v >= begin, ends: (v) => v < end });
const below = (begin: number, end: number): Limit => ({ begins: (v) => v <= begin, ends: (v) => v > end });

const limits: Readonly<Record<QualityAlarm, Limit>> = {
  'round-trip': above(400, 340),
  jitter: above(30, 24),
  mos: below(3, 3.2),
};

const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0);
/**
 * Smooths a value. A call counts as perfect before its first second, so one bad second weighs no more at the start
 * than later.
 */
const smooth = (before: number | undefined, now: number): number => (before ?? 0) + weight * (now - (before ?? 0));

/** A rating leaves its band only by a tenth of a point or more, so that it does not flicker at the border. */
function nextRating(before: QualityRating | undefined, mos: number): QualityRating {
  if (mos >= (before === 'good' ? 3.5 : 3.6)) return 'good';
  return mos > (before === 'poor' ? 3.2 : 3) ? 'fair' : 'poor';
}

/** How the other side hears us, by its own report. */
function sentQuality(
  quality: CallQuality | null,
  { missedThere }: CallStats,
  roundTrip: number | null,
): CallQuality['sent'] {
  if (missedThere === null) return quality?.sent ?? null;
  const lossShare = smooth(quality?.sent?.lossShare, Math.min(1, Math.max(0, missedThere)));
  return { lossShare, mos: meanOpinionScore(transmissionRating((roundTrip ?? 0) / 2, lossShare)) };
}

/** The quality after another look at the statistics; unchanged if no audio came since the last one. */
export function nextQuality(
  callId: string,
  quality: CallQuality | null,
  before: CallStats,
  now: CallStats,
): CallQuality | null {
  const packets = now.received.packets - before.received.packets;
  if (packets <= 0) return quality;
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  const lossShare = smooth(quality?.lossShare, share(lost, packets + lost));
  const concealedShare = smooth(
    quality?.concealedShare,
    share(now.concealed - before.concealed, now.samples - before.samples),
  );
  const buffered = now.buffered - before.buffered;
  const bufferDelay =
    buffered > 0
      ? smooth(quality?.bufferDelay, (1000 * (now.bufferDelay - before.bufferDelay)) / buffered)
      : (quality?.bufferDelay ?? 0);
  const roundTrip = now.roundTrip === null ? (quality?.roundTrip ?? null) : 1000 * now.roundTrip;
  const jitter = smooth(quality?.jitter, 1000 * now.jitter);
  // Audio that came too late to be played is lost too: concealment counts both.
  const rating = transmissionRating((roundTrip ?? 0) / 2 + bufferDelay, Math.max(lossShare, concealedShare));
  // Smooth, since its inputs are.
  const mos = meanOpinionScore(rating);
  const measured: Readonly<Record<QualityAlarm, number>> = { 'round-trip': roundTrip ?? 0, jitter, mos };
  const alarms = (Object.keys(limits) as QualityAlarm[]).filter((alarm) =>
    quality?.alarms.includes(alarm) ? !limits[alarm].ends(measured[alarm]) : limits[alarm].begins(measured[alarm]),
  );
  return {
    callId,
    mos,
    roundTrip,
    jitter,
    bufferDelay,
    packetsLost: now.packetsLost,
    lossShare,
    concealedShare,
    sent: sentQuality(quality, now, roundTrip),
    rating: nextRating(quality?.rating, mos),
    alarms,
  };
}

/** Whether rating and alarms are the same. The figures change each second, these seldom. */
export function sameVerdict(a: CallQuality | null, b: CallQuality | null): boolean {
  return a?.rating === b?.rating && a?.alarms.join() === b?.alarms.join();
}
