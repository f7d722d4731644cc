import type { OperatorAccount } from 'mediatel-lib/ports';
import { SessionError } from './session-error';
import type { User } from './user';

/** What the CRM's server answers to a sign-in: who it is, and the telephony accounts kept for them. */
export interface SessionAnswer {
  readonly user: User;
  /** `null` for those who have no phone. */
  readonly account: OperatorAccount | null;
  /** `null` where the server sets no limit, or says none. */
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

/** Reads the answer; servers not named in it are the page's own, at `origin`. */
export function readSessionAnswer(value: unknown, origin: string): SessionAnswer {
  const answer = fields(value);
  if (!answer) throw SessionError.unreadable();
  const role = answer['role'] === 'supervisor' ? 'supervisor' : 'operator';
  const seconds = answer['clericalSeconds'];
  return {
    user: { login: text(answer, 'login'), name: text(answer, 'name'), extension: text(answer, 'extension'), role },
    account: readAccount(answer, origin),
    clericalSeconds: typeof seconds === 'number' && seconds > 0 ? seconds : null,
  };
}
