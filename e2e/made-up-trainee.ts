import { type BrowserContext, type Page, expect } from '@playwright/test';
import { voice } from '../projects/training-server/score/made-sound.fixture';
import { seededRandom } from '../projects/server-kit';
import type { Finding, ScoreRule, TrainingRun } from '../projects/training-kit';
import { Desk } from './desk';
import { watchConnections } from './heard';

/** Loudness of the made-up voice (dB below full scale), as a headset's. */
const loudness = -20;

/** How long a trainee speaks (ms); 0: never. */
interface Manners {
  /** Whenever the customer has fallen silent. */
  readonly politeMs: number;
  /** At the beginning of each call. */
  readonly greetMs: number;
}

/**
 * Replaces the microphone by a voice that sounds only when the trainee speaks, and listens to what the customer says.
 *
 * A polite trainee answers by itself half a second after the customer has fallen silent, and speaks again where both stay
 * silent, as a person does who was not understood; the others are silent. One who greets speaks as soon as a call is
 * there, before the customer is heard.
 */
function installVoice({ samples, politeMs, greetMs }: Manners & { readonly samples: readonly number[] }): void {
  const silentMs = 450;
  /** Shorter than the patience of every customer. */
  const bothSilentMs = 4000;
  let heardAt = 0;
  let spokeUntil = 0;
  let hasAnswered = true;
  let context: AudioContext | null = null;
  let gate: GainNode | null = null;

  const speak = (ms: number): void => {
    if (!context || !gate) return;
    spokeUntil = performance.now() + ms;
    gate.gain.setValueAtTime(1, context.currentTime);
    gate.gain.setValueAtTime(0, context.currentTime + ms / 1000);
  };
  navigator.mediaDevices.getUserMedia = () => {
    context ??= new AudioContext();
    const sound = context.createBuffer(1, samples.length, 8000);
    sound.copyToChannel(Float32Array.from(samples), 0);
    const source = new AudioBufferSourceNode(context, { buffer: sound, loop: true });
    const out = context.createMediaStreamDestination();
    gate = new GainNode(context, { gain: 0 });
    source.connect(gate).connect(out);
    source.start();
    return Promise.resolve(out.stream);
  };
  const ears = new WeakMap<RTCPeerConnection, AnalyserNode>();
  const earOf = (connection: RTCPeerConnection): AnalyserNode | null => {
    const track = connection.getReceivers()[0]?.track;
    if (!context || track?.readyState !== 'live') return null;
    const known = ears.get(connection);
    if (known) return known;
    const ear = new AnalyserNode(context, { fftSize: 1024 });
    const heard = new MediaStream([track]);
    // The browser decodes a remote track only for an element that plays it.
    const player = Object.assign(new Audio(), { srcObject: heard, muted: true });
    void player.play();
    context.createMediaStreamSource(heard).connect(ear);
    ears.set(connection, ear);
    return ear;
  };
  const level = (ear: AnalyserNode): number => {
    const heard = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(heard);
    return Math.sqrt(heard.reduce((sum, sample) => sum + sample * sample, 0) / heard.length);
  };
  let isInCall = false;
  setInterval(() => {
    const wasInCall = isInCall;
    isInCall =
      document.querySelector('mediatel-agent-state-bar .word')?.textContent.trim().startsWith('In a call') ?? false;
    if (greetMs > 0 && isInCall && !wasInCall) speak(greetMs);
    const open = window.heardConnections.filter(({ connectionState }) => connectionState === 'connected');
    // A call that has just ended may still count as connected, without a live track.
    const heard = open.map(earOf).filter((ear) => ear !== null);
    if (heard.some((ear) => level(ear) > 0.01)) {
      heardAt = performance.now();
      hasAnswered = false;
    }
    // A call in which nothing was heard yet still rings.
    if (heard.length === 0) heardAt = 0;
    if (politeMs === 0 || heardAt === 0) return;
    const now = performance.now();
    const isNext = !hasAnswered && now - heardAt > silentMs;
    if (isNext || now - Math.max(heardAt, spokeUntil) > bothSilentMs) {
      hasAnswered = true;
      speak(politeMs);
    }
  }, 50);
  Object.assign(window, { traineeSpeaks: speak });
}

/** A trainee made of software, at the real desk in a page of its own. */
export class MadeUpTrainee {
  readonly desk: Desk;
  #run: TrainingRun | null = null;

  constructor(
    readonly page: Page,
    readonly login: string,
  ) {
    this.desk = new Desk(page);
  }

  /** Signs in. */
  static async in(
    context: BrowserContext,
    login: string,
    { politeMs, greetMs = 0 }: Partial<Manners> & Pick<Manners, 'politeMs'>,
  ): Promise<MadeUpTrainee> {
    const page = await context.newPage();
    await watchConnections(page);
    const samples = [...voice(4000, loudness, seededRandom(7), 140)].map((sample) => sample / 32767);
    await page.addInitScript(installVoice, { samples, politeMs, greetMs });
    const trainee = new MadeUpTrainee(page, login);
    await trainee.desk.signIn(login);
    await trainee.desk.ready();
    return trainee;
  }

  /** Starts a scenario as the trainee does, on the training page. */
  async start(title: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Training' }).first().click();
    const started = this.page.waitForResponse(
      (response) => response.url().endsWith('/api/training/runs') && response.request().method() === 'POST',
    );
    await this.page.getByRole('button', { name: `Start: ${title}`, exact: true }).click();
    const { runs } = (await (await started).json()) as { runs: TrainingRun[] };
    this.#run = runs[0]!;
  }

  speak(ms: number): Promise<void> {
    return this.page.evaluate(
      (length) => (window as unknown as { traineeSpeaks: (ms: number) => void }).traineeSpeaks(length),
      ms,
    );
  }

  /** Waits until the customer is in this turn. */
  async turn(id: string): Promise<void> {
    await expect.poll(async () => (await this.run()).turn, { timeout: 40_000, intervals: [200] }).toBe(id);
  }

  /** Hangs up, chooses the code that begins so, writes a note if there is one, and saves. */
  async finish(code: string, note?: string): Promise<void> {
    await this.desk.hangUp();
    await this.save(code, note);
  }

  /** After a call: chooses the code that begins so, writes a note if there is one, and saves. */
  async save(code: string, note?: string): Promise<void> {
    const { clerical } = this.desk;
    await expect(clerical).toBeVisible({ timeout: 30_000 });
    await clerical.getByRole('option', { name: code }).click();
    if (note !== undefined) await clerical.getByRole('textbox').last().fill(note);
    await this.desk.pressSave();
    await expect(clerical).toBeHidden();
  }

  async run(): Promise<TrainingRun> {
    const response = await this.page.request.get(`/api/training/runs/${this.#run!.id}`);
    return ((await response.json()) as { run: TrainingRun }).run;
  }

  /** The verdicts of the score, rule by rule, once the run is over. */
  async verdicts(): Promise<readonly (readonly [ScoreRule, Finding['verdict']])[]> {
    const { id } = this.#run!;
    await expect.poll(async () => (await this.run()).percent, { timeout: 30_000 }).not.toBeNull();
    const response = await this.page.request.get(`/api/training/runs/${id}/score`);
    const { score } = (await response.json()) as { score: { findings: readonly Finding[] } };
    return score.findings.map(({ rule, verdict }) => [rule, verdict] as const);
  }
}
