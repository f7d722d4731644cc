import type { FastifyReply } from 'fastify';
import { NotStored } from '../storage/not-stored';
import { type CsvSeparator, classCsv, classRows, csv, csvSeparators, findingsCsv, progressDays } from '../score';
import type { Site, SiteParts } from './site-parts';
import { trainingAccess } from './training-access';

const dayMs = 24 * 3600 * 1000;
const usualDays = 30;
/** A run that has ended for so long and has no score was cut off by the server's end: it is scored on request. */
const scoredWithinMs = 30_000;

const byId = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } } as const;
const byLogin = {
  type: 'object',
  required: ['login'],
  properties: { login: { type: 'string', minLength: 1, maxLength: 256 } },
} as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const ofClass = {
  type: 'object',
  additionalProperties: false,
  properties: {
    from: day,
    to: day,
    scenario: { type: 'string', maxLength: 60 },
    rows: { type: 'string', enum: ['people', 'findings'] },
    separator: { type: 'string', enum: csvSeparators },
  },
} as const;

interface ClassQuery {
  /** First and last day, by the server's calendar. */
  readonly from?: string;
  readonly to?: string;
  readonly scenario?: string;
  /** Of the CSV: a line for each person, or for each line of each score. */
  readonly rows?: 'people' | 'findings';
  readonly separator?: CsvSeparator;
}

/** Ours: the scores of runs, by run, by class, by person over days. */
export function addTrainingScoreRoutes(site: Site, parts: SiteParts): void {
  const { accounts, config, scores, lessons, clock } = parts;
  const { store, keeper } = scores;
  const { hubCalendar: calendar } = config;
  const nameOf = (login: string): string => accounts.nameOf(login) ?? login;
  const fresh = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store');

  site.get<{ Params: { id: string } }>(
    '/api/training/runs/:id/score',
    { schema: { params: byId } },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { id } = request.params;
      let stored = keeper.get(id);
      const ended = lessons.runs.get(id);
      const trainee = stored?.run.trainee ?? ended?.run.trainee;
      if (trainee === undefined) return reply.code(404).send(noRun);
      if (!access.maySee(trainee)) return reply.code(403).send(notYours);
      const endedAt = ended?.run.endedAt ?? null;
      if (!stored && ended && endedAt !== null && clock.now() - endedAt > scoredWithinMs) {
        await keeper.keep(ended);
        stored = keeper.get(id);
      }
      if (!stored) return reply.code(404).send(noScore);
      const hasFlight = access.mayPlay(trainee) && lessons.flights.has(id);
      return fresh(reply).send({ run: { ...stored.run, name: nameOf(trainee), hasFlight }, score: stored.score });
    },
  );

  /** The filter of a query; `null`: a day is no day. */
  const filterOf = ({ from, to, scenario }: ClassQuery, covers: (trainee: string) => boolean) => {
    if ([from, to].some((each) => each !== undefined && !calendar.isDay(each))) return null;
    return {
      covers,
      ...(from !== undefined && { from: calendar.beginOf(from) }),
      ...(to !== undefined && { to: calendar.endOf(to) }),
      ...(scenario !== undefined && { scenario }),
    };
  };

  for (const form of ['', '.csv'] as const) {
    site.get<{ Querystring: ClassQuery }>(
      `/api/training/class${form}`,
      { schema: { querystring: ofClass } },
      async (request, reply) => {
        const access = await trainingAccess(request, reply, parts);
        if (!access) return reply;
        const { query } = request;
        const filter = filterOf(query, access.maySee);
        if (!filter) return reply.code(400).send(noDay);
        if (form === '') return fresh(reply).send({ people: classRows(store, filter, nameOf) });
        const rows =
          query.rows === 'findings'
            ? findingsCsv(store.findings(filter), nameOf)
            : classCsv(classRows(store, filter, nameOf));
        return fresh(reply)
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="training-${query.rows ?? 'people'}.csv"`)
          .send(csv(rows, query.separator ?? ','));
      },
    );
  }

  site.get<{ Params: { login: string }; Querystring: { days?: string } }>(
    '/api/training/people/:login/progress',
    {
      schema: {
        params: byLogin,
        querystring: { type: 'object', properties: { days: { type: 'string', pattern: '^[1-9]\\d{0,2}$' } } },
      },
    },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { login } = request.params;
      if (!access.maySee(login)) return reply.code(403).send(notYours);
      const days = Number(request.query.days ?? usualDays);
      const from = calendar.beginOf(calendar.dayOf(clock.now() - (days - 1) * dayMs));
      const filter = { covers: (trainee: string) => trainee === login, from };
      const runs = store.list(filter);
      return fresh(reply).send({
        login,
        name: nameOf(login),
        days: progressDays(runs, (at) => calendar.dayOf(at)),
        rules: store.counts(filter).get(login) ?? [],
        runs,
      });
    },
  );

  site.delete<{ Params: { login: string } }>(
    '/api/training/people/:login',
    { schema: { params: byLogin } },
    async (request, reply) => {
      const access = await trainingAccess(request, reply, parts);
      if (!access) return reply;
      const { login } = request.params;
      const isAdmin = accounts.findByLogin(access.login)?.role === 'admin';
      if (login !== access.login && !access.mayWrite && !isAdmin) return reply.code(403).send(notYoursToDelete);
      try {
        // Runs first: one that lasts ends, and is not scored.
        if (!lessons.runs.forget(login)) throw new NotStored('runs cannot be deleted');
        if (!lessons.flights.forget(login)) throw new NotStored('recordings of the desk cannot be deleted');
        keeper.forget(login);
      } catch (error) {
        if (!(error instanceof NotStored)) throw error;
        return reply.code(507).send({ error: 'not-stored', message: 'The server has no room on its disk; try again' });
      }
      return reply.code(204).send();
    },
  );
}

const notYours = {
  error: 'not-yours',
  message: 'An operator sees the own scores, a trainer all, a supervisor those of the teams watched',
};
const notYoursToDelete = {
  error: 'not-yours',
  message: 'The person, a trainer or an administrator may delete a person’s training',
};
const noRun = { error: 'no-such-run', message: 'There is no such run' };
const noScore = { error: 'no-score', message: 'The run has no score yet' };
const noDay = { error: 'bad-request', message: 'from and to must be days, such as 2026-03-31' };
