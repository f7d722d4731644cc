import { randomBytes } from 'node:crypto';

/** The placeholder for the nonce in the demo app's `index.html`; the build repeats it at each script and style. */
const placeholder = '"csp-nonce"';

/** Headers of every response: browsers don't guess content types, addresses don't leak, no other page frames ours. */
export const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-site',
  'x-frame-options': 'DENY',
} as const;

/**
 * The desk gets the permissions that it needs; nobody gets the others. `speaker-selection` is not named: its default is
 * the page's own origin, and Chromium reports the name as unknown.
 */
const permissions = [
  ...['microphone', 'autoplay', 'screen-wake-lock'].map((feature) => `${feature}=(self)`),
  ...['camera', 'geolocation', 'display-capture', 'usb', 'serial', 'payment'].map((feature) => `${feature}=()`),
].join(', ');

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The entry page with a new nonce, under a strict Content-Security-Policy with Trusted Types.
 *
 * Scripts run by nonce, and what they load runs by `strict-dynamic`. Text becomes a script or HTML only through
 * Angular's own policies. `host` is the request's: browsers differ in whether `'self'` covers the WebSockets of an
 * origin. A page without the placeholder is a foreign application's, which would not start: it gets no policy.
 */
export function pageUnderPolicy(html: string, host: string | undefined): Page {
  if (!html.includes(placeholder)) return { html, headers: { 'permissions-policy': permissions } };
  const nonce = randomBytes(16).toString('base64');
  return {
    html: html.replaceAll(placeholder, `"${nonce}"`),
    headers: { 'content-security-policy': contentPolicy(nonce, host), 'permissions-policy': permissions },
  };
}

function contentPolicy(nonce: string, host: string | undefined): string {
  // A Host header with other characters could add directives of its own.
  const sockets =
    host !== undefined && /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `media-src 'self' blob:`,
    `connect-src 'self'${sockets}`,
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    'trusted-types angular angular#components mediatel',
  ].join('; ');
}
