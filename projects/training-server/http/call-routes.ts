import { bareNumber, isDialable } from '../agent/phone-number';
import { incomingQueueName, trainingQueues } from '../agent/queue';
import { reachOf } from './rights';
import type { Site, SiteParts } from './site-parts';

const call = {
  type: 'object',
  required: ['agent', 'ani'],
  properties: {
    agent: { type: 'string', maxLength: 256 },
    ani: { type: 'string', maxLength: 64 },
    queue: { type: 'string', maxLength: 256 },
  },
} as const;

/** Ours: brings incoming calls, and lists the calls that the client may see, with their results. */
export function addCallRoutes(site: Site, { gate, accounts, farm, calls, config, log }: SiteParts): void {
  site.post<{ Body: { agent: string; ani: string; queue?: string } }>(
    '/api/calls',
    { schema: { body: call } },
    async (request, reply) => {
      const passage = await gate.check(request.raw);
      if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
      const { agent, ani, queue: queueName = incomingQueueName } = request.body;
      if (!reachOf(passage.identity, config.hubTeams, accounts).covers(agent)) {
        const message = 'An operator may bring calls to itself only, a supervisor to the teams watched';
        return reply.code(403).send({ error: 'not-yours', message });
      }
      if (accounts.findByLogin(agent)?.role !== 'operator') {
        return reply.code(404).send({ error: 'no-such-agent', message: `There is no operator "${agent}"` });
      }
      const number = bareNumber(ani);
      if (!isDialable(number)) {
        return reply
          .code(400)
          .send({ error: 'bad-request', message: 'ani must be a telephone number of 3 to 20 digits' });
      }
      const queue = trainingQueues.find(({ name }) => name === queueName);
      if (!queue) return reply.code(400).send({ error: 'bad-request', message: `There is no queue "${queueName}"` });
      const callTraceID = farm.offer(agent, { direction: 'incoming', number, queue, waitSeconds: 7 });
      if (callTraceID === null) {
        return reply.code(409).send({ error: 'not-available', message: `${agent} is not logged in and available` });
      }
      log.info({ agent, callTraceID }, 'incoming call placed');
      return reply.code(201).send({ callTraceID });
    },
  );

  site.get('/api/calls', async (request, reply) => {
    const passage = await gate.check(request.raw);
    if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
    const { covers, number } = reachOf(passage.identity, config.hubTeams, accounts);
    const rows = calls.ofOperators(covers).map((record) => ({
      ...record,
      number: number(record.number),
      code: record.codes.join('; '),
    }));
    return reply.header('cache-control', 'no-store').send({ calls: rows });
  });
}
