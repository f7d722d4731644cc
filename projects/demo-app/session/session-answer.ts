import type { OperatorAccount } from 'mediatel-lib/ports';
import { SessionError } from './session-error';
import { roles, type User } from './user';

/** The CRM server's answer to a sign-in: the person and their telephony accounts. */
export interface SessionAnswer {
  readonly user: User;
  /** The telephony accounts; `null` for people without a phone. */
  readonly account: OperatorAccount | null;
  /** Limit of the after-call work (seconds); `null` when the server sets or sends none. */
  readonly clericalSeconds: number | null;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

function text(source: Fields, name: string): string {
  const value = source[name];
  if (typeof value !== 'string') throw SessionError.unreadable();
  return value;
}

function readAccount(answer: Fields, origin: string): OperatorAccount | null {
  const mediatel = fields(answer['mediatel']);
  const sip = fields(answer['sip']);
  if (!mediatel || !sip || !mediatel['extension']) return null;
  const url = mediatel['url'];
  const sipUrl = sip['url'];
  return {
    mediatel: {
      url: typeof url === 'string' ? url : origin,
      user: text(mediatel, 'user'),
      password: text(mediatel, 'password'),
      extension: text(mediatel, 'extension'),
    },
    sip: {
      url: typeof sipUrl === 'string' ? sipUrl : `${origin.replace(/^http/, 'ws')}/ws`,
      realm: text(sip, 'realm'),
      login: text(sip, 'login'),
      password: text(sip, 'password'),
      displayName: text(answer, 'name'),
    },
  };
}

/** Reads the answer. Servers that it does not name are at `origin`, the page's own. Throws a `SessionError`. */
export function readSessionAnswer(value: unknown, origin: string): SessionAnswer {
  const answer = fields(value);
  if (!answer) throw SessionError.unreadable();
  const role = roles.find((known) => known === answer['role']) ?? 'operator';
  const seconds = answer['clericalSeconds'];
  return {
    user: { login: text(answer, 'login'), name: text(answer, 'name'), extension: text(answer, 'extension'), role },
    account: readAccount(answer, origin),
    clericalSeconds: typeof seconds === 'number' && seconds > 0 ? seconds : null,
  };
}
