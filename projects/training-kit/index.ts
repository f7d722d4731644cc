export { condition, isCode } from './scenario/condition';
export type { Condition } from './scenario/condition';
export type { Expectation } from './scenario/expectation';
export { localisedText, textIn, trainingLanguages } from './scenario/language';
export type { LocalisedText, TrainingLanguage } from './scenario/language';
export { readScenario } from './scenario/reading/read-scenario';
export type { ReadScenario } from './scenario/reading/read-scenario';
export type { ScenarioProblem } from './scenario/reading/scenario-problem';
export { scenarioSchema } from './scenario/scenario';
export type { Scenario, ScenarioCall, ScenarioFile } from './scenario/scenario';
export type { Temper, Turn, TurnAction } from './scenario/turn';
export type { TimelineEvent, TimelineFault, TimelineRepair } from './run/timeline-event';
export type { RunStatus, TrainingRun } from './run/training-run';
export { shareErrorPercent, speechErrorMs } from './score/measure';
export { scoreRun } from './score/score-run';
export type { ScoredRun } from './score/score-run';
export { percentOf, scoreRules, unmeasuredReasons } from './score/score-sheet';
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
