import type { SoundTest } from 'mediatel-lib/ports';

const volume = 0.15;
/** Frequency (Hz) of each note and its length (s): a chord that reveals both a thin and a dull speaker. */
const notes = [440, 660, 880] as const;
const note = 0.3;
/** How long a context may take to start in a gesture (ms). Without a gesture it never starts. */
const patience = 1000;

async function running(context: AudioContext): Promise<boolean> {
  if (context.state === 'suspended') {
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([context.resume(), late]);
  }
  return context.state === 'running';
}

/** Plays three rising notes, and resolves with the result when they are over. */
export async function playTestSound(output: AudioNode | null): Promise<SoundTest> {
  const context = output?.context;
  if (!output || !(context instanceof AudioContext)) return 'failed';
  if (!(await running(context))) return 'blocked';
  const gain = context.createGain();
  const start = context.currentTime;
  const end = start + notes.length * note;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.02);
  gain.gain.setValueAtTime(volume, end - 0.1);
  gain.gain.linearRampToValueAtTime(0, end);
  gain.connect(output);
  const oscillator = context.createOscillator();
  notes.forEach((frequency, index) => oscillator.frequency.setValueAtTime(frequency, start + index * note));
  oscillator.connect(gain);
  const over = new Promise<void>((resolve) => (oscillator.onended = () => resolve()));
  oscillator.start(start);
  oscillator.stop(end);
  await over;
  gain.disconnect();
  return 'played';
}
