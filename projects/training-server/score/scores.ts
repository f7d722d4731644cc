import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import type { TimelineEvent } from '../../training-kit';
import { HearingThread } from './hearing-thread';
import { ScoreKeeper } from './score-keeper';
import { ScoreStore } from './score-store';

/** The scores of a server. */
export interface Scores {
  readonly keeper: ScoreKeeper;
  readonly store: ScoreStore;
  close(): Promise<void>;
}

export interface ScoresSetting {
  readonly database: DatabaseSync;
  readonly recordingsDir: string;
  readonly timelineOf: (traceId: string) => readonly TimelineEvent[];
  readonly log: Logger;
}

/** Makes the scores of a server. */
export function createScores({ database, recordingsDir, timelineOf, log }: ScoresSetting): Scores {
  const store = new ScoreStore(database);
  const thread = new HearingThread();
  const hear = (path: string) => thread.hear(path);
  const keeper = new ScoreKeeper({ store, timelineOf, hear, recordingsDir, log: log.child({ room: 'score' }) });
  const close = (): Promise<void> => {
    keeper.close();
    return thread.close();
  };
  return { keeper, store, close };
}
