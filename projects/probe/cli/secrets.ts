import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Arguments, UsageError } from './arguments';

/** The secrets of a run. They come from the environment or from a person, and are never written. */
export interface Secrets {
  readonly password: string;
  readonly sipPassword: string;
  readonly cookie: string | null;
}

/** Reads the secrets. `ask` is called for a password that the environment does not have. */
export async function readSecrets(
  { login, sip }: Pick<Arguments, 'login' | 'sip'>,
  env: Readonly<Record<string, string | undefined>>,
  ask: (question: string) => Promise<string>,
): Promise<Secrets> {
  const password = login === null ? '' : env['MEDIATEL_PASSWORD'] || (await ask(`Mediatel password of ${login}: `));
  const sipPassword = sip === null ? '' : env['SIP_PASSWORD'] || password;
  return { password, sipPassword, cookie: env['MEDIATEL_COOKIE'] || null };
}

/**
 * Asks on the terminal without showing what is typed. Rejects with a `UsageError` if the input ends before, and when
 * the signal aborts; Ctrl-C aborts it.
 */
export async function askHidden(question: string, interruption: AbortController): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY });
  reader.on('SIGINT', () => interruption.abort());
  const ended = new Promise<never>((_, reject) => {
    reader.on('close', () => reject(new UsageError('no password was typed; MEDIATEL_PASSWORD may have it')));
  });
  try {
    return await Promise.race([reader.question('', { signal: interruption.signal }), ended]);
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
