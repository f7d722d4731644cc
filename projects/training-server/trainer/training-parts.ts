import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import type { Clock, Identity } from '../../server-kit';
import type { TraineeView } from '../../training-kit';
import type { Desks } from './desks';
import type { Ears } from './ears';
import type { TrainerRuns } from './trainer-runs';

/** The parts that both namespaces need. */
export interface TrainingParts {
  readonly io: Server;
  readonly identityOf: (request: IncomingMessage) => Identity | null;
  readonly isTrainer: (login: string) => boolean;
  /** Everybody who can be taught, logged in or not. */
  readonly trainees: () => readonly TraineeView[];
  readonly desks: Desks;
  readonly ears: Ears;
  readonly runs: TrainerRuns;
  readonly clock: Pick<Clock, 'now' | 'elapsed' | 'every'>;
  readonly log: Logger;
}
