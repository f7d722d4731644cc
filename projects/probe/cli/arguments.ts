import { parseArgs } from 'node:util';

/** What the command line says. Passwords and the cookie are never on it: other users of a machine can read it. */
export interface Arguments {
  readonly url: string;
  readonly sip: string | null;
  readonly recordings: string;
  readonly origin: string;
  readonly signIn: string | null;
  readonly login: string | null;
  readonly extension: string | null;
  readonly sipLogin: string | null;
  readonly realm: string | null;
  readonly pauseId: string | null;
  readonly call: string | null;
  readonly queue: string | null;
  readonly codeId: string | null;
  readonly renewal: boolean;
  readonly clericalSeconds: number;
  readonly stun: string | null;
  readonly watchSeconds: number;
  readonly out: string | null;
}

/** The command line is wrong. The message is for a person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `mediatel-probe --url https://… [--sip wss://…] [--login USER --extension NUMBER] …

Checks what this project believes about Mediatel against a real one, and prints
each claim with what it found: held, differs, not seen.

  --url URL          the agent farm, without a path
  --sip URL          the SIP WebSocket
  --recordings URL   the recordings' service; default: the address of --url
  --origin URL       the origin of the CRM's pages; default: the origin of --url
  --sign-in URL      where {login, password} is posted for the cookie
  --login USER       logs this operator in, takes a pause and ends it, logs out.
                     Without it nothing is changed.
  --extension NUMBER the operator's extension
  --sip-login NAME   the SIP account; default: the extension
  --realm REALM      the SIP realm; default: the host of --sip
  --pause ID         which pause to take; default: the first of the list
  --call NUMBER      places this one call, and ends it
  --queue NAME       its queue; default: the first
  --code ID          the call code to set after it; default: none, and the probe
                     waits until after-call work ends by itself
  --clerical SECONDS how long it waits for that; default 120
  --renewal          takes the call to a second page and a third, as a CRM that is
                     loaded again does; the customer hears tones
  --stun ADDRESS     a STUN server for its audio, stun:HOST:PORT; default: none
  --watch SECONDS    watches the connection for so long; default 0
  --out FILE         the redacted file; default: a new one in this folder
  --help

Environment (or a prompt): MEDIATEL_PASSWORD, SIP_PASSWORD (default: the same),
MEDIATEL_COOKIE (the value of VouchCookie).
Exit code: 0 no claim differs, 1 some differ, 2 the probe could not finish.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads the command line; `null`: it asks for help. Throws a `UsageError`. */
export function readArguments(argv: readonly string[]): Arguments | null {
  const values = parsed(argv);
  if (values.help === true) return null;
  const { url: address, sip = null, login = null, extension = null, call = null } = values;
  if (address === undefined) throw new UsageError('--url is missing');
  const url = addressOf('--url', address, ['http:', 'https:']);
  if (sip !== null) addressOf('--sip', sip, ['ws:', 'wss:']);
  if (login !== null && extension === null) throw new UsageError('--login needs --extension');
  if (call !== null && (login === null || sip === null)) throw new UsageError('--call needs --login and --sip');
  for (const name of ['queue', 'code', 'renewal'] as const)
    if (values[name] !== undefined && call === null) throw new UsageError(`--${name} needs --call`);
  return {
    url,
    sip,
    recordings: addressOf('--recordings', values.recordings ?? url, ['http:', 'https:']),
    origin: addressOf('--origin', values.origin ?? new URL(url).origin, ['http:', 'https:']),
    signIn: values['sign-in'] === undefined ? null : addressOf('--sign-in', values['sign-in'], ['http:', 'https:']),
    login,
    extension,
    sipLogin: values['sip-login'] ?? null,
    realm: values.realm ?? null,
    pauseId: values.pause ?? null,
    call,
    queue: values.queue ?? null,
    codeId: values.code ?? null,
    renewal: values.renewal ?? false,
    clericalSeconds: secondsOf('--clerical', values.clerical ?? '120'),
    stun: values.stun === undefined ? null : stunOf(values.stun),
    watchSeconds: secondsOf('--watch', values.watch ?? '0'),
    out: values.out ?? null,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        ...{ url: text, sip: text, recordings: text, origin: text, 'sign-in': text, login: text, extension: text },
        ...{
          'sip-login': text,
          realm: text,
          pause: text,
          call: text,
          queue: text,
          code: text,
          clerical: text,
          stun: text,
        },
        ...{ watch: text, out: text, renewal: flag, help: flag },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function addressOf(name: string, value: string, schemes: readonly string[]): string {
  if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol))
    throw new UsageError(`${name} must be an address of ${schemes.join(' or ')}//…`);
  // A password in an address would be on the command line.
  if (new URL(value).password !== '') throw new UsageError(`${name} must not contain a password`);
  return value.replace(/\/+$/, '');
}

function secondsOf(name: string, value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new UsageError(`${name} must be a whole number of seconds`);
  return Number(value);
}

function stunOf(value: string): string {
  if (!/^stuns?:[\w.-]+(:\d{1,5})?$/.test(value)) throw new UsageError('--stun must be stun:HOST:PORT');
  return value;
}
