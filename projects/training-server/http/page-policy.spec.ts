import { pageUnderPolicy } from './page-policy';

const html = '<script src="main.js" nonce="csp-nonce"></script><app-root ngcspnonce="csp-nonce"></app-root>';
const policyOf = (host?: string) => pageUnderPolicy(html, host).headers['content-security-policy'] ?? '';
const nonceOf = (text: string) => /nonce-([^']+)'/.exec(text)?.[1] ?? '';

it('gives every page a nonce of its own, the same in page and header', () => {
  const { html: page, headers } = pageUnderPolicy(html, undefined);
  const nonce = nonceOf(headers['content-security-policy'] ?? '');
  expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  expect(page).toBe(html.replaceAll('csp-nonce', nonce));
  expect(nonceOf(policyOf())).not.toBe(nonce);
});

it('allows no inline script, no evaluated text, no frame around it, and requires Trusted Types', () => {
  const policy = policyOf('desk.example:4200');
  expect(policy).not.toMatch(/unsafe-|\*/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("connect-src 'self' ws://desk.example:4200 wss://desk.example:4200;");
});

it.each(["evil.example; script-src 'unsafe-inline'", 'a b', '*', '', undefined])(
  'takes no directives from the host %j',
  (host) => {
    expect(policyOf(host)).toContain("connect-src 'self';");
  },
);

it('gives a page without the placeholder no policy: it would not start under ours', () => {
  const foreign = '<script src="main.js"></script><app-root></app-root>';
  expect(pageUnderPolicy(foreign, 'localhost')).toEqual({
    html: foreign,
    headers: { 'permissions-policy': expect.stringContaining('microphone=(self)') },
  });
});
