import { goodLine, type LineCondition } from '../media/line';
import { reachOf } from './rights';
import type { Site, SiteParts } from './site-parts';

/** Longer than in any network, shorter than what ends a call. */
const worstMs = 5000;

const line = {
  type: 'object',
  required: ['agent'],
  additionalProperties: false,
  properties: {
    agent: { type: 'string', maxLength: 256 },
    lossPercent: { type: 'number', minimum: 0, maximum: 100 },
    delayMs: { type: 'number', minimum: 0, maximum: worstMs },
    jitterMs: { type: 'number', minimum: 0, maximum: worstMs },
  },
} as const;

/** Ours, for trainers and tests: a degraded line. */
export function addLineRoutes(site: Site, { gate, accounts, voice, config, log }: SiteParts): void {
  site.post<{ Body: { agent: string } & Partial<LineCondition> }>(
    '/api/line',
    { schema: { body: line } },
    async (request, reply) => {
      const passage = await gate.check(request.raw);
      if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
      const { agent, ...wanted } = request.body;
      if (!reachOf(passage.identity, config.hubTeams, accounts).covers(agent)) {
        const message = 'An operator may degrade its own line only, a supervisor those of the teams watched';
        return reply.code(403).send({ error: 'not-yours', message });
      }
      const account = accounts.findByLogin(agent);
      if (account?.role !== 'operator') {
        return reply.code(404).send({ error: 'no-such-agent', message: `There is no operator "${agent}"` });
      }
      const condition = { ...goodLine, ...wanted };
      voice.degradeLine(account.extension, condition);
      log.info({ agent, ...condition }, 'line degraded');
      return reply.code(204).send();
    },
  );
}
