import type { Clock } from '../../server-kit';
import type { CallHandle, CallProgress, CallRequest, ScriptedCustomer, Telephony } from '../telephony/telephony';

/** A call's part in a run. */
export interface CallPart {
  /** `null`: the operator's phone does not ring. Mediatel waits for it and gives up. */
  readonly customer: ScriptedCustomer | null;
  /** The call was placed. Comes first. */
  placed(handle: CallHandle): void;
  progressed(progress: CallProgress): void;
  muted(muted: boolean): void;
}

/** How long Mediatel waits for a phone that does not answer (ms), as telephony does. */
const missedMs = 10_000;

/** Telephony in which the calls of runs have customers of their own. Other calls stay as they are. */
export class ScriptedTelephony implements Telephony {
  readonly #voice: Telephony;
  readonly #clock: Pick<Clock, 'schedule'>;
  readonly #partIn: (request: CallRequest) => CallPart | null;

  /** `partIn`: the part of a call that is being placed; `null` for an ordinary call. */
  constructor(voice: Telephony, clock: Pick<Clock, 'schedule'>, partIn: (request: CallRequest) => CallPart | null) {
    this.#voice = voice;
    this.#clock = clock;
    this.#partIn = partIn;
  }

  isRegistered(extension: string): boolean {
    return this.#voice.isRegistered(extension);
  }

  startCall(request: CallRequest, onProgress: (progress: CallProgress) => void): CallHandle {
    const part = this.#partIn(request);
    if (part === null) return this.#voice.startCall(request, onProgress);
    const report = (progress: CallProgress): void => {
      part.progressed(progress);
      onProgress(progress);
    };
    const { customer } = part;
    const handle =
      customer === null
        ? this.#unanswered(request.callTraceId, report)
        : this.#voice.startCall({ ...request, customer }, report);
    part.placed(handle);
    return {
      callTraceId: handle.callTraceId,
      dialCustomer: () => handle.dialCustomer(),
      connectCustomer: () => handle.connectCustomer(),
      hold: () => handle.hold(),
      retrieve: () => handle.retrieve(),
      setMuted: (muted) => {
        handle.setMuted(muted);
        part.muted(muted);
      },
      end: () => handle.end(),
    };
  }

  /** A call whose INVITE is lost: no phone rings, and after a while Mediatel gives up. */
  #unanswered(callTraceId: string, report: (progress: CallProgress) => void): CallHandle {
    let isOver = false;
    const finish = (...progress: readonly CallProgress[]): void => {
      if (isOver) return;
      isOver = true;
      cancel();
      for (const each of progress) report(each);
    };
    const ended = { type: 'ended', by: 'server' } as const;
    const cancel = this.#clock.schedule(missedMs, () => finish({ type: 'operatorFailed', reason: 'no-answer' }, ended));
    const nothing = (): void => undefined;
    return {
      callTraceId,
      dialCustomer: nothing,
      connectCustomer: nothing,
      hold: nothing,
      retrieve: nothing,
      setMuted: nothing,
      end: () => finish(ended),
    };
  }
}
