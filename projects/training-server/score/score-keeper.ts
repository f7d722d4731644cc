import type { Logger } from 'pino';
import {
  type HeardRecording,
  type Scenario,
  type ScoreSheet,
  type TimelineEvent,
  type TrainingRun,
  percentOf,
  scoreRun,
} from '../../training-kit';
import { recordingPath } from '../media/recording';
import type { ScoreStore, StoredScore } from './score-store';

/** What a keeper needs around it. */
export interface KeeperParts {
  readonly store: ScoreStore;
  readonly timelineOf: (traceId: string) => readonly TimelineEvent[];
  /** What is heard in a file; `null`: there is none. */
  readonly hear: (path: string) => Promise<HeardRecording | null>;
  readonly recordingsDir: string;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** A run that is over, and its scenario as it was then. */
export interface EndedRun {
  readonly run: TrainingRun;
  readonly scenario: Scenario;
}

/** The most scores that wait for room on the disk. */
const mostOwed = 500;

/**
 * Scores runs that are over, and stores the scores. While the disk is full, scores are kept in memory and stored later;
 * the log has one line when that begins and one when it is over.
 */
export class ScoreKeeper {
  /** Scores that could not be stored yet, by run. */
  readonly #owed = new Map<string, StoredScore>();
  /** The trainees of the runs that are being scored; `null` once they are to be forgotten. */
  readonly #scoring = new Map<string, string | null>();
  #isClosed = false;
  readonly #parts: KeeperParts;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Scores a run. Returns its share of the points (0 to 100); `null`: nothing with points was measured. */
  async keep({ run, scenario }: EndedRun): Promise<number | null> {
    const { id, trainee, traceIds } = run;
    this.#scoring.set(id, trainee);
    try {
      const recordings = await this.#hearAll(traceIds);
      // What was not heard is not missing: the run is scored when its score is asked for.
      if (this.#isClosed) return null;
      const scored = this.#scored({ run, scenario }, recordings);
      if (this.#scoring.get(id) !== null) this.#save(scored);
      return percentOf(scored.score);
    } finally {
      this.#scoring.delete(id);
    }
  }

  /**
   * Scores a run again that has a score: an event came late. What was heard is not heard again. Returns its share of the
   * points; `null`: it has no score, or nothing is stored any more.
   */
  correct(ended: EndedRun): { readonly percent: number | null } | null {
    const earlier = this.#isClosed ? null : this.get(ended.run.id);
    if (!earlier) return null;
    const scored = this.#scored(ended, heardIn(earlier.score));
    this.#save(scored);
    return { percent: percentOf(scored.score) };
  }

  /** The score of a run; `null`: it has none. */
  get(id: string): StoredScore | null {
    return this.#owed.get(id) ?? this.#parts.store.get(id);
  }

  /** Deletes a person's scores. Throws a `NotStored` if that fails. */
  forget(login: string): void {
    for (const [id, trainee] of this.#scoring) if (trainee === login) this.#scoring.set(id, null);
    for (const [id, { run }] of this.#owed) if (run.trainee === login) this.#owed.delete(id);
    this.#parts.store.forget(login);
  }

  /** Nothing is stored afterwards. */
  close(): void {
    this.#isClosed = true;
  }

  #scored({ run, scenario }: EndedRun, recordings: ReadonlyMap<string, HeardRecording>): StoredScore {
    const { id, trainee, language, status, startedAt, endedAt, traceIds } = run;
    const timelines = new Map(traceIds.map((traceId) => [traceId, this.#parts.timelineOf(traceId)]));
    const score = scoreRun(scenario, run, timelines, recordings);
    const { points, of } = score;
    const facts = { id, trainee, scenario: scenario.id, title: scenario.title, language, status, startedAt, endedAt };
    return { run: { ...facts, points, of }, score };
  }

  async #hearAll(traceIds: readonly string[]): Promise<ReadonlyMap<string, HeardRecording>> {
    const heard = new Map<string, HeardRecording>();
    for (const traceId of traceIds) {
      try {
        const found = await this.#parts.hear(recordingPath(this.#parts.recordingsDir, traceId));
        if (found) heard.set(traceId, found);
      } catch (error) {
        if (this.#isClosed) break;
        // Its lines become unmeasured, with the reason.
        this.#parts.log.error({ err: error, traceId }, 'recording cannot be heard');
      }
    }
    return heard;
  }

  #save(score: StoredScore): void {
    const { store, log } = this.#parts;
    const wasOwing = this.#owed.size > 0;
    const mayWait = this.#owed.size < mostOwed || this.#owed.has(score.run.id);
    if (mayWait) this.#owed.set(score.run.id, score);
    try {
      for (const [id, owed] of this.#owed) {
        store.save(owed);
        this.#owed.delete(id);
      }
      if (!mayWait) store.save(score);
      if (wasOwing) log.warn('scores can be stored again');
    } catch (error) {
      if (!wasOwing) log.error({ err: error }, 'scores cannot be stored');
    }
  }
}

/** What was heard, as the score keeps it. */
function heardIn({ calls }: ScoreSheet): ReadonlyMap<string, HeardRecording> {
  return new Map(
    calls.flatMap(({ traceId, durationMs, operatorSpeech, customerSpeech, levels }) =>
      levels ? [[traceId, { durationMs, operatorSpeech, customerSpeech, levels }] as const] : [],
    ),
  );
}
