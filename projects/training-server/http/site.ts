import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyRequest } from 'fastify';
import type { Server } from 'node:http';
import { addApiRoutes, apiPath } from './admin-routes';
import { addCallRoutes } from './call-routes';
import { Front } from './front';
import { addFaultRoutes } from './fault-routes';
import { addLineRoutes } from './line-routes';
import { addDemoAccountRoutes } from './demo-account-routes';
import { everyAnswer } from './page-policy';
import { addLoadRoutes } from './load-routes';
import { addRecordingRoutes } from './recording-routes';
import { addScenarioRoutes } from './scenario-routes';
import { addSessionRoutes } from './session-routes';
import { addTrainingFlightRoutes } from './training-flight-routes';
import { addTrainingRunRoutes } from './training-run-routes';
import { addTrainingScoreRoutes } from './training-score-routes';
import { addTrainingScenarioRoutes } from './training-scenario-routes';
import { addAppFiles } from './app-files';
import type { Site, SiteParts } from './site-parts';

/** The REST side and the demo app's files, on the front's server. */
export async function createSite(parts: SiteParts): Promise<{ readonly site: Site; readonly front: Front }> {
  let front: Front | undefined;
  const site: Site = Fastify<Server>({
    serverFactory: (handler) => (front = new Front(parts, handler)).server,
    bodyLimit: 64 * 1024,
    // A list instead of a text is an error, not a text.
    ajv: { customOptions: { coerceTypes: false } },
    forceCloseConnections: true,
  });
  if (!front) throw new Error('Fastify created no server');
  await site.register(fastifyCookie);
  await site.register(fastifyStatic, { serve: false });
  addErrorAnswers(site, parts);
  addHealth(site, parts);
  addSessionRoutes(site, parts);
  addDemoAccountRoutes(site, parts);
  addCallRoutes(site, parts);
  addScenarioRoutes(site, parts);
  addLineRoutes(site, parts);
  addFaultRoutes(site, parts);
  addLoadRoutes(site, parts);
  addRecordingRoutes(site, parts);
  addTrainingScenarioRoutes(site, parts);
  addTrainingRunRoutes(site, parts);
  addTrainingFlightRoutes(site, parts);
  addTrainingScoreRoutes(site, parts);
  await addApiRoutes(site, parts);
  addAppFiles(site, parts.config.appDir);
  return { site, front };
}

function addHealth(site: Site, { farm }: SiteParts): void {
  site.get('/healthz', () => ({ status: 'ok', operators: farm.size, calls: farm.calls }));
}

/** Every failure has the form `{error, message}`. A page of another origin may change nothing. */
function addErrorAnswers(site: Site, { gate, log, warnings }: SiteParts): void {
  site.addHook('onRequest', async (request, reply) => {
    reply.headers(everyAnswer);
    if (request.method === 'GET' || request.method === 'HEAD' || gate.isOwnOrigin(request.raw)) return;
    // The API refuses in its own form.
    if (request.url.startsWith(`${apiPath}/`)) return;
    await reply.code(403).send({ error: 'foreign-origin', message: 'Pages of another origin may change nothing here' });
  });
  site.setErrorHandler((error: Error & { statusCode?: number }, request: FastifyRequest, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error, path: request.routeOptions.url }, 'request failed');
    else warnings.warn({ status, path: request.routeOptions.url, reason: error.message }, 'request refused');
    return reply.code(status).send({
      error: status >= 500 ? 'failed' : 'bad-request',
      message: status >= 500 ? 'The server failed; see its log' : error.message,
    });
  });
}
