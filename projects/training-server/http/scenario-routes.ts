import type { Staging } from '../farm/staging';
import { isDeeperThan } from '../nest-depth';
import { reachOf } from './rights';
import type { Site, SiteParts } from './site-parts';

/** As on the wire. Fields that a snapshot does not have are allowed too. */
const fieldName = '^[A-Za-z][A-Za-z0-9_]{0,63}$';

const scenario = {
  type: 'object',
  required: ['agent', 'overrides'],
  additionalProperties: false,
  properties: {
    agent: { type: 'string', maxLength: 256 },
    overrides: { type: 'object', maxProperties: 64, propertyNames: { pattern: fieldName } },
    without: { type: 'array', maxItems: 64, items: { type: 'string', pattern: fieldName } },
  },
} as const;

/** Levels of lists and objects in one field: the code that sends and reads snapshots is recursive. */
const deepestField = 32;

/** Ours, for trainers and tests: sends once a snapshot that this server never sends otherwise. */
export function addScenarioRoutes(site: Site, { gate, accounts, farm, config, log }: SiteParts): void {
  site.post<{ Body: { agent: string } & Partial<Staging> }>(
    '/api/scenario',
    { schema: { body: scenario } },
    async (request, reply) => {
      const passage = await gate.check(request.raw);
      if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
      const { agent, overrides = {}, without = [] } = request.body;
      if (!reachOf(passage.identity, config.hubTeams, accounts).covers(agent)) {
        const message = 'An operator may stage its own desk only, a supervisor those of the teams watched';
        return reply.code(403).send({ error: 'not-yours', message });
      }
      if (accounts.findByLogin(agent)?.role !== 'operator') {
        return reply.code(404).send({ error: 'no-such-agent', message: `There is no operator "${agent}"` });
      }
      if (Object.values(overrides).some((field) => isDeeperThan(deepestField, field))) {
        const message = `A field may be ${deepestField} levels deep`;
        return reply.code(400).send({ error: 'bad-request', message });
      }
      if (!farm.stage(agent, { overrides, without })) {
        return reply.code(409).send({ error: 'not-logged-in', message: `${agent} is not logged in` });
      }
      log.info({ agent, fields: Object.keys(overrides), without }, 'snapshot staged');
      return reply.code(204).send();
    },
  );
}
