// The same media library, without us: it sends back each packet that it receives. Nothing is decoded or recorded.
import { MediaStreamTrack, RTCPeerConnection, usePCMU } from 'werift';
import { serve } from './serve';

/** One peer connection that echoes. */
class Echo {
  readonly #track = new MediaStreamTrack({ kind: 'audio' });
  readonly #connection = new RTCPeerConnection({
    codecs: { audio: [usePCMU()] },
    headerExtensions: { audio: [] },
    iceServers: [],
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceUseTcp: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });

  constructor() {
    this.#connection.addTransceiver(this.#track, { direction: 'sendrecv' });
    this.#connection.onTrack.subscribe((track) =>
      track.onReceiveRtp.subscribe((packet) => void this.#track.writeRtp(packet)),
    );
  }

  async createOffer(): Promise<string> {
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    return this.#connection.localDescription?.sdp ?? '';
  }

  async acceptAnswer(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
  }
}

serve<Echo>({ open: () => new Echo(), begin: () => undefined });
