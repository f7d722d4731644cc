import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import type { Clock, Gate } from '../../server-kit';
import type { Accounts, CurrentCookie } from '../accounts';
import type { Agents, Extensions } from '../admin';
import type { AttemptLimiter } from '../attempt-limiter';
import type { CallStore } from '../farm/call-store';
import type { Crowd } from '../hub/crowd';
import type { Farm } from '../farm/farm';
import type { ServerConfig } from '../config';
import type { Lessons } from '../training/lessons';
import type { Scores } from '../score';
import type { FrontParts } from './front';

/** The parts of the REST side. */
export interface SiteParts extends FrontParts {
  readonly config: ServerConfig;
  readonly accounts: Accounts;
  readonly agents: Agents;
  readonly extensions: Extensions;
  readonly cookie: CurrentCookie;
  readonly gate: Gate;
  readonly attempts: AttemptLimiter;
  readonly farm: Farm;
  readonly crowd: Crowd;
  readonly calls: CallStore;
  readonly lessons: Lessons;
  readonly scores: Scores;
  readonly clock: Clock;
  readonly recordingsDir: string;
  readonly log: Logger;
}

/** The routes of the REST side are added to it. */
export type Site = FastifyInstance<Server>;
