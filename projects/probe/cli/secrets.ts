import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Arguments } from './arguments';

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

/** Asks on the terminal without showing what is typed. */
export async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: process.stdin.isTTY });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
