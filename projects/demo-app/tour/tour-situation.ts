import type { AgentPhase } from 'mediatel-lib';
import type { TourStepName } from './tour-step';

/** Where the operator is, as far as a step depends on it. */
export type TourSituation = 'away' | 'loggedOut' | 'available' | 'ringing' | 'call' | 'clerical' | 'paused';

/** The situation of a phase. `synced`: whether the phase is up to date. */
export function situationOf(phase: AgentPhase, synced: boolean): TourSituation {
  if (!synced) return 'away';
  switch (phase) {
    case 'available':
    case 'loggedOut':
    case 'clerical':
    case 'paused':
      return phase;
    case 'dialing':
    case 'delivered':
      return 'ringing';
    case 'talking':
    case 'held':
      return 'call';
    default:
      return 'away';
  }
}

/** What must be done before the step can go on. `call`: there is no call for it. */
export type TourObstacle = 'away' | 'loggedOut' | 'call' | 'hangUp' | 'saveCode' | 'endPause';

const inCall: readonly TourStepName[] = ['mute', 'hold', 'keys'];

/**
 * What stands in the way of a step; `null` if nothing does.
 *
 * @param seen How many of the step's sights have come: the second half of a step may need another situation.
 */
export function obstacleOf(step: TourStepName, seen: number, situation: TourSituation): TourObstacle | null {
  if (situation === 'loggedOut') return 'loggedOut';
  // The cut is the lesson of the last step.
  if (situation === 'away') return step === 'network' && seen > 0 ? null : 'away';
  if (situation === 'ringing' || step === 'signIn' || step === 'sound') return null;
  if (inCall.includes(step)) return inTheWayOfCall(situation);
  if (step === 'code') return situation === 'available' ? 'call' : inTheWayOfCode(situation);
  if (step === 'network' && situation === 'call') return null;
  // A pause is the first half of these steps.
  if (situation === 'paused') return seen > 0 ? null : 'endPause';
  return inTheWayOfFreedom(situation);
}

function inTheWayOfCall(situation: TourSituation): TourObstacle | null {
  if (situation === 'call') return null;
  if (situation === 'clerical') return 'saveCode';
  return situation === 'paused' ? 'endPause' : 'call';
}

const inTheWayOfCode = (situation: TourSituation): TourObstacle | null => (situation === 'paused' ? 'endPause' : null);

function inTheWayOfFreedom(situation: TourSituation): TourObstacle | null {
  if (situation === 'call') return 'hangUp';
  return situation === 'clerical' ? 'saveCode' : null;
}
