import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSupervisor, isTrainer, reachOf } from './rights';
import type { SiteParts } from './site-parts';

/** What a client may do in the training. */
export interface TrainingAccess {
  /** The login; `nobody` if no cookie is needed. */
  readonly login: string;
  /** Whether it may see a trainee's runs. */
  readonly maySee: (trainee: string) => boolean;
  /** Whether it may start and steer a trainee's runs. A supervisor only watches. */
  readonly mayPlay: (trainee: string) => boolean;
  /** Whether it may write scenarios. */
  readonly mayWrite: boolean;
}

/** Answers 403 to a client that has not signed in, and returns `null` then. */
export async function trainingAccess(
  request: FastifyRequest,
  reply: FastifyReply,
  { gate, accounts, config }: Pick<SiteParts, 'gate' | 'accounts' | 'config'>,
): Promise<TrainingAccess | null> {
  const passage = await gate.check(request.raw);
  if (!passage.pass) {
    await reply.code(403).send({ error: passage.reason, message: 'Sign in first' });
    return null;
  }
  const { identity } = passage;
  const { covers } = reachOf(identity, config.hubTeams, accounts);
  const watchesOnly = identity !== null && isSupervisor(identity, accounts);
  return {
    login: identity?.username ?? 'nobody',
    maySee: covers,
    mayPlay: (trainee) => !watchesOnly && covers(trainee),
    mayWrite: identity === null || isTrainer(identity.username, accounts),
  };
}
