import { accessSync, constants, readdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { probeFileOf } from '../file/probe-file-of';
import { probe } from '../probe';
import type { ProbeOptions } from '../probe-options';
import { type Arguments, UsageError, readArguments, usage } from './arguments';
import { type Secrets, readSecrets } from './secrets';
import { SignInError, signIn } from './sign-in';
import { tableOf } from './table';

/** What a run needs of its process. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly out: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly ask: (question: string) => Promise<string>;
}

/** Runs the probe as a program. Returns the exit code: 0 nothing differs, 1 something does, 2 it could not finish. */
export async function run({ argv, env, signal, out, complain, ask }: Surroundings): Promise<0 | 1 | 2> {
  try {
    const given = readArguments(argv);
    if (given === null) {
      out(usage);
      return 0;
    }
    const path = resolve(given.out ?? `${stamp(new Date())}.mediatel-probe.json`);
    // Before anything begins: a call placed for a file that nobody can write would be for nothing.
    readdirSync(dirname(path));
    accessSync(dirname(path), constants.W_OK);
    const options = await optionsOf(given, await readSecrets(given, env, ask));
    const report = await probe(options, signal);
    out(tableOf(report));
    writeFileSync(path, `${JSON.stringify(probeFileOf(report, options), null, 2)}\n`);
    out(`Redacted file: ${path}\n`);
    if (report.endedEarly !== null || report.left.length > 0) return 2;
    return report.rows.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) complain(`${error.message}\n\n${usage}`);
    else if (error instanceof SignInError || isOfFiles(error)) complain(`${error.message}\n`);
    else if (!signal.aborted) throw error;
    return 2;
  }
}

async function optionsOf(given: Arguments, { password, sipPassword, cookie }: Secrets): Promise<ProbeOptions> {
  const { url, sip, recordings, origin, login, extension, sipLogin, pauseId, watchSeconds } = given;
  const signedIn =
    given.signIn !== null && login !== null && cookie === null
      ? await signIn(given.signIn, origin, login, password)
      : cookie;
  return {
    url,
    sip,
    recordings,
    origin,
    cookie: signedIn,
    account: login === null || extension === null ? null : { user: login, password, extension },
    sipAccount:
      sip === null || login === null || extension === null
        ? null
        : { login: sipLogin ?? extension, password: sipPassword, realm: given.realm },
    pauseId,
    call:
      given.call === null
        ? null
        : {
            number: given.call,
            queue: given.queue,
            codeId: given.codeId,
            clericalSeconds: given.clericalSeconds,
            talkMs: 2000,
            renewal: given.renewal,
          },
    stun: given.stun,
    watchSeconds,
    patienceMs: 8000,
  };
}

/** By its fields: an error of another realm is no instance of `Error`. */
const isOfFiles = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && 'path' in error && 'message' in error;

/** `2026-03-25-1158` */
const stamp = (date: Date): string => date.toISOString().slice(0, 16).replace('T', '-').replace(':', '');
