export { isCode } from './scenario/condition';
export type { Expectation } from './scenario/expectation';
export { textIn, trainingLanguages } from './scenario/language';
export type { LocalisedText, TrainingLanguage } from './scenario/language';
export type { CustomerEffect } from './scenario/machine/customer-effect';
export type { CustomerEvent } from './scenario/machine/customer-event';
export { firstCustomerState } from './scenario/machine/customer-state';
export type { CustomerState } from './scenario/machine/customer-state';
export { effectsOfAction } from './scenario/machine/effects-of-action';
export { nextCustomerState } from './scenario/machine/next-customer-state';
export { readScenario } from './scenario/reading/read-scenario';
export type { ScenarioProblem } from './scenario/reading/scenario-problem';
export { scenarioSchema } from './scenario/scenario';
export type { Scenario, ScenarioCall, ScenarioFile } from './scenario/scenario';
export type { Temper, Turn, TurnAction } from './scenario/turn';
export { earModes, trainingNamespaces, trainingSocketPath } from './run/trainer-wire';
export type {
  DeskView,
  EarMode,
  EarOffer,
  EarView,
  Refused,
  StartOutcome,
  StartWanted,
  ToTraineeEvents,
  ToTrainerEvents,
  TraineeState,
  TraineeView,
  TrainerEvents,
  TrainerFrame,
  TrainerOutcome,
  TrainerPicture,
  TrainerRefusal,
} from './run/trainer-wire';
export { longestTypedLine, pushedAction } from './run/pushed-action';
export type { PushedAction } from './run/pushed-action';
export type { TimelineEvent, TimelineRepair } from './run/timeline-event';
export type { RunStatus, TrainingRun } from './run/training-run';
export { scoreRun } from './score/score-run';
export { percentOf, scoreRules } from './score/score-sheet';
export type {
  DrawnLevels,
  Finding,
  HeardRecording,
  ScoredCall,
  ScoreRule,
  ScoreSheet,
  Span,
  UnmeasuredReason,
} from './score/score-sheet';
