import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { trainingQueues } from '../agent/queue';
import type { Accounts } from '../accounts';
import type { Clock } from '../../server-kit';
import { Speaker } from '../speech';
import type { CallStore } from '../farm/call-store';
import { RunFlights } from './run-flights';
import { RunStore } from './run-store';
import { ScenarioLibrary } from './scenario-library';
import type { FaultPorts } from './training-faults';
import type { ScoreKeeper, TrainingFarm, TrainingParts } from './training-parts';
import { TrainingRuns } from './training-runs';

/** What a server's lessons need. */
export interface LessonsSetting {
  readonly dataDir: string;
  readonly database: DatabaseSync;
  readonly accounts: Accounts;
  readonly calls: CallStore;
  readonly voice: TrainingParts['voice'];
  readonly cut: FaultPorts['cut'];
  readonly farm: () => TrainingFarm;
  readonly keeper?: ScoreKeeper;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Scenarios, and their runs on a server. */
export interface Lessons {
  readonly runs: TrainingRuns;
  readonly library: ScenarioLibrary;
  readonly store: RunStore;
  /** What desks recorded of runs. */
  readonly flights: RunFlights;
  /** Ends all runs. Comes before the farm's end. */
  close(): void;
}

/** Makes the lessons of a server. */
export function createLessons(setting: LessonsSetting): Lessons {
  const { dataDir, database, accounts, calls, voice, cut, farm, keeper, clock } = setting;
  const log = setting.log.child({ room: 'training' });
  const speaker = new Speaker();
  const store = new RunStore(database, log);
  const runs = new TrainingRuns({
    ...{ clock, store, voice, cut, farm, keeper, log, speak: speaker.speak, queues: trainingQueues },
    whyMute: () => Speaker.whyNot(),
    newTraceId: () => traceIdOf(calls),
    extensionOf: (login) => operatorsExtension(accounts, login),
  });
  return {
    flights: new RunFlights(database, log),
    ...{ runs, store, library: new ScenarioLibrary(join(dataDir, 'scenarios')) },
    close: () => {
      runs.close();
      speaker.close();
    },
  };
}

/** `null`: there is no such operator, or they have no phone. */
function operatorsExtension(accounts: Accounts, login: string): string | null {
  const account = accounts.findByLogin(login);
  return account?.role === 'operator' && account.extension !== '' ? account.extension : null;
}

function traceIdOf(calls: CallStore): string | null {
  try {
    return calls.newTraceId();
  } catch {
    return null;
  }
}
