import type { OutgoingTrack } from '../media/outgoing-track';
import { SentLevel } from '../media/sent-level';
import { CallStatsMonitor } from '../quality/call-stats-monitor';
import type { CallSurroundings } from './call-surroundings';

/** Monitors an answered call, and reports what is heard and how well. */
export function watchCall(
  callId: string,
  connection: RTCPeerConnection,
  outgoing: OutgoingTrack,
  around: Pick<CallSurroundings, 'clock' | 'stage' | 'remoteAudio' | 'measured' | 'emitEvent'>,
): { readonly watch: CallStatsMonitor; readonly close: () => void } {
  const now = (): number => around.clock.monotonic();
  const sent = new SentLevel(around.stage);
  const watch = new CallStatsMonitor({
    callId,
    connection,
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
  });
  return {
    watch,
    close: () => {
      watch.end();
      sent.close();
    },
  };
}
