import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type HubTeams, TeamsError, noTeam, readTeams, rightsOf, teamOf } from './teams';

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

  it('the team is Other for a login that no team lists', () => {
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

describe('rightsOf', () => {
  const teams: HubTeams = {
    teams: { Banks: ['agent1'], Loans: ['agent2'] },
    supervisors: {
      chief: { teams: ['*'], numbers: true, requests: ['takePause'] },
      second: { teams: ['Loans'] },
    },
  };

  it('rights are what the rule says', () => {
    expect(rightsOf('chief', teams)).toEqual({
      supervisor: 'chief',
      teams: ['Banks', 'Loans', noTeam],
      numbers: true,
      requests: ['takePause'],
    });
  });

  it('rights are only the teams if the rule has nothing more', () => {
    expect(rightsOf('second', teams)).toEqual({ supervisor: 'second', teams: ['Loans'], numbers: false, requests: [] });
  });

  it.each(['agent1', 'constructor', '__proto__', ''])('there are no rights for %j', (login) => {
    expect(rightsOf(login, teams)).toBeNull();
  });
});

describe('a file of teams', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'hub-teams-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const fileOf = (text: string): string => {
    const path = join(folder, 'teams.json');
    writeFileSync(path, text);
    return path;
  };
  const readBack = (value: unknown): HubTeams => readTeams(fileOf(JSON.stringify(value)));

  it('is read as it is', () => {
    const value = {
      teams: { Banks: ['agent1', 'bank-*'], Empty: [] },
      supervisors: {
        chief: { teams: ['*', 'Banks', noTeam], numbers: false, requests: ['message', 'endPause', 'logout'] },
        second: { teams: [] },
      },
    };
    expect(readBack(value)).toEqual(value);
  });

  const ruled = (rule: unknown) => ({ teams: { Banks: [] }, supervisors: { chief: rule } });

  it.each<[unknown, string]>([
    [null, 'should be an object with "teams" and "supervisors"'],
    ['text', 'should be an object with "teams" and "supervisors"'],
    [[], 'should be an object with "teams" and "supervisors"'],
    [{ supervisors: {} }, '"teams" should be an object'],
    [{ teams: [], supervisors: {} }, '"teams" should be an object'],
    [{ teams: {} }, '"supervisors" should be an object'],
    [{ teams: { Banks: 'agent1' }, supervisors: {} }, '"teams"."Banks" should be a list of logins'],
    [{ teams: { Banks: [7] }, supervisors: {} }, '"teams"."Banks" should be a list of logins'],
    [{ teams: { Banks: ['agent1', ''] }, supervisors: {} }, '"teams"."Banks" should be a list of logins'],
    [ruled('Banks'), '"supervisors"."chief"."teams" should be a list of team names'],
    [ruled({}), '"supervisors"."chief"."teams" should be a list of team names'],
    [ruled({ teams: ['Banks', 'Loans'] }), '"supervisors"."chief" names no team: "Loans"'],
    [ruled({ teams: ['toString'] }), '"supervisors"."chief" names no team: "toString"'],
    [ruled({ teams: [], numbers: 'yes' }), '"supervisors"."chief"."numbers" should be true or false'],
    [ruled({ teams: [], requests: 'pause' }), '"supervisors"."chief"."requests" should be of '],
    [ruled({ teams: [], requests: ['restart', 'listen'] }), '"supervisors"."chief"."requests" should be of '],
  ])('%j is refused by the name of what is wrong', (value, wrong) => {
    let error: unknown;
    try {
      readBack(value);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TeamsError);
    expect(error).toMatchObject({ name: 'TeamsError', message: expect.stringContaining(`teams.json: ${wrong}`) });
  });

  it.each<[string, () => string]>([
    ['no JSON', () => fileOf('{')],
    ['not there', () => join(folder, 'none.json')],
  ])('is refused by its path: %s', (_what, path) => {
    expect(() => readTeams(path())).toThrow(TeamsError);
    expect(() => readTeams(path())).toThrow(path());
  });
});
