import type { AgentPhase } from 'mediatel-lib';
import type { RunStatus, ScenarioCall } from '../../training-kit';
import { type RunDoing, runDoing } from './run-doing';

describe('runDoing', () => {
  it.each<[RunStatus, AgentPhase, ScenarioCall['direction'], RunDoing]>([
    ['waiting', 'loggedOut', 'incoming', 'logIn'],
    ['waiting', 'paused', 'incoming', 'becomeAvailable'],
    ['waiting', 'unknown', 'incoming', 'becomeAvailable'],
    ['waiting', 'available', 'incoming', 'comes'],
    ['waiting', 'available', 'outgoing', 'dial'],
    ['waiting', 'available', 'predictive', 'dialled'],
    ['waiting', 'clerical', 'outgoing', 'saveCode'],
    ['waiting', 'talking', 'incoming', 'inCall'],
    ['waiting', 'dialing', 'outgoing', 'inCall'],
    ['waiting', 'delivered', 'incoming', 'inCall'],
    ['playing', 'dialing', 'outgoing', 'inCall'],
    ['playing', 'held', 'incoming', 'inCall'],
    ['afterCall', 'clerical', 'incoming', 'saveCode'],
    ['afterCall', 'available', 'outgoing', 'next'],
    ['afterCall', 'paused', 'incoming', 'becomeAvailable'],
    ['paused', 'available', 'incoming', 'paused'],
  ])('%s, %s, %s: %s', (status, phase, direction, doing) => {
    expect(runDoing({ status }, phase, direction)).toBe(doing);
  });
});
