// What `mediatel-training-server/client` exports.
export { startTrainingServer } from './start-training-server';
export type { ReadyLine, StartOptions, StartedServer } from './start-training-server';
export { TrainingClient } from './training-client';
export type {
  BadLine,
  IncomingCall,
  LineFault,
  ResumptionFault,
  ScenarioStart,
  TrainingCall,
  TrainingFinding,
  TrainingRun,
  TrainingScore,
  TrainingSignIn,
} from './training-client';
export { TrainingServerError } from './training-server-error';
