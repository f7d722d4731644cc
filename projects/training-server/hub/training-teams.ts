import type { HubTeams } from '../../supervisor-hub';
import { supervisorRequestKinds } from 'mediatel-lib/hub-protocol';
import { seeds } from '../accounts';

/** The crowd's teams (`POST /api/load`). Its operators' logins begin with the team's place: `crowd3-17`. */
export const crowdTeams = ['Crowd A', 'Crowd B', 'Crowd C', 'Crowd D', 'Crowd E', 'Crowd F', 'Crowd G', 'Crowd H'];

const logins = seeds.filter(({ role }) => role === 'operator').map(({ login }) => login);

/**
 * Who watches whom without `HUB_TEAMS`: two teams of operators, the crowd's teams, and supervisors who may do
 * everything.
 */
export const trainingTeams: HubTeams = {
  teams: {
    Banks: logins.slice(0, 10),
    Loans: logins.slice(10),
    ...Object.fromEntries(crowdTeams.map((team, place) => [team, [`crowd${place + 1}-*`]])),
  },
  supervisors: Object.fromEntries(
    seeds
      .filter(({ role }) => role === 'supervisor')
      .map(({ login }) => [login, { teams: ['*'], numbers: true, requests: supervisorRequestKinds }]),
  ),
};

/** A crowd's operator for people, `Crowd 17`; any other login unchanged. */
export const crowdName = (login: string): string => login.replace(/^crowd\d+-(?=\d+$)/, 'Crowd ');
