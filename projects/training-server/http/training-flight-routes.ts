import type { Site, SiteParts } from './site-parts';
import { trainingAccess } from './training-access';

/** The content type of a flight recording that a desk sends: the server reads none of it. */
const flightType = 'application/vnd.mediatel.flight+json';
/** Bytes. A desk's recorder keeps two megabytes of text. */
const largestFlight = 3 * 1024 * 1024;
/** How a file of the recorder begins. Who opens it checks the rest. */
const head = '{"format":"mediatel-flight"';
/** How long after a run's end its recording is taken (ms). */
const takenWithinMs = 15 * 60_000;

const byId = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } } as const;
interface ById {
  readonly Params: { readonly id: string };
}

/** Ours: what a trainee's desk recorded of a run, for the trainee and for trainers. */
export function addTrainingFlightRoutes(site: Site, parts: SiteParts): void {
  const { lessons, clock } = parts;
  const { runs, flights } = lessons;
  site.addContentTypeParser(flightType, { parseAs: 'string', bodyLimit: largestFlight }, (_request, body, done) =>
    done(null, body),
  );

  site.put<ById>(
    '/api/training/runs/:id/flight',
    { schema: { params: byId }, bodyLimit: largestFlight },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { id } = request.params;
      const run = runs.get(id)?.run;
      if (!run) return reply.code(404).send(noRun);
      // Nobody else's desk was there.
      if (run.trainee !== access.login) return reply.code(403).send(notYours);
      if (run.endedAt === null || clock.now() - run.endedAt > takenWithinMs) return reply.code(409).send(notNow);
      const { body } = request;
      if (typeof body !== 'string' || !body.startsWith(head)) return reply.code(400).send(noFlight);
      const isKept = flights.save({ runId: id, trainee: run.trainee, keptAt: clock.now(), text: body });
      return isKept ? reply.code(204).send() : reply.code(507).send(notStored);
    },
  );

  site.get<ById>('/api/training/runs/:id/flight', { schema: { params: byId } }, async (request, reply) => {
    const access = await trainingAccess(request, reply, parts);
    if (!access) return reply;
    const { id } = request.params;
    const run = runs.get(id)?.run;
    if (!run) return reply.code(404).send(noRun);
    if (!access.mayPlay(run.trainee)) return reply.code(403).send(notYours);
    const text = flights.get(id);
    if (text === null) return reply.code(404).send(notKept);
    return reply.header('cache-control', 'no-store').type('application/json').send(text);
  });
}

const noRun = { error: 'no-such-run', message: 'There is no such run' };
const notYours = {
  error: 'not-yours',
  message: 'Only the trainee’s desk sends what it recorded; only the trainee and trainers open it',
};
const notNow = { error: 'not-now', message: 'The run lasts, or ended more than 15 minutes ago' };
const noFlight = { error: 'bad-request', message: `The body must be a flight recording, of the type ${flightType}` };
const notKept = { error: 'not-kept', message: 'There is no recording of the desk in this run' };
const notStored = { error: 'not-stored', message: 'The server has no room on its disk' };
