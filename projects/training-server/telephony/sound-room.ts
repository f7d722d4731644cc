import type { Logger } from 'pino';
import { seededRandom } from '../../server-kit';
import { loadVoices } from '../customer/voices';
import { FrameClock } from '../media/frame-clock';
import { Line, type LineCondition } from '../media/line';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Sounds } from './call-sound';
import type { Ear, EarEvents, EarMode } from './ear';
import { Ears } from './ears';
import { SoundingCall } from './sounding-call';
import { SoundingEar } from './sounding-ear';

/** Makes the sound of all calls, with one clock. */
export class SoundRoom implements Sounds {
  readonly #voices = loadVoices();
  readonly #clock = new FrameClock();
  readonly #lines = new Map<string, Line>();
  readonly #ears = new Map<string, Ears>();
  readonly #setting: SoundSetting;
  readonly #log: Logger;

  constructor(setting: SoundSetting, log: Logger) {
    this.#setting = setting;
    this.#log = log;
  }

  open(request: SoundRequest, listener: SoundListener): CallSound {
    const { callTraceId, extension } = request;
    const setting = this.#setting;
    const voices = this.#voices;
    const clock = this.#clock;
    const log = this.#log.child({ callTraceId, extension });
    const ears = this.#earsAt(extension);
    return new SoundingCall(request, { setting, voices, clock, ears }, this.#lineOf(extension), listener, log);
  }

  openEar(extension: string, mode: EarMode, events: EarEvents): Ear {
    const ears = this.#earsAt(extension);
    const log = this.#log.child({ extension, mode });
    const ear = new SoundingEar(mode, this.#clock, this.#setting, { ended: () => ears.remove(ear), ...events }, log);
    ears.add(ear);
    return ear;
  }

  degradeLine(extension: string, condition: LineCondition): void {
    this.#lineOf(extension).condition = condition;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #earsAt(extension: string): Ears {
    const ears = this.#ears.get(extension) ?? new Ears();
    this.#ears.set(extension, ears);
    return ears;
  }

  #lineOf(extension: string): Line {
    const { seed } = this.#setting;
    const line = this.#lines.get(extension) ?? new Line(seed === undefined ? undefined : seededRandom(seed));
    this.#lines.set(extension, line);
    return line;
  }
}
