import { keptCallLifetime } from 'mediatel-lib/ports';
import type { OutgoingTrack } from '../media/outgoing-track';
import type { CallSurroundings } from './call-surroundings';

/** The sound of a call that is left to another tab. It sends no SIP. */
export interface LeftSound {
  /** Whether it has an audio path. */
  readonly isConnected: boolean;
  readonly callId: string;
  /** The customer does not hear this tab either, while the other one has no sound yet. */
  setMuted(muted: boolean): void;
  close(): void;
}

/** Whether ICE has a working path. */
export const hasPath = ({ iceConnectionState }: RTCPeerConnection): boolean =>
  iceConnectionState === 'connected' || iceConnectionState === 'completed';

/** Keeps the sound until it is closed, but not longer than another tab can resume the call. */
export function leftSound(
  callId: string,
  connection: RTCPeerConnection,
  outgoing: OutgoingTrack,
  { remoteAudio, after }: Pick<CallSurroundings, 'remoteAudio' | 'after'>,
  remote: MediaStream | undefined,
): LeftSound {
  const close = (): void => {
    callOff();
    outgoing.stop();
    if (remote) remoteAudio.detach(remote);
    connection.close();
  };
  const callOff = after(keptCallLifetime, close);
  return {
    get isConnected() {
      return hasPath(connection);
    },
    callId,
    setMuted: (muted) => outgoing.setMuted(muted),
    close,
  };
}
