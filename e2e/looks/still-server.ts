import { type Page, type Route, expect } from '@playwright/test';
import type { Role } from '../../projects/demo-app/session/user';
import { sceneNow } from '../../projects/demo-app/gallery/desk-scene';
import { fileURLToPath } from 'node:url';
import { ScenarioLibrary } from '../../projects/training-server/training/scenario-library';

/** What an answer is made of: a body as JSON, or a text, and a status other than 200. */
export interface StillAnswer {
  readonly json?: unknown;
  readonly text?: string;
  readonly status?: number;
}

/** Answers by `METHOD /path`, without the query. */
export type StillAnswers = Readonly<Record<string, StillAnswer | ((route: Route) => Promise<void>)>>;

const people: Readonly<Record<Role, { readonly login: string; readonly name: string }>> = {
  operator: { login: 'agent1', name: 'Olena Kovalenko' },
  supervisor: { login: 'supervisor1', name: 'Halyna Ostapenko' },
  trainer: { login: 'trainer1', name: 'Oksana Bilyk' },
  admin: { login: 'admin1', name: 'Taras Melnyk' },
};

/** As `GET /api/session` answers. Only operators have a phone. */
function sessionOf(role: Role): StillAnswer {
  const { login, name } = people[role];
  const extension = role === 'operator' ? '1001' : '';
  const sip = { realm: 'localhost', login: extension, password: 'x' };
  return { json: { login, name, role, extension, sip, mediatel: { user: login, password: 'x', extension } } };
}

/** The shipped exercises: nobody has written another one. */
const library = new ScenarioLibrary(fileURLToPath(new URL('../../.cache/no-scenarios', import.meta.url)));
const scenarios = library.list().map(({ id, origin, problems, scenario }) => ({
  ...{ id, origin, problems, title: scenario?.title ?? id, about: scenario?.about ?? null },
  ...{
    languages: scenario?.languages ?? [],
    calls: scenario?.calls.map(({ direction, customer }) => ({ direction, number: customer.number })) ?? [],
  },
}));
/** The text of a shipped exercise. */
export const yamlOf = (id: string): string => library.get(id)?.yaml ?? '';

/** What the training server sends to a connected page. */
export interface StillFeed {
  readonly namespace: '/trainer' | '/trainee';
  readonly event: string;
  readonly data: unknown;
}

/** Plays the training server for a page: fixed answers, one message to its Socket.IO connection, and a clock that stands still. */
export async function playServer(
  page: Page,
  {
    role,
    answers = {},
    feed,
  }: { readonly role: Role | null; readonly answers?: StillAnswers; readonly feed?: StillFeed },
): Promise<void> {
  const all: StillAnswers = {
    'GET /api/session': role === null ? { status: 401, json: { error: 'signed-out' } } : sessionOf(role),
    'GET /api/calls': { json: { calls: [] } },
    'GET /api/training/runs': { json: { runs: [] } },
    'GET /api/training/scenarios': { json: { scenarios } },
    ...answers,
  };
  await page.clock.setFixedTime(sceneNow);
  await page.addInitScript(() => {
    // As on every visit but the first.
    localStorage.setItem('verba.hints', 'shown');
    localStorage.setItem('verba.hints.supervisor', 'shown');
  });
  await page.route(/\/(api|v1|records)\//, async (route) => {
    const request = route.request();
    const answer = all[`${request.method()} ${new URL(request.url()).pathname}`];
    if (typeof answer === 'function') return answer(route);
    const { json, text, status = answer === undefined ? 404 : 200 } = answer ?? { json: { error: 'not-found' } };
    if (text !== undefined) return route.fulfill({ status, body: text, contentType: 'text/plain; charset=utf-8' });
    return route.fulfill({ status, json });
  });
  await page.routeWebSocket(/\/training\/socket\.io/, (socket) => {
    // Engine.IO's handshake, then Socket.IO's for the namespace.
    socket.send(
      `0${JSON.stringify({ sid: 'still', upgrades: [], pingInterval: 1e8, pingTimeout: 1e8, maxPayload: 1e6 })}`,
    );
    socket.onMessage((message) => {
      if (feed === undefined || !message.toString().startsWith(`40${feed.namespace},`)) return;
      socket.send(`40${feed.namespace},${JSON.stringify({ sid: 'still' })}`);
      socket.send(`42${feed.namespace},${JSON.stringify([feed.event, feed.data])}`);
    });
  });
}

/** Waits until the phone of an operator is available. */
export async function phoneIsReady(page: Page): Promise<void> {
  await expect(page.locator('mediatel-desk mediatel-agent-state-bar .word')).toHaveText(/^\s*Available/);
}

/** Moves the phone of the still app by steps of its `PhoneDriver`. */
export const drive = (page: Page, ...steps: readonly string[]): Promise<void> =>
  page.evaluate((steps) => {
    const { stillPhone } = globalThis as unknown as { readonly stillPhone: Readonly<Record<string, () => void>> };
    for (const step of steps) stillPhone[step]?.call(stillPhone);
  }, steps);
