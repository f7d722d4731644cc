import type { CallQuality } from 'mediatel-lib/ports';
import type { FlightEntry } from 'mediatel-lib/recorder';
import type { IncidentEvent } from './incident';

/** A packet's absence is noticed after so long (ms; `ports/audio/media-flow.ts`). */
const noticedAfter = 3000;

/** The line where the recording has no figures: bad enough to be heard. */
const unmeasured = { lossPercent: 10, delayMs: 0, jitterMs: 0 };

/** When the line got bad and good, and when the customer's sound went and came. `atMs`: monotonic. */
export function recordedSound(entries: readonly FlightEntry[]): IncidentEvent[] {
  const events: IncidentEvent[] = [];
  let quality: CallQuality | null = null;
  let isBad = false;
  let isGone = false;
  for (const entry of entries) {
    if (entry.type === 'quality') quality = entry.quality;
    if (entry.type !== 'phone') continue;
    const { event, at } = entry;
    if (event.type === 'qualityChanged') {
      const wasBad = isBad;
      isBad = event.rating !== 'good' || event.alarms.length > 0;
      if (isBad) events.push({ type: 'badLine', atMs: at, line: lineOf(quality) });
      else if (wasBad) events.push({ type: 'goodLine', atMs: at });
    }
    if (event.type === 'audioProved') {
      const { audibility, reason } = event.proof.incoming;
      if (audibility === 'no-packets' && reason !== 'held' && !isGone) {
        events.push({ type: 'audioGone', atMs: at - noticedAfter });
        isGone = true;
      } else if (audibility === 'heard' && isGone) {
        events.push({ type: 'audioBack', atMs: at });
        isGone = false;
      }
    }
    if (event.type === 'ended') {
      [isBad, isGone] = [false, false];
      quality = null;
    }
  }
  return events;
}

/** The training server adds its delay to the round trip, and makes jitter as RFC 3550 measures it. */
function lineOf(quality: CallQuality | null): typeof unmeasured {
  if (quality === null) return unmeasured;
  const loss = Math.max(quality.lossShare, quality.sent?.lossShare ?? 0);
  const line = {
    lossPercent: Math.min(100, Math.round(loss * 100)),
    delayMs: Math.min(5000, Math.round(quality.roundTrip ?? 0)),
    jitterMs: Math.min(5000, Math.round(quality.jitter)),
  };
  return Object.values(line).some((figure) => figure > 0) ? line : unmeasured;
}
