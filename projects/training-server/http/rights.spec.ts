import type { HubTeams } from '../../supervisor-hub/teams';
import type { Identity } from '../../supervisor-hub/identity';
import { mayHear } from './rights';

const as = (username: string): Identity => ({ username, userId: '1', sessionId: '' });
const teams: HubTeams = {
  teams: { Banks: ['agent1'], Loans: ['agent2'] },
  supervisors: { supervisor1: { teams: ['Banks'] } },
};

describe('a recording is heard by', () => {
  it.each([
    ['the operator whose call it was', 'agent1', 'agent1', true],
    ['no other operator', 'agent2', 'agent1', false],
    ['no operator where nobody knows whose it was', 'agent1', null, false],
    ['the team’s supervisor', 'supervisor1', 'agent1', true],
    ['no supervisor of one team where nobody knows whose it was', 'supervisor1', null, false],
    ['no supervisor of another team', 'supervisor1', 'agent2', false],
  ])('%s', (_who, login, operator, may) => expect(mayHear(as(login), operator, teams)).toBe(may));

  it('no supervisor whom the teams do not name', () => {
    expect(mayHear(as('supervisor1'), 'agent1', { ...teams, supervisors: {} })).toBe(false);
  });

  it('everybody where no cookie is asked for', () => expect(mayHear(null, 'agent1', teams)).toBe(true));
});
