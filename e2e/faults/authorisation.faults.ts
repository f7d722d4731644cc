import { SignJWT } from 'jose';
import { readFileSync } from 'node:fs';
import { now } from './host';
import { type Link, expect, test } from './link';
import { measured } from './measured';
import { everydayIf } from '../everyday';

const claims = { username: 'agent1', userID: '301' };
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (secret: string, expires: string): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));

/** Cookies that must be refused, by name. */
const cookies: Readonly<Record<string, (link: Link) => Promise<Readonly<Record<string, string>>>>> = {
  missing: () => Promise.resolve({}),
  expired: async (link) => ({ VouchCookie: await signed(secretOf(link), '-1h') }),
  'of a wrong secret': async () => ({ VouchCookie: await signed('not the agreed secret', '1h') }),
  'with alg none': () => Promise.resolve({ VouchCookie: `${base64url({ alg: 'none' })}.${base64url(claims)}.` }),
  split: async (link) => {
    const whole = await signed(secretOf(link), '1h');
    return { VouchCookie_1of2: whole.slice(0, 60), VouchCookie_2of2: whole.slice(60) };
  },
};

const secretOf = (link: Link): string => readFileSync(`${link.server.dataDir}/cookie-secret`, 'utf8').trim();

for (const [name, made] of Object.entries(cookies)) {
  test(
    `a cookie ${name}, found in a call: not shown as unreachable, the desk asks to sign in, the call goes on`,
    everydayIf(name === 'expired'),
    async ({ host, link, page }) => {
      await host.begin();
      await host.talk();
      await page.context().clearCookies();
      const parts = Object.entries(await made(link)).map(([cookie, value]) => ({
        name: cookie,
        value,
        url: link.proxy.url,
      }));
      if (parts.length > 0) await page.context().addCookies(parts);
      link.mediatel.cut();
      await host.saw('Disconnected', 0);
      link.mediatel.forget();
      link.mediatel.restore();
      const restoredAt = now();
      const asked = await host.saw('Unauthorised', restoredAt);
      measured(`a cookie ${name}: asked to sign in again`, asked.at - restoredAt, 5000);
      const { connection } = (await host.state()).link;
      expect(connection.status).toBe('unauthorised');
      // The failed handshake and the probe for its reason are one try; the next follows 5 s later.
      await expect.poll(() => link.mediatel.tries.length, { timeout: 12_000 }).toBeGreaterThanOrEqual(4);
      const [, ...probes] = link.mediatel.tries;
      const gaps = probes.slice(1).map((at, index) => at - (probes[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(4900);
      expect((await host.state()).softphone.call).not.toBeNull();
      await host.signInToCrm();
      await host.give('retryNow');
      await host.reaches(({ link: { connection, synced } }) => connection.status === 'connected' && synced);
      await host.phase('talking');
      await host.give('hangUp');
      await host.phase('clerical');
    },
  );
}
