import type { AgentPhase } from 'mediatel-lib';
import type { ScenarioCall, TrainingRun } from '../../training-kit';
import type { LessonsWords } from './lessons.words';

/** What the trainee of a run that lasts is to do now. */
export type RunDoing = keyof LessonsWords['doing'];

/** The phases in which a call goes on or comes. */
const calling: readonly AgentPhase[] = ['dialing', 'delivered', 'talking', 'held'];

/** What is to be done: from the run, the desk's phase and how the present call comes about. */
export function runDoing(
  { status }: Pick<TrainingRun, 'status'>,
  phase: AgentPhase,
  direction: ScenarioCall['direction'] | undefined,
): RunDoing {
  if (status === 'paused') return 'paused';
  if (phase === 'loggedOut') return 'logIn';
  if (phase === 'clerical') return 'saveCode';
  if (status === 'playing' || calling.includes(phase)) return 'inCall';
  if (phase !== 'available') return 'becomeAvailable';
  if (status === 'afterCall') return 'next';
  if (direction === 'outgoing') return 'dial';
  return direction === 'predictive' ? 'dialled' : 'comes';
}
