import type { HubTeams } from '../../supervisor-hub';
import type { Identity } from '../../server-kit';
import { newAccounts } from '../accounts';
import { reachOf } from './rights';

const accounts = newAccounts();
const as = (username: string): Identity => ({ username, userId: '1', sessionId: '' });
const teams: HubTeams = {
  teams: { Banks: ['agent1'], Loans: ['agent2'] },
  supervisors: { supervisor1: { teams: ['Banks'] } },
};

describe('within the reach', () => {
  it.each([
    ['of the operator whose call it was', 'agent1', 'agent1', true],
    ['of no other operator', 'agent2', 'agent1', false],
    ['of no operator where nobody knows whose it was', 'agent1', null, false],
    ['of the team’s supervisor', 'supervisor1', 'agent1', true],
    ['of no supervisor of one team where nobody knows whose it was', 'supervisor1', null, false],
    ['of no supervisor of another team', 'supervisor1', 'agent2', false],
    ['of a trainer, whatever the team', 'trainer1', 'agent2', true],
    ['of a trainer where nobody knows whose it was', 'trainer2', null, true],
  ])('%s', (_who, login, operator, may) => expect(reachOf(as(login), teams, accounts).covers(operator)).toBe(may));

  it('a supervisor whom the teams do not list reaches nothing', () => {
    expect(reachOf(as('supervisor1'), { ...teams, supervisors: {} }, accounts).covers('agent1')).toBe(false);
  });

  it('everybody reaches everything if no cookie is needed', () =>
    expect(reachOf(null, teams, accounts).covers('agent1')).toBe(true));

  it.each<[string, Identity | null, boolean | undefined, string]>([
    ['whole for an operator', as('agent1'), undefined, '0661234567'],
    ['masked for a supervisor', as('supervisor1'), undefined, '•••67'],
    ['whole for a supervisor with “numbers”', as('supervisor1'), true, '0661234567'],
    ['whole for a trainer', as('trainer1'), undefined, '0661234567'],
    ['whole for everybody where no cookie is needed', null, undefined, '0661234567'],
  ])('a number is %s', (_who, identity, numbers, shown) => {
    const supervisors = { supervisor1: { teams: ['Banks'], ...(numbers === undefined ? {} : { numbers }) } };
    expect(reachOf(identity, { ...teams, supervisors }, accounts).number('0661234567')).toBe(shown);
  });
});
