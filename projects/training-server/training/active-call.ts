import type { Clock } from '../../server-kit';
import type { ScenarioCall, TimelineEvent } from '../../training-kit';
import type { CallHandle, CallProgress } from '../telephony/telephony';
import { CallTimeline, type Moment } from './call-timeline';
import type { RunStore } from './run-store';
import { ScenarioCustomer, type CustomerSurroundings } from './scenario-customer';
import type { CallPart } from './scripted-telephony';

/** What a call needs of its run. */
export interface CallSurroundings extends Omit<CustomerSurroundings, 'clock' | 'audio' | 'answered' | 'held'> {
  readonly clock: Pick<Clock, 'elapsed' | 'schedule'>;
  readonly store: Pick<RunStore, 'saveCall' | 'saveMoment'>;
  readonly runId: string;
  /** Something could not be stored. */
  readonly notStored: () => void;
  /** The voice side is done with the call: its recording is complete. */
  readonly recorded: () => void;
}

/** A call of a run: its customer, and what happens in it. */
export class ActiveCall implements CallPart {
  readonly customer: ScenarioCustomer | null;
  #hasEnded = false;
  #isRecorded = false;
  #recordingBegan: number | null = null;
  #handle: CallHandle | null = null;
  readonly #script: ScenarioCustomer;
  readonly #timeline = new CallTimeline();
  #stored = 0;
  #storedOrigin: number | null = null;
  #isForgotten = false;
  readonly #around: CallSurroundings;

  constructor(
    readonly traceId: string,
    call: ScenarioCall,
    around: CallSurroundings,
  ) {
    this.#around = around;
    const { language, speak, clock, entered, speechFailed } = around;
    this.#script = new ScenarioCustomer(call, {
      ...{ language, speak, clock, entered, speechFailed },
      break: (fault) => around.break(fault),
      audio: (gone) => this.note({ type: 'fault', fault: gone ? 'audioGone' : 'audioBack' }),
      answered: () => this.note({ type: 'answered' }),
      held: (held, elapsed) => this.note({ type: held ? 'held' : 'resumed' }, elapsed),
    });
    this.customer = call.missed ? null : this.#script;
    this.note({ type: 'ringing' });
    if (call.missed) this.note({ type: 'fault', fault: 'missed' });
  }

  /** Whether the voice side has no more to report. */
  get isRecorded(): boolean {
    return this.#isRecorded;
  }

  /** Whether the trainee wrote a note of it. */
  get hasNote(): boolean {
    return this.#timeline.moments.some(({ moment }) => moment.type === 'noteSaved');
  }

  get script(): ScenarioCustomer {
    return this.#script;
  }

  events(): TimelineEvent[] {
    return this.#timeline.events();
  }

  placed(handle: CallHandle): void {
    this.#handle = handle;
  }

  progressed(progress: CallProgress): void {
    switch (progress.type) {
      case 'operatorAnswered':
        // The recording begins then, and telephony reports the exact moment.
        return this.#recordedSince(this.#recordingBegan ?? this.#around.clock.elapsed());
      case 'recordingBegan':
        this.#recordingBegan = progress.at;
        return this.#recordedSince(progress.at);
      case 'operatorDigit':
        this.note({ type: 'tone', tone: progress.digit });
        return this.#script.learn({ type: 'tone', tone: progress.digit });
      case 'ended':
        this.ended(progress.by);
        this.#isRecorded = true;
        return this.#around.recorded();
    }
  }

  muted(muted: boolean): void {
    this.note({ type: muted ? 'muted' : 'unmuted' });
    this.#script.learn({ type: 'muted', muted });
  }

  /** The call is over. The first report wins: the voice side follows Mediatel a moment later. */
  ended(by: 'operator' | 'customer' | 'server'): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.note({ type: 'ended', by });
    this.#script.ended();
  }

  codeSaved(id: string, name: string): void {
    this.note({ type: 'codeSaved', id, name });
    this.#script.learn({ type: 'codeSaved', id, name });
  }

  /** The customer leaves: hangs up, or gives up if nobody has answered yet. A missed call has none: it ends. */
  leave(): void {
    if (!this.#script.leave()) this.#handle?.end();
    this.#script.retire();
  }

  /** Remembers and stores what happens now, or happened then. */
  note(moment: Moment, elapsed = this.#around.clock.elapsed()): void {
    if (this.#timeline.add(moment, elapsed)) this.store();
  }

  /** Stores what is not stored yet. `false`: there is no room for it. */
  store(): boolean {
    const isStored = this.#isForgotten || this.#storeRest();
    if (!isStored) this.#around.notStored();
    return isStored;
  }

  /** Nothing is stored afterwards. */
  forget(): void {
    this.#isForgotten = true;
  }

  #storeRest(): boolean {
    const { store, runId } = this.#around;
    const { moments, origin } = this.#timeline;
    if (origin !== this.#storedOrigin) {
      if (!store.saveCall(this.traceId, runId, origin)) return false;
      this.#storedOrigin = origin;
    }
    for (let next = moments[this.#stored]; next; next = moments[this.#stored]) {
      if (!store.saveMoment(this.traceId, this.#stored, next)) return false;
      this.#stored++;
    }
    return true;
  }

  #recordedSince(elapsed: number): void {
    this.#timeline.recordedSince(elapsed);
    this.store();
  }
}
