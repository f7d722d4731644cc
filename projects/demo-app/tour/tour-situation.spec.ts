import type { AgentPhase } from 'mediatel-lib';
import { type TourObstacle, type TourSituation, obstacleOf, situationOf } from './tour-situation';
import type { TourStepName } from './tour-step';

describe('situationOf', () => {
  it.each<[AgentPhase, TourSituation]>([
    ['available', 'available'],
    ['dialing', 'ringing'],
    ['delivered', 'ringing'],
    ['talking', 'call'],
    ['held', 'call'],
    ['clerical', 'clerical'],
    ['paused', 'paused'],
    ['loggedOut', 'loggedOut'],
    ['unknown', 'away'],
  ])('%s is %s', (phase, situation) => {
    expect(situationOf(phase, true)).toBe(situation);
    expect(situationOf(phase, false)).toBe('away');
  });
});

describe('obstacleOf', () => {
  it.each<[TourStepName, number, TourSituation, TourObstacle | null]>([
    ['signIn', 0, 'away', 'away'],
    ['signIn', 0, 'loggedOut', 'loggedOut'],
    ['sound', 0, 'available', null],
    ['sound', 0, 'call', null],
    ['firstCall', 0, 'available', null],
    ['firstCall', 0, 'ringing', null],
    ['firstCall', 0, 'call', 'hangUp'],
    ['firstCall', 0, 'clerical', 'saveCode'],
    ['firstCall', 0, 'paused', 'endPause'],
    ['mute', 0, 'call', null],
    ['mute', 1, 'available', 'call'],
    ['hold', 0, 'clerical', 'saveCode'],
    ['keys', 0, 'paused', 'endPause'],
    ['keys', 0, 'available', 'call'],
    ['keys', 0, 'ringing', null],
    ['code', 0, 'call', null],
    ['code', 0, 'clerical', null],
    ['code', 0, 'available', 'call'],
    ['code', 0, 'paused', 'endPause'],
    ['pause', 0, 'available', null],
    ['pause', 1, 'paused', null],
    ['pause', 0, 'call', 'hangUp'],
    ['missed', 0, 'paused', 'endPause'],
    ['missed', 1, 'paused', null],
    ['missed', 0, 'clerical', 'saveCode'],
    ['network', 0, 'available', null],
    ['network', 0, 'call', null],
    ['network', 0, 'away', 'away'],
    ['network', 1, 'away', null],
    ['network', 0, 'clerical', 'saveCode'],
  ])('%s, half %i, %s: %s', (step, seen, situation, obstacle) => {
    expect(obstacleOf(step, seen, situation)).toBe(obstacle);
  });
});
