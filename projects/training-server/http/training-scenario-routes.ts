import { checked, type ScenarioFileEntry } from '../training/scenario-library';
import type { Site, SiteParts } from './site-parts';
import { trainingAccess } from './training-access';

const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml'];

interface ById {
  readonly Params: { readonly id: string };
}
const byId = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,59}$' } },
} as const;
const yaml = { type: 'string' } as const;

/** Ours: the scenarios that the server has, and those that trainers write. Texts are YAML. */
export function addTrainingScenarioRoutes(site: Site, parts: SiteParts): void {
  const { library } = parts.lessons;
  site.addContentTypeParser(yamlTypes, { parseAs: 'string' }, (_request, body, done) => done(null, body));

  site.get('/api/training/scenarios', async (request, reply) => {
    if (!(await trainingAccess(request, reply, parts))) return reply;
    return reply.header('cache-control', 'no-store').send({ scenarios: library.list().map(listed) });
  });

  site.get<ById>('/api/training/scenarios/:id', { schema: { params: byId } }, async (request, reply) => {
    if (!(await trainingAccess(request, reply, parts))) return reply;
    const entry = library.get(request.params.id);
    if (!entry) return reply.code(404).send(noScenario(request.params.id));
    return reply.header('cache-control', 'no-store').type('application/yaml').send(entry.yaml);
  });

  site.put<ById & { Body: string }>(
    '/api/training/scenarios/:id',
    { schema: { params: byId, body: yaml } },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      if (!access.mayWrite) return reply.code(403).send(trainersOnly);
      const outcome = library.put(request.params.id, request.body);
      if ('problems' in outcome) return reply.code(422).send(problemsOf(outcome.problems));
      if ('refused' in outcome) {
        const isFull = outcome.refused === 'too-many';
        const message = isFull ? 'There are 200 own scenarios: delete one first' : 'The server has no room on its disk';
        return reply.code(isFull ? 409 : 507).send({ error: outcome.refused, message });
      }
      parts.log.info({ scenario: request.params.id, by: access.login }, 'scenario written');
      return reply.code(204).send();
    },
  );

  site.delete<ById>('/api/training/scenarios/:id', { schema: { params: byId } }, async (request, reply) => {
    const access = await trainingAccess(request, reply, parts);
    if (!access) return reply;
    if (!access.mayWrite) return reply.code(403).send(trainersOnly);
    if (!library.delete(request.params.id)) {
      const message = `There is no own scenario "${request.params.id}"; shipped ones stay`;
      return reply.code(404).send({ error: 'no-such-scenario', message });
    }
    parts.log.info({ scenario: request.params.id, by: access.login }, 'scenario deleted');
    return reply.code(204).send();
  });

  site.post<{ Body: string }>('/api/training/scenarios/check', { schema: { body: yaml } }, async (request, reply) => {
    const access = await trainingAccess(request, reply, parts);
    if (!access) return reply;
    if (!access.mayWrite) return reply.code(403).send(trainersOnly);
    const { scenario, problems } = checked(null, request.body);
    return scenario ? reply.send({ problems: [], scenario }) : reply.code(422).send(problemsOf(problems));
  });
}

const trainersOnly = { error: 'not-a-trainer', message: 'Only a trainer may write scenarios' };

const noScenario = (id: string) => ({ error: 'no-such-scenario', message: `There is no scenario "${id}"` });

const problemsOf = (problems: ScenarioFileEntry['problems']) => ({
  error: 'not-a-scenario',
  message: problems.map(({ line, path, message }) => `line ${line}: ${path}: ${message}`).join('\n'),
  problems,
});

/** A file without its text. A broken one is shown by its id. */
const listed = ({ id, origin, scenario, problems }: ScenarioFileEntry) => ({
  id,
  origin,
  title: scenario?.title ?? id,
  about: scenario?.about ?? null,
  languages: scenario?.languages ?? [],
  limitSeconds: scenario?.limitSeconds ?? null,
  calls: scenario?.calls.map(({ direction, customer }) => ({ direction, number: customer.number })) ?? [],
  problems,
});
