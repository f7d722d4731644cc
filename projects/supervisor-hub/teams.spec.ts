import fc from 'fast-check';
import { type HubTeams, noTeam, teamOf } from './teams';

describe('teamOf', () => {
  const teams: HubTeams = {
    teams: { Banks: ['agent1', 'bank-*'], Loans: ['bank-1', 'agent*'], Chiefs: ['*'] },
    supervisors: {},
  };

  it('is the first team that names the login or its beginning', () => {
    expect(['agent1', 'agent2', 'bank-1', 'zoe'].map((login) => teamOf(login, teams))).toEqual([
      'Banks',
      'Loans',
      'Banks',
      'Chiefs',
    ]);
  });

  it('is none for whom no team names, whatever the login', () => {
    expect(teamOf('agent1', { teams: { Banks: ['agent10'] }, supervisors: {} })).toBe(noTeam);
    expect(teamOf('constructor', { teams: {}, supervisors: {} })).toBe(noTeam);
  });

  it('is what reading the teams from the top finds', () => {
    const login = fc.stringMatching(/^[ab]{1,3}$/);
    const member = fc.tuple(login, fc.boolean()).map(([name, isPattern]) => (isPattern ? `${name}*` : name));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('X', 'Y', 'Z'), fc.array(member)), login, (all, who) => {
        const first = Object.entries(all).find(([, members]) =>
          members.some((name) => (name.endsWith('*') ? who.startsWith(name.slice(0, -1)) : name === who)),
        );
        expect(teamOf(who, { teams: all, supervisors: {} })).toBe(first?.[0] ?? noTeam);
      }),
    );
  });
});
