import { isResumptionFault, resumptionFaults } from '../sip/resumption-faults';
import { reachOf } from './rights';
import type { Site, SiteParts } from './site-parts';
import { type FaultyLine, type LineFault, faultyLines, lineFaults } from './socket-faults';

/** Longer than any wait of the library. */
const longestSeconds = 600;

/** More resumptions than any test needs. */
const mostTimes = 100;

const fault = {
  type: 'object',
  required: ['agent'],
  additionalProperties: false,
  properties: {
    agent: { type: 'string', maxLength: 256 },
    line: { type: 'string', enum: [...faultyLines, 'both'] },
    fault: { type: 'string', enum: lineFaults },
    seconds: { type: 'number', minimum: 0, maximum: longestSeconds },
    resumption: { type: 'string', maxLength: 32 },
    times: { type: 'integer', minimum: 0, maximum: mostTimes },
  },
} as const;

/** What a client asks for: a failing socket, or a fault of the operator's resumed calls. */
interface FaultBody {
  readonly agent: string;
  readonly line?: FaultyLine | 'both';
  readonly fault?: LineFault;
  readonly seconds?: number;
  readonly resumption?: string;
  /** How many resumptions meet it. Default: 1. */
  readonly times?: number;
}

/** Why a body is neither of the two; `undefined` if it is one. */
function reasonAgainst({ line, fault: kind, seconds, resumption, times }: FaultBody): string | undefined {
  if (resumption !== undefined) {
    if (!isResumptionFault(resumption)) return `"resumption" is one of ${resumptionFaults.join(', ')}`;
    if (line === undefined && kind === undefined && seconds === undefined) return undefined;
    return 'A fault has either "resumption" or "line", not both';
  }
  if (times !== undefined) return '"times" needs "resumption"';
  if (line === undefined) return 'A fault needs "line" and "seconds", or "resumption"';
  return seconds === undefined ? '"line" needs "seconds"' : undefined;
}

/** Ours, for trainers and tests: cuts or silences an operator's sockets, or spoils the return of a reloaded page. */
export function addFaultRoutes(site: Site, { gate, accounts, faults, voice, config, log }: SiteParts): void {
  site.post<{ Body: FaultBody }>('/api/faults', { schema: { body: fault } }, async (request, reply) => {
    const passage = await gate.check(request.raw);
    if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
    const { agent, line, fault: kind = 'cut', seconds = 0, resumption, times = 1 } = request.body;
    const reason = reasonAgainst(request.body);
    if (reason) return reply.code(400).send({ error: 'bad-request', message: reason });
    if (!reachOf(passage.identity, config.hubTeams, accounts).covers(agent)) {
      const message = 'An operator may break its own lines only, a supervisor those of the teams watched';
      return reply.code(403).send({ error: 'not-yours', message });
    }
    const account = accounts.findByLogin(agent);
    if (account?.role !== 'operator') {
      return reply.code(404).send({ error: 'no-such-agent', message: `There is no operator "${agent}"` });
    }
    if (isResumptionFault(resumption)) {
      voice.failResumption(account.extension, resumption, times);
      log.info({ agent, resumption, times }, 'fault of resumed calls planned');
      return reply.code(204).send();
    }
    if (config.auth === 'none') {
      const message = 'Without cookies (MEDIATEL_AUTH=none) the server does not know whose socket is whose';
      return reply.code(409).send({ error: 'no-cookies', message });
    }
    for (const each of line === 'both' ? faultyLines : [line ?? 'mediatel'])
      faults.begin(agent, each, kind, seconds * 1000);
    log.info({ agent, line, fault: kind, seconds }, 'line fault started');
    return reply.code(204).send();
  });
}
