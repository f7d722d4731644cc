import type { OutgoingTrack } from '../media/outgoing-track';
import { SentLevel } from '../media/sent-level';
import { CallStatsMonitor, type WatchedCall } from '../quality/call-stats-monitor';
import type { JsSipSession } from '../jssip/jssip-module';
import type { CallSurroundings } from './call-surroundings';

/** What is known and told of the other side's reports: see `WatchedCall`. */
interface Reports extends Pick<WatchedCall, 'paced' | 'received'> {
  /** See `CallRecord`. */
  readonly within: number | null;
}

/** Monitors an answered call, also on its renewed connections, and reports what is heard and how well. */
export function watchCall(
  session: JsSipSession,
  outgoing: OutgoingTrack,
  around: Pick<CallSurroundings, 'clock' | 'stage' | 'remoteAudio' | 'measured' | 'emitEvent'>,
  { within, paced, received }: Reports,
): { readonly watch: CallStatsMonitor; readonly close: () => void } {
  const callId = session.id;
  const now = (): number => around.clock.monotonic();
  const sent = new SentLevel(around.stage);
  const watched: WatchedCall = {
    callId,
    get connection() {
      return session.connection;
    },
    paced,
    received,
    now,
    mute: () => {
      outgoing.check();
      return outgoing.cause;
    },
    playback: () => around.remoteAudio.playback,
    sentLevel: () => sent.of(outgoing.current),
    proved: (proof) => around.emitEvent({ type: 'audioProved', callId, proof, at: now() }),
    measured: (quality, verdict) => {
      around.measured(quality);
      const { rating, alarms, mos } = quality;
      const shown = Math.round(mos * 10) / 10;
      if (verdict) around.emitEvent({ type: 'qualityChanged', callId, rating, alarms, mos: shown, at: now() });
    },
  };
  const watch = new CallStatsMonitor(watched, within);
  return {
    watch,
    close: () => {
      watch.end();
      sent.close();
    },
  };
}
