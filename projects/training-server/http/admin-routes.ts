import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from 'node:http';
import type { Account } from '../accounts';
import type { Site, SiteParts } from './site-parts';
import { NotStored } from '../storage/not-stored';
import { type ApiError, ApiRefusal, detailIds } from '../admin/api-refusal';
import { readId } from '../admin/read-fields';

/** Where the API is. */
export const apiPath = '/v1';

/** For a whole batch of extensions. Bytes. */
const largestBody = 256 * 1024;

interface OneParams {
  readonly Params: { readonly id: string };
}

/**
 * Mediatel's REST API. Administrators may do everything, everybody may read their own agent.
 *
 * It always needs the cookie, because only the cookie says who is an administrator.
 */
export async function addApiRoutes(site: Site, parts: SiteParts): Promise<void> {
  await site.register((api, _options, done) => (addTo(api, parts), done()), { prefix: apiPath });
}

function addTo(api: FastifyInstance<Server>, { gate, accounts, agents, extensions, log, warnings }: SiteParts): void {
  const people = new WeakMap<FastifyRequest, Account>();
  const personOf = (request: FastifyRequest): Account => {
    const person = people.get(request);
    if (!person) throw ApiRefusal.notSignedIn();
    return person;
  };
  const done = (request: FastifyRequest, what: string): void =>
    log.info({ by: personOf(request).login, address: request.url, what }, 'administration');

  api.addHook('onRequest', async (request) => {
    const passage = await gate.check(request.raw);
    if (!passage.pass || !passage.identity) throw ApiRefusal.notSignedIn();
    const person = accounts.findByLogin(passage.identity.username);
    const isOwn = request.method === 'GET' && request.url.split('?', 1)[0] === `${apiPath}/agents/self`;
    if (!person || (person.role !== 'admin' && !isOwn)) throw ApiRefusal.noPermissions();
    people.set(request, person);
  });
  api.setErrorHandler((error: FastifyError | ApiRefusal | NotStored, request, reply) => {
    const refusal = error instanceof NotStored ? ApiRefusal.notStored() : error;
    if (refusal instanceof ApiRefusal) return fail(reply, refusal.error);
    const code = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (code < 500) return fail(reply, { code, id: detailIds.invalidParameters, message: error.message });
    log.error({ err: error, path: request.routeOptions.url }, 'request failed');
    return fail(reply, { code, id: detailIds.other, message: 'The server failed; see its log' });
  });
  const unknown = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    warnings.warn({ path: request.url.slice(0, 200) }, 'unknown address of the API');
    return fail(reply, ApiRefusal.notFound('such address').error);
  };
  api.setNotFoundHandler(unknown);
  api.all('/*', unknown);

  api.get('/agents', () => ok(agents.list()));
  api.get('/agents/self', (request) => ok([agents.self(personOf(request).login)]));
  api.get<OneParams>('/agents/:id', (request) => ok([agents.get(readId(request.params.id))]));
  api.post('/agents', (request) => {
    const ID = agents.create(request.body);
    done(request, `agent ${ID} created`);
    return ok([{ ID }]);
  });
  api.put<OneParams>('/agents/:id', (request) => {
    agents.change(readId(request.params.id), request.body, personOf(request).login);
    done(request, 'changed');
    return ok([]);
  });
  api.delete<OneParams>('/agents/:id', (request) => {
    agents.remove(readId(request.params.id));
    done(request, 'removed');
    return ok([]);
  });

  api.get('/extensions', () => ok(extensions.list()));
  api.get<OneParams>('/extensions/:id', (request) => ok([extensions.get(readId(request.params.id))]));
  const large = { bodyLimit: largestBody };
  api.post('/extensions', (request) => {
    const E_ID = extensions.create(request.body);
    done(request, `extension ${E_ID} created`);
    return ok([{ E_ID }]);
  });
  api.put<OneParams>('/extensions/:id', (request) => {
    extensions.change(readId(request.params.id), request.body);
    done(request, 'changed');
    return ok([]);
  });
  api.delete<OneParams>('/extensions/:id', (request) => {
    extensions.remove(readId(request.params.id));
    done(request, 'removed');
    return ok([]);
  });
  api.patch('/extensions', large, (request, reply) => {
    const results = extensions.batch(request.body);
    const failed = results.filter(({ error }) => error.code !== 200).length;
    done(request, `batch of ${results.length}, ${failed} failed`);
    const code = failed === 0 ? 200 : 207;
    return reply.code(code).send({ error: { code }, result: results });
  });
}

const ok = (result: readonly unknown[]) => ({ error: { code: 200 }, result });

const fail = (reply: FastifyReply, error: ApiError): FastifyReply => reply.code(error.code).send({ error, result: [] });
