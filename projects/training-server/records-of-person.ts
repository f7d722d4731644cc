import type { PersonRecords } from './admin';
import type { CallStore } from './farm/call-store';
import { NotStored } from './storage/not-stored';
import type { Scores } from './score';
import type { Lessons } from './training/lessons';

/** What is kept under a login: calls with their recordings, training runs, notes, scores and what the desk recorded. */
export function recordsOfPerson(
  calls: CallStore,
  { runs, flights }: Pick<Lessons, 'runs' | 'flights'>,
  scores: Scores,
): PersonRecords {
  return {
    isInUse: (login) => runs.keeps(login),
    rename: (from, to) => {
      calls.rename(from, to);
      if (!runs.rename(from, to)) throw new NotStored('runs cannot be renamed');
      if (!flights.rename(from, to)) throw new NotStored('recordings of the desk cannot be renamed');
      scores.store.rename(from, to);
    },
    remove: (login, id) => {
      // Calls are the business's and stay. No login has such a name, so that nobody gets them as their own.
      calls.rename(login, `${login}#${id}`);
      if (!runs.forget(login)) throw new NotStored('runs cannot be deleted');
      if (!flights.forget(login)) throw new NotStored('recordings of the desk cannot be deleted');
      scores.keeper.forget(login);
    },
  };
}
