import { type TrainingLanguage, pushedAction, trainingLanguages } from '../../training-kit';
import type { StartRefusal } from '../training/run-start';
import type { Site, SiteParts } from './site-parts';
import { trainingAccess, type TrainingAccess } from './training-access';

/** As the agents of a classroom. */
const mostTrainees = 50;

const login = { type: 'string', minLength: 1, maxLength: 256 } as const;
const startBody = {
  type: 'object',
  required: ['scenario'],
  additionalProperties: false,
  properties: {
    scenario: { type: 'string', maxLength: 60 },
    trainees: { type: 'array', minItems: 1, maxItems: mostTrainees, uniqueItems: true, items: login },
    language: { type: 'string', enum: trainingLanguages },
  },
} as const;

interface StartBody {
  readonly scenario: string;
  /** Default: the client itself. */
  readonly trainees?: readonly string[];
  /** Default: the scenario's first. */
  readonly language?: TrainingLanguage;
}

const byId = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' } },
} as const;
interface ById {
  readonly Params: { readonly id: string };
}

const ofTrainee = { type: 'object', properties: { trainee: login } } as const;
const markBody = {
  type: 'object',
  required: ['note'],
  additionalProperties: false,
  properties: { note: { type: 'string', maxLength: 500 } },
} as const;
const noteBody = {
  type: 'object',
  required: ['traceId', 'text'],
  additionalProperties: false,
  properties: {
    traceId: { type: 'string', pattern: '^\\d{1,20}$' },
    text: { type: 'string', minLength: 1, maxLength: 2000 },
  },
} as const;

const statuses: Readonly<Record<StartRefusal, number>> = {
  'no-such-trainee': 404,
  'has-a-run': 409,
  'not-that-language': 400,
  'no-such-queue': 422,
  'no-speech': 503,
  closed: 503,
};

/** Ours: plays scenarios to trainees, and shows how far they are. */
export function addTrainingRunRoutes(site: Site, parts: SiteParts): void {
  const { runs, library } = parts.lessons;

  site.post<{ Body: StartBody }>('/api/training/runs', { schema: { body: startBody } }, async (request, reply) => {
    const access = await trainingAccess(request, reply, parts);
    if (!access) return reply;
    const { scenario: id, trainees = [access.login] } = request.body;
    if (!trainees.every(access.mayPlay)) return reply.code(403).send(notYours);
    const entry = library.get(id);
    if (!entry) return reply.code(404).send({ error: 'no-such-scenario', message: `There is no scenario "${id}"` });
    const { scenario, problems } = entry;
    if (scenario === null) {
      const message = `The file of "${id}" has problems`;
      return reply.code(422).send({ error: 'not-a-scenario', message, problems });
    }
    const language = request.body.language ?? scenario.languages[0] ?? 'en';
    const starts = trainees.map((trainee) => ({ scenario, trainee, language, startedBy: access.login }));
    // All or none: a class begins together.
    for (const start of starts) {
      const refusal = runs.refusalOf(start);
      if (refusal)
        return reply.code(statuses[refusal.refused]).send({ error: refusal.refused, message: refusal.message });
    }
    const started = starts
      .map((start) => runs.start(start))
      .flatMap((outcome) => ('run' in outcome ? outcome.run : []));
    return reply.code(201).send({ runs: started });
  });

  site.get<{ Querystring: { trainee?: string } }>(
    '/api/training/runs',
    { schema: { querystring: ofTrainee } },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { trainee } = request.query;
      if (trainee !== undefined && !access.maySee(trainee)) return reply.code(403).send(notYours);
      const list = trainee === undefined ? runs.all(access.maySee) : runs.of(trainee);
      return reply.header('cache-control', 'no-store').send({ runs: list });
    },
  );

  site.get<ById>('/api/training/runs/:id', { schema: { params: byId } }, async (request, reply) => {
    const access = await trainingAccess(request, reply, parts);
    if (!access) return reply;
    const stored = runs.get(request.params.id);
    if (!stored) return reply.code(404).send(noRun);
    if (!access.maySee(stored.run.trainee)) return reply.code(403).send(notYours);
    const timelines = Object.fromEntries(stored.run.traceIds.map((traceId) => [traceId, runs.timelineOf(traceId)]));
    return reply.header('cache-control', 'no-store').send({ ...stored, timelines });
  });

  /** Steers a run that lasts. `steer` returns why it did nothing, or `null`. */
  const addSteering = (verb: string, body: object | null, steer: Steer): void => {
    const schema = { params: byId, ...(body ? { body } : {}) };
    site.post<ById>(`/api/training/runs/:id/${verb}`, { schema }, async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { id } = request.params;
      const stored = runs.get(id);
      if (!stored) return reply.code(404).send(noRun);
      if (!access.mayPlay(stored.run.trainee)) return reply.code(403).send(notYours);
      if (stored.run.endedAt !== null) return reply.code(409).send(isOver);
      const refusal = steer(id, request.body, access);
      if (refusal) return reply.code(refusal.status).send({ error: refusal.error, message: refusal.message });
      return reply.send({ run: runs.get(id)?.run });
    });
  };
  addSteering('stop', null, (id, _body, access) => {
    runs.stop(id, `Stopped by ${access.login}`);
    return null;
  });
  addSteering('pause', null, (id) => {
    runs.pause(id);
    return null;
  });
  addSteering('resume', null, (id) => {
    runs.resume(id);
    return null;
  });
  addSteering('push', { type: 'object' }, (id, body) => {
    const action = pushedAction.safeParse(body);
    if (!action.success)
      return { status: 400, error: 'bad-request', message: 'The body must be one action of a turn, or a line to say' };
    return runs.push(id, action.data) ? null : noCall;
  });
  addSteering('mark', markBody, (id, body, access) =>
    runs.mark(id, (body as { readonly note: string }).note, access.login) ? null : noCall,
  );

  site.post<{ Body: { traceId: string; text: string } }>(
    '/api/training/notes',
    { schema: { body: noteBody } },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { traceId, text } = request.body;
      const operator = parts.calls.operatorOf(traceId);
      if (operator === null || !access.mayPlay(operator)) return reply.code(403).send(notYours);
      // The note of a call that is no run's stays in the CRM.
      if (runs.note({ traceId, login: operator, text }) === 'not-stored') {
        return reply.code(507).send({ error: 'not-stored', message: 'The server has no room on its disk' });
      }
      return reply.code(204).send();
    },
  );
}

interface SteeringRefusal {
  readonly status: number;
  readonly error: string;
  readonly message: string;
}
type Steer = (id: string, body: unknown, access: TrainingAccess) => SteeringRefusal | null;

const notYours = {
  error: 'not-yours',
  message: 'An operator trains alone, a trainer with everybody; a supervisor sees the teams watched',
};
const noRun = { error: 'no-such-run', message: 'There is no such run' };
const isOver = { error: 'is-over', message: 'The run is over' };
const noCall: SteeringRefusal = { status: 409, error: 'no-call', message: 'The run has no call now' };
