import type { Logger } from 'pino';
import { seededRandom } from '../../server-kit';
import { loadVoices } from '../customer/voices';
import { FrameClock } from '../media/frame-clock';
import { Line, type LineCondition } from '../media/line';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Sounds } from './call-sound';
import { SoundingCall } from './sounding-call';

/** Makes the sound of all calls, with one clock. */
export class SoundRoom implements Sounds {
  readonly #voices = loadVoices();
  readonly #clock = new FrameClock();
  readonly #lines = new Map<string, Line>();
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
    return new SoundingCall(request, { setting, voices, clock }, this.#lineOf(extension), listener, log);
  }

  degradeLine(extension: string, condition: LineCondition): void {
    this.#lineOf(extension).condition = condition;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #lineOf(extension: string): Line {
    const { seed } = this.#setting;
    const line = this.#lines.get(extension) ?? new Line(seed === undefined ? undefined : seededRandom(seed));
    this.#lines.set(extension, line);
    return line;
  }
}
