import { randomId } from 'mediatel-lib/protocol';
import { chunkStore, forgottenStore, sessionStore } from './flight-database';

/** How long a forgotten session is remembered (ms): longer than the write of a page that was closed can take. */
const rememberedFor = 24 * 60 * 60 * 1000;

/**
 * An operator's work in this browser, from the first tab that begins to the sign-out. All tabs share it.
 *
 * A page that is closed can't hear of the sign-out in another tab, and its last write may come later. So each write
 * names its session, and the storage refuses what belongs to a forgotten one.
 */
interface ArchiveSession {
  readonly user: string;
  readonly session: string;
}

/** Joins the user's session, or begins it. Forgets those of all others, with their chunks. */
export function joinSession(transaction: IDBTransaction, user: string, joined: (session: string) => void): void {
  withSessions(transaction, (sessions) => {
    forgetSessions(
      transaction,
      sessions.filter((one) => one.user !== user),
    );
    joined(ownSession(transaction, user, sessions));
  });
  deleteChunks(transaction, [IDBKeyRange.upperBound(user, true), IDBKeyRange.lowerBound(user, true)]);
}

/** Joins the user's session, or begins it, unless another operator has one by now. */
export function rejoinSession(transaction: IDBTransaction, user: string, joined: (session: string) => void): void {
  withSessions(transaction, (sessions) => {
    if (sessions.every((one) => one.user === user)) joined(ownSession(transaction, user, sessions));
  });
}

/**
 * Forgets a session that is known, with all chunks, without reading first: hosts often leave the page at the sign-out,
 * and a transaction that still has something to read is aborted then. Of another operator, only a later session could
 * have chunks by now.
 */
export function forgetSession(transaction: IDBTransaction, user: string, session: string): void {
  transaction.objectStore(sessionStore).delete(user);
  transaction.objectStore(forgottenStore).put({ session, at: Date.now() });
  transaction.objectStore(chunkStore).clear();
  transaction.commit();
}

/** Forgets the user's session and chunks; everybody's if `user` is `null`. */
export function forgetUser(transaction: IDBTransaction, user: string | null): void {
  withSessions(transaction, (sessions) =>
    forgetSessions(
      transaction,
      sessions.filter((one) => user === null || one.user === user),
    ),
  );
  deleteChunks(transaction, [user === null ? null : IDBKeyRange.only(user)]);
}

/**
 * Fails the transaction if the session is forgotten. It leaves nothing in the storage.
 *
 * The storage decides alone, without an answer to the page: a page that is being closed could not act on it.
 */
export function requireSession(transaction: IDBTransaction, session: string): void {
  const forgotten = transaction.objectStore(forgottenStore);
  forgotten.add({ session, at: 0 });
  forgotten.delete(session);
}

/** Whether a transaction failed because its session is forgotten. */
export const isForgotten = (error: unknown): boolean =>
  (error as Partial<DOMException> | null)?.name === 'ConstraintError';

function withSessions(transaction: IDBTransaction, use: (sessions: readonly ArchiveSession[]) => void): void {
  const found = transaction.objectStore(sessionStore).getAll() as IDBRequest<ArchiveSession[]>;
  found.onsuccess = () => use(found.result);
}

function ownSession(transaction: IDBTransaction, user: string, sessions: readonly ArchiveSession[]): string {
  const own = sessions.find((one) => one.user === user) ?? { user, session: randomId() };
  transaction.objectStore(sessionStore).put(own);
  return own.session;
}

function forgetSessions(transaction: IDBTransaction, sessions: readonly ArchiveSession[]): void {
  const forgotten = transaction.objectStore(forgottenStore);
  const now = Date.now();
  for (const { user, session } of sessions) {
    transaction.objectStore(sessionStore).delete(user);
    forgotten.put({ session, at: now });
  }
  const old = forgotten.index('at').getAllKeys(IDBKeyRange.upperBound(now - rememberedFor));
  old.onsuccess = () => {
    for (const key of old.result) forgotten.delete(key);
  };
}

function deleteChunks(transaction: IDBTransaction, users: readonly (IDBKeyRange | null)[]): void {
  const chunks = transaction.objectStore(chunkStore);
  for (const range of users) {
    const found = chunks.index('user').getAllKeys(range);
    found.onsuccess = () => {
      for (const key of found.result) chunks.delete(key);
    };
  }
}
