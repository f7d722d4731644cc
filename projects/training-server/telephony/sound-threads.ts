import type { Logger } from 'pino';
import type { LineCondition } from '../media/line';
import { repairRecordings } from '../media/repair-recordings';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Sounds } from './call-sound';
import type { Ear, EarEvents, EarMode } from './ear';
import { SoundThread } from './sound-thread';

/** Starts a thread. `onLost` gets the trace ids of the calls that ended because it died. */
export type StartThread = (onLost: (traceIds: readonly string[]) => void) => Sounds;

/**
 * Makes the sound of all calls in up to `count` threads.
 *
 * An operator's calls stay in one thread: its line and those who listen to it are there. A new operator gets the thread
 * that has the fewest. A thread starts with its first operator.
 */
export class SoundThreads implements Sounds {
  readonly #threads: Sounds[] = [];
  /** The place of each extension's thread. */
  readonly #placeOf = new Map<string, number>();
  readonly #lines = new Map<string, LineCondition>();
  #repaired: Promise<void>;
  readonly #setting: SoundSetting;
  readonly #count: number;
  readonly #log: Logger;
  readonly #start: StartThread;

  constructor(
    setting: SoundSetting,
    count: number,
    log: Logger,
    start: StartThread = (onLost) => new SoundThread(setting, log, onLost),
  ) {
    this.#start = start;
    this.#setting = setting;
    this.#count = count;
    this.#log = log;
    this.#repaired = this.#repair();
    // The first call must not wait for a thread to load.
    this.#thread(0);
  }

  open(request: SoundRequest, listener: SoundListener): CallSound {
    return this.#threadOf(request.extension).open(request, listener);
  }

  openEar(extension: string, mode: EarMode, events: EarEvents): Ear {
    return this.#threadOf(extension).openEar(extension, mode, events);
  }

  degradeLine(extension: string, condition: LineCondition): void {
    this.#lines.set(extension, condition);
    const place = this.#placeOf.get(extension);
    if (place !== undefined) this.#thread(place).degradeLine(extension, condition);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
    await this.#repaired;
  }

  #threadOf(extension: string): Sounds {
    const known = this.#placeOf.get(extension);
    if (known !== undefined) return this.#thread(known);
    const place = this.#emptiest();
    this.#placeOf.set(extension, place);
    const thread = this.#thread(place);
    const line = this.#lines.get(extension);
    if (line) thread.degradeLine(extension, line);
    return thread;
  }

  #emptiest(): number {
    const operators = Array.from({ length: this.#count }, () => 0);
    for (const place of this.#placeOf.values()) operators[place]!++;
    return operators.indexOf(Math.min(...operators));
  }

  #thread(place: number): Sounds {
    return (this.#threads[place] ??= this.#start((traceIds) => {
      this.#repaired = this.#repaired.then(() => this.#repair(new Set(traceIds)));
    }));
  }

  #repair(only?: ReadonlySet<string>): Promise<void> {
    return repairRecordings(this.#setting.recordingsDir, this.#log, only).catch((error: unknown) =>
      this.#log.error({ err: error }, 'recordings could not be checked'),
    );
  }
}
