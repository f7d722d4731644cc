import { jest } from '@jest/globals';
import type { CallMediaFlow } from 'mediatel-lib/ports';
import { CallStatsMonitor } from './call-stats-monitor';

/** A call in Firefox, whose `media-source` has neither `audioLevel` nor `totalAudioEnergy`. */
class FirefoxCall {
  readonly proofs: CallMediaFlow[] = [];
  level: number | null = null;
  /** Whether no packet passes. */
  isDead = false;
  #packets = 0;
  readonly #watch = new CallStatsMonitor({
    callId: 'a',
    connection: { getStats: () => Promise.resolve(this.#report()), getTransceivers: () => [] } as never,
    now: () => Date.now(),
    mute: () => null,
    playback: () => 'playing',
    sentLevel: () => this.level,
    proved: (proof) => this.proofs.push(proof),
    measured: () => undefined,
  });

  get outgoing(): string | undefined {
    return this.proofs.at(-1)?.outgoing.audibility;
  }
  get incoming(): string | undefined {
    return this.proofs.at(-1)?.incoming.audibility;
  }
  end(): void {
    this.#watch.end();
  }
  #report(): Map<string, unknown> {
    this.#packets += this.isDead ? 0 : 20;
    const seconds = this.#packets / 50;
    return new Map<string, unknown>([
      ['out', { type: 'outbound-rtp', kind: 'audio', packetsSent: this.#packets }],
      ['source', { type: 'media-source', kind: 'audio', trackIdentifier: '{350a9055}' }],
      [
        'in',
        {
          ...{ type: 'inbound-rtp', kind: 'audio', packetsReceived: this.#packets },
          ...{ totalAudioEnergy: 0.01 * seconds, totalSamplesDuration: seconds },
        },
      ],
    ]);
  }
}

describe('CallStatsMonitor in a browser without a level of sent audio', () => {
  let call: FirefoxCall;
  beforeEach(() => {
    jest.useFakeTimers();
    call = new FirefoxCall();
  });
  afterEach(() => {
    call.end();
    jest.useRealTimers();
  });

  it('reports neither heard nor silent for the operator', async () => {
    await jest.advanceTimersByTimeAsync(60_000);
    expect([call.outgoing, call.incoming]).toEqual(['unknown', 'heard']);
    expect(call.proofs.map(({ outgoing }) => outgoing.audibility)).not.toContain('silent');
  });

  it('uses the measured level of the sent track', async () => {
    call.level = 0.1;
    await jest.advanceTimersByTimeAsync(3000);
    expect([call.outgoing, call.incoming]).toEqual(['heard', 'heard']);
    call.level = 0;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(call.proofs.at(-1)?.outgoing).toEqual({ audibility: 'silent', reason: 'digital-silence' });
  });

  it('should say that no packets come at the moment that decides, although the looks are further apart', async () => {
    call.isDead = true;
    await jest.advanceTimersByTimeAsync(2490);
    expect(call.incoming).toBe('proving');
    await jest.advanceTimersByTimeAsync(20);
    expect([call.outgoing, call.incoming]).toEqual(['no-packets', 'no-packets']);
  });
});
