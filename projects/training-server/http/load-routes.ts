import { largestCrowd, mostChanges } from '../hub/crowd';
import { isSupervisor } from './rights';
import type { Site, SiteParts } from './site-parts';

const load = {
  type: 'object',
  required: ['operators'],
  additionalProperties: false,
  properties: {
    operators: { type: 'integer', minimum: 0, maximum: largestCrowd },
    changesPerSecond: { type: 'integer', minimum: 0, maximum: mostChanges, default: 20 },
  },
} as const;

/** Ours, for trainers and demonstrations: a crowd of operators on the supervisors' boards. */
export function addLoadRoutes(site: Site, { gate, accounts, crowd, log }: SiteParts): void {
  site.post<{ Body: { operators: number; changesPerSecond: number } }>(
    '/api/load',
    { schema: { body: load } },
    async (request, reply) => {
      const passage = await gate.check(request.raw);
      if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
      if (!isSupervisor(passage.identity, accounts)) {
        return reply.code(403).send({ error: 'not-a-supervisor', message: 'Only a supervisor may make a crowd' });
      }
      const { operators, changesPerSecond } = request.body;
      await crowd.be(operators, changesPerSecond);
      log.info({ operators, changesPerSecond }, 'simulated operators started');
      return { operators: crowd.size, changesPerSecond };
    },
  );
}
