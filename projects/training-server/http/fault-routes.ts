import { reachOf } from './rights';
import type { Site, SiteParts } from './site-parts';
import { type FaultyLine, type LineFault, faultyLines, lineFaults } from './socket-faults';

/** Longer than any wait of the library. */
const longestSeconds = 600;

const fault = {
  type: 'object',
  required: ['agent', 'line', 'seconds'],
  additionalProperties: false,
  properties: {
    agent: { type: 'string', maxLength: 256 },
    line: { type: 'string', enum: [...faultyLines, 'both'] },
    fault: { type: 'string', enum: lineFaults },
    seconds: { type: 'number', minimum: 0, maximum: longestSeconds },
  },
} as const;

/** What a client asks for. */
interface FaultBody {
  readonly agent: string;
  readonly line: FaultyLine | 'both';
  readonly fault?: LineFault;
  readonly seconds: number;
}

/** Ours, for trainers and tests: cuts or silences an operator's sockets. */
export function addFaultRoutes(site: Site, { gate, accounts, faults, config, log }: SiteParts): void {
  site.post<{ Body: FaultBody }>('/api/faults', { schema: { body: fault } }, async (request, reply) => {
    const passage = await gate.check(request.raw);
    if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
    const { agent, line, fault: kind = 'cut', seconds } = request.body;
    if (!reachOf(passage.identity, config.hubTeams, accounts).covers(agent)) {
      const message = 'An operator may break its own lines only, a supervisor those of the teams watched';
      return reply.code(403).send({ error: 'not-yours', message });
    }
    if (accounts.findByLogin(agent)?.role !== 'operator') {
      return reply.code(404).send({ error: 'no-such-agent', message: `There is no operator "${agent}"` });
    }
    if (config.auth === 'none') {
      const message = 'Without cookies (MEDIATEL_AUTH=none) the server does not know whose socket is whose';
      return reply.code(409).send({ error: 'no-cookies', message });
    }
    for (const each of line === 'both' ? faultyLines : [line]) faults.begin(agent, each, kind, seconds * 1000);
    log.info({ agent, line, fault: kind, seconds }, 'line fault started');
    return reply.code(204).send();
  });
}
