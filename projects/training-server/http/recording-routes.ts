import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reachOf } from './rights';
import type { Site, SiteParts } from './site-parts';

/** Digits only, so it can't be a path. */
const traceId = /^\d{1,20}$/;

/** Documented: `GET /records/mediatel-record?calltraceID=ID` plays, `&download=1` saves. Supports ranges. */
export function addRecordingRoutes(site: Site, { gate, accounts, calls, config, recordingsDir }: SiteParts): void {
  site.get<{ Querystring: Record<string, unknown> }>('/records/mediatel-record', async (request, reply) => {
    const passage = await gate.check(request.raw);
    if (!passage.pass) return reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
    const { calltraceID: id, download } = request.query;
    if (typeof id !== 'string' || !traceId.test(id)) {
      return reply.code(400).send({ error: 'bad-request', message: 'calltraceID must be the number of a call' });
    }
    // Before anything about the file is known: trace ids are consecutive, and a client must not learn of others' calls.
    if (!reachOf(passage.identity, config.hubTeams, accounts).covers(calls.operatorOf(id))) {
      const message = 'An operator may hear its own calls only, a supervisor those of the teams watched';
      return reply.code(403).send({ error: 'not-yours', message });
    }
    const file = `${id}.wav`;
    if (!existsSync(join(recordingsDir, file))) {
      return reply.code(404).send({ error: 'no-recording', message: `There is no recording of call ${id}` });
    }
    // A recording grows while its call lasts.
    const options = { cacheControl: false } as const;
    reply.header('cache-control', 'private, no-cache').type('audio/wav');
    if (download === '1') reply.header('content-disposition', `attachment; filename="${file}"`);
    return reply.sendFile(file, recordingsDir, options);
  });
}
