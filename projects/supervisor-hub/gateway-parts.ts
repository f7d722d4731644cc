import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import type { Clock, Identity } from '../server-kit';
import type { HubStore } from './hub-store';
import type { Roster } from './roster';
import type { HubTeams } from './teams';

/** The parts of the hub that operators' tabs and supervisors' boards both need. */
export interface GatewayParts {
  readonly io: Server;
  /** The person who signed the request's cookie; `null` without a valid one. */
  readonly identityOf: (request: IncomingMessage) => Identity | null;
  readonly roster: Roster;
  readonly store: HubStore;
  readonly teams: HubTeams;
  readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly log: Logger;
}
