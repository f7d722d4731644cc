import { ConnectionTimeoutError, SocketClosedUnexpectedlyError } from 'redis';

/** Why Redis does not serve a hub. `closed`: it ends the connection without a message, as one that needs TLS does. */
export type RedisFaultReason =
  'wrong-password' | 'unknown-host' | 'no-tls' | 'closed' | 'unreachable' | 'loading' | 'other';

/**
 * A fault of Redis, described for the person who runs the hub. It contains no password: the address is shown without
 * it.
 */
export class RedisFault extends Error {
  override readonly name = 'RedisFault';

  private constructor(
    readonly reason: RedisFaultReason,
    words: string,
    cause: unknown,
  ) {
    super(words, { cause });
  }

  /** Interprets an error of the client at this address. */
  static of(url: string, error: unknown): RedisFault {
    const reason = reasonOf(error, url.startsWith('rediss:'));
    const detail = error instanceof Error ? error.message : String(error);
    return new RedisFault(reason, `Redis at ${shownAddress(url)} ${words[reason](detail)}`, error);
  }
}

const words: Readonly<Record<RedisFaultReason, (detail: string) => string>> = {
  'wrong-password': () => 'refuses the user or the password of REDIS_URL',
  'unknown-host': () => 'is at a host that no name server knows',
  'no-tls': () =>
    'speaks no TLS with this node: is it redis:// rather than rediss://, or is its certificate not trusted?',
  closed: () => 'ends the connection: does it want TLS, rediss:// rather than redis://?',
  unreachable: () => 'cannot be reached',
  loading: () => 'is still loading its data',
  other: (detail) => `does not serve: ${detail}`,
};

/** Scheme, host and port only: readers of a log need not know the password. */
function shownAddress(url: string): string {
  if (!URL.canParse(url)) return 'REDIS_URL';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

function reasonOf(error: unknown, isTls: boolean): RedisFaultReason {
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^(WRONGPASS|NOAUTH|NOPERM)\b|without any password configured|invalid password/.test(error.message)) {
    return 'wrong-password';
  }
  if (error.message.startsWith('LOADING')) return 'loading';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  if (/^(ERR_SSL|ERR_TLS|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) return 'no-tls';
  if (/^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/.test(code)) return 'unreachable';
  // A Redis without TLS takes the handshake for a command and waits silently for its end.
  if (error instanceof ConnectionTimeoutError) return isTls ? 'no-tls' : 'unreachable';
  if (code === 'ECONNRESET' || code === 'EPIPE' || error instanceof SocketClosedUnexpectedlyError) return 'closed';
  return 'other';
}
