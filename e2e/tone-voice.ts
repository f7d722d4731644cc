import type { Page } from '@playwright/test';

/**
 * Gives the page a microphone of one steady tone, in place of the browser's fake one. So everybody in a call is known by
 * the pitch.
 */
export const speakAs = (page: Page, hz: number) =>
  page.addInitScript((hz) => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: hz });
      const quiet = new GainNode(context, { gain: 0.25 });
      const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      tone.connect(quiet).connect(out);
      tone.start();
      await context.resume();
      return out.stream;
    };
  }, hz);

/**
 * The share of each tone in the sound that the page receives now, over all of its open connections: 1 for a pure tone.
 * The page must have `watchConnections`.
 */
export const heardTones = <Hz extends number>(page: Page, tones: readonly Hz[]): Promise<Record<Hz, number>> =>
  page.evaluate(async (tones) => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 8192 });
    for (const connection of window.heardConnections) {
      if (connection.connectionState === 'closed') continue;
      for (const { track } of connection.getReceivers())
        context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    }
    await context.resume();
    // The analyser must have a whole window of sound. A silent source ends there, by the clock of the sound itself.
    const silence = new ConstantSourceNode(context, { offset: 0 });
    const whole = new Promise((resolve) => silence.addEventListener('ended', resolve));
    silence.connect(context.destination);
    silence.start();
    silence.stop(context.currentTime + analyser.fftSize / context.sampleRate);
    await whole;
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const { sampleRate } = context;
    await context.close();
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0);
    const shareOf = (hz: number): number => {
      let [real, imaginary] = [0, 0];
      samples.forEach((sample, at) => {
        const angle = (2 * Math.PI * hz * at) / sampleRate;
        real += sample * Math.cos(angle);
        imaginary += sample * Math.sin(angle);
      });
      return power < 0.01 ? 0 : (2 * (real * real + imaginary * imaginary)) / (samples.length * power);
    };
    return Object.fromEntries(tones.map((hz) => [hz, shareOf(hz)]));
  }, tones) as Promise<Record<Hz, number>>;
