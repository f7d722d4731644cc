import type { Logger } from 'pino';
import { loadVoices } from '../customer/voices';
import { FrameClock } from '../media/frame-clock';
import { Line, type LineCondition } from '../media/line';
import { repairRecordings } from '../media/repair-recordings';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Sounds } from './call-sound';
import { SoundingCall } from './sounding-call';

/** Makes the sound of all calls, with one clock. */
export class SoundRoom implements Sounds {
  private readonly voices = loadVoices();
  private readonly clock = new FrameClock();
  private readonly lines = new Map<string, Line>();
  private readonly repaired: Promise<void>;

  constructor(
    private readonly setting: SoundSetting,
    private readonly log: Logger,
  ) {
    this.repaired = repairRecordings(setting.recordingsDir, log).catch((error: unknown) =>
      log.error({ err: error }, 'recordings could not be looked through'),
    );
  }

  open(request: SoundRequest, listener: SoundListener): CallSound {
    const { callTraceId, extension } = request;
    const { setting, voices, clock } = this;
    const log = this.log.child({ callTraceId, extension });
    return new SoundingCall(request, { setting, voices, clock }, this.lineOf(extension), listener, log);
  }

  degradeLine(extension: string, condition: LineCondition): void {
    this.lineOf(extension).condition = condition;
  }

  close(): Promise<void> {
    return this.repaired;
  }

  private lineOf(extension: string): Line {
    const line = this.lines.get(extension) ?? new Line();
    this.lines.set(extension, line);
    return line;
  }
}
