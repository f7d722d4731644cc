/** A page that Mediatel asks the desk to open (`webServer`). */
export interface ScreenPop {
  /** Name of the window or card to reuse; `null` for a bare address. */
  readonly key: string | null;
  /** The page's title; `null` for a bare address. */
  readonly title: string | null;
  /** An absolute http(s) address without credentials, normalised by the URL standard. */
  readonly url: string;
  /** The last argument. Its meaning is not documented. */
  readonly flag: boolean | null;
}

/**
 * Why a screen pop is refused.
 *
 * `unreadable`: not of a known form. `not-http`: another scheme than http(s). `credentials`: the address contains a
 * user or a password.
 */
export type ScreenPopRefusal = 'unreadable' | 'not-http' | 'credentials';

/** A screen pop (`null`: there is none), or why it is refused. */
export type ScreenPopResult =
  { readonly ok: true; readonly pop: ScreenPop | null } | { readonly ok: false; readonly reason: ScreenPopRefusal };

const navigate = /^javascript:\s*window\.external\.CRMNavigate\s*\(([\s\S]*)\)\s*;?\s*$/;

/** A double-quoted JavaScript text with simple escapes only. */
const quoted = /^\s*"((?:[^"\\\n\r]|\\["\\/'])*)"\s*/;
const bare = /^\s*(true|false|null)\s*/;

function parseArguments(source: string): (string | boolean | null)[] | null {
  const found: (string | boolean | null)[] = [];
  let rest = source;
  for (;;) {
    const text = quoted.exec(rest);
    const word = text ? null : bare.exec(rest);
    const match = text ?? word;
    if (!match) return null;
    found.push(text ? (text[1] ?? '').replace(/\\(.)/g, '$1') : word![1] === 'null' ? null : word![1] === 'true');
    rest = rest.slice(match[0].length);
    if (rest === '') return found;
    if (!rest.startsWith(',')) return null;
    rest = rest.slice(1);
  }
}

function checked(address: string, key: string | null, title: string | null, flag: boolean | null): ScreenPopResult {
  let url: URL;
  // `URL` throws if it can't read the address. No check beforehand says as much.
  try {
    url = new URL(address);
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, reason: 'not-http' };
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'credentials' };
  return { ok: true, pop: { key, title, url: url.href, flag } };
}

/**
 * Reads `webServer` without running it. `null` and `''` mean no screen pop.
 *
 * Two forms are read: `javascript:window.external.CRMNavigate("key", "title", "url", flag);` (seen), or a bare
 * http(s) address (ours). Whether the host of `url` may be opened is the host application's rule.
 */
export function parseScreenPop(webServer: string | null): ScreenPopResult {
  if (webServer === null || webServer.trim() === '') return { ok: true, pop: null };
  const call = navigate.exec(webServer.trim());
  if (!call) {
    return /^https?:\/\//i.test(webServer) ? checked(webServer, null, null, null) : { ok: false, reason: 'unreadable' };
  }
  const [key, title, url, flag, ...more] = parseArguments(call[1] ?? '') ?? [];
  if (typeof key !== 'string' || typeof title !== 'string' || typeof url !== 'string' || more.length > 0) {
    return { ok: false, reason: 'unreadable' };
  }
  if (!/^https?:\/\//i.test(url)) return { ok: false, reason: 'not-http' };
  return checked(url, key, title, typeof flag === 'boolean' ? flag : null);
}
