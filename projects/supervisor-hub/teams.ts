import { readFileSync } from 'node:fs';
import { type BoardRights, type SupervisorRequestKind, supervisorRequestKinds } from 'mediatel-lib/hub-protocol';

/** Who watches whom. A team's operators are logins, or patterns with one `*` at the end (`agent1*`). */
export interface HubTeams {
  readonly teams: Readonly<Record<string, readonly string[]>>;
  readonly supervisors: Readonly<Record<string, SupervisorRule>>;
}

/** What one supervisor may see and do. */
export interface SupervisorRule {
  /** Team names; `*` for all. */
  readonly teams: readonly string[];
  /** Whether the supervisor sees whole phone numbers. Default: false, they are masked. */
  readonly numbers?: boolean;
  /** What the supervisor may request from operators' tabs. Default: nothing. */
  readonly requests?: readonly SupervisorRequestKind[];
}

/** The team of operators whom no team lists. */
export const noTeam = 'Other';

/** A login or pattern that puts operators into a team. If two match, the one with the lower place counts. */
interface Membership {
  readonly team: string;
  readonly place: number;
}

interface TeamIndex {
  readonly logins: ReadonlyMap<string, Membership>;
  readonly prefixes: readonly (Membership & { readonly prefix: string })[];
}

/** Built once: a call centre lists thousands of logins, and every presence looks one up. */
const indexes = new WeakMap<HubTeams, TeamIndex>();

function indexOf(teams: HubTeams): TeamIndex {
  const logins = new Map<string, Membership>();
  const prefixes: (Membership & { readonly prefix: string })[] = [];
  Object.entries(teams.teams).forEach(([team, members], place) => {
    for (const member of members) {
      if (member.endsWith('*')) prefixes.push({ team, place, prefix: member.slice(0, -1) });
      else if (!logins.has(member)) logins.set(member, { team, place });
    }
  });
  return { logins, prefixes };
}

/** The operator's team: the first one that lists the login. */
export function teamOf(login: string, teams: HubTeams): string {
  let index = indexes.get(teams);
  if (!index) indexes.set(teams, (index = indexOf(teams)));
  const named = index.logins.get(login);
  const matched = index.prefixes.find(({ prefix }) => login.startsWith(prefix));
  if (!named || !matched) return (named ?? matched)?.team ?? noTeam;
  return named.place <= matched.place ? named.team : matched.team;
}

/** What a supervisor may see and do; `null` if the login is not a supervisor. */
export function rightsOf(login: string, { teams, supervisors }: HubTeams): BoardRights | null {
  const rule = Object.hasOwn(supervisors, login) ? supervisors[login] : undefined;
  if (!rule) return null;
  return {
    supervisor: login,
    teams: rule.teams.includes('*') ? [...Object.keys(teams), noTeam] : rule.teams,
    numbers: rule.numbers ?? false,
    requests: rule.requests ?? [],
  };
}

/** Reads the teams from a JSON file. Throws a `TeamsError` that names what is wrong. */
export function readTeams(path: string): HubTeams {
  const wrong = (what: string): never => {
    throw new TeamsError(`${path}: ${what}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const isObject = (candidate: unknown): candidate is Record<string, unknown> =>
    typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate);
  const isTexts = (candidate: unknown): candidate is string[] =>
    Array.isArray(candidate) && candidate.every((item) => typeof item === 'string' && item !== '');
  if (!isObject(value)) return wrong('should be an object with "teams" and "supervisors"');
  const { teams, supervisors } = value;
  if (!isObject(teams)) return wrong('"teams" should be an object');
  if (!isObject(supervisors)) return wrong('"supervisors" should be an object');
  for (const [team, members] of Object.entries(teams)) {
    if (!isTexts(members)) wrong(`"teams"."${team}" should be a list of logins`);
  }
  for (const [login, rule] of Object.entries(supervisors)) {
    const at = `"supervisors"."${login}"`;
    if (!isObject(rule) || !isTexts(rule['teams'])) return wrong(`${at}."teams" should be a list of team names`);
    for (const team of rule['teams']) {
      if (team !== '*' && team !== noTeam && !Object.hasOwn(teams, team)) wrong(`${at} names no team: "${team}"`);
    }
    if (rule['numbers'] !== undefined && typeof rule['numbers'] !== 'boolean')
      wrong(`${at}."numbers" should be true or false`);
    const requests = rule['requests'] ?? [];
    const known: readonly string[] = supervisorRequestKinds;
    if (!isTexts(requests) || !requests.every((kind) => known.includes(kind))) {
      wrong(`${at}."requests" should be of ${known.join(', ')}`);
    }
  }
  return value as unknown as HubTeams;
}

/** Reads the file of HUB_TEAMS. If it is wrong, returns `null` and adds the problem to `problems`. */
export function teamsFrom(path: string, problems: string[]): HubTeams | null {
  try {
    return readTeams(path);
  } catch (error) {
    // An error in the file is reported with the other problems. Anything else is a bug of ours.
    if (!(error instanceof TeamsError)) throw error;
    problems.push(`HUB_TEAMS: ${error.message}`);
    return null;
  }
}

/** The file of teams is wrong. The message names file and field. */
export class TeamsError extends Error {
  override readonly name = 'TeamsError';
}
