import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Desk } from '../desk';
import { heardEnergy, watchConnections } from '../heard';
import { energy, readWav } from '../wav';
import { HostSite } from './host-site';
import { hosts } from './hosts';
import { type MadeHosts, madeFile } from './prepare';

const made = (): MadeHosts => JSON.parse(readFileSync(madeFile, 'utf8')) as MadeHosts;

for (const host of hosts) {
  test.describe(host.kind, () => {
    test('builds without a warning', () => {
      expect(made()[host.name]?.build).not.toMatch(/warning|deprecat|error/i);
    });

    test('carries a whole call', async ({ page }) => {
      const site = await HostSite.open(made()[host.name]?.folder ?? '', host.name);
      const said: string[] = [];
      page.on('pageerror', (error) => said.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) said.push(message.text());
      });
      await watchConnections(page);
      const desk = new Desk(page, site.url);
      const login = { login: host.operator, password: 'training' };
      expect((await page.request.post(`${site.url}/api/session`, { data: login })).status()).toBe(200);

      await page.goto(`${site.url}${host.page}`);
      await expect(page.getByRole('button', { name: /^Sign in/ }), said.join('\n')).toBeVisible();
      await page.getByRole('button', { name: /^Sign in/ }).click();
      await desk.ready();
      const picture = (state: string) => page.screenshot({ path: `test-results/consumer-${host.name}-${state}.png` });
      await picture('available');

      await desk.talk();
      await expect.poll(() => heardEnergy(page)).toBeGreaterThan(0.01);
      await picture('in-a-call');
      const traceId = await desk.traceId();
      await host.inCall?.(page, desk);
      await desk.hangUp();
      await expect(desk.clerical).toBeVisible();
      await picture('after-the-call');
      await desk.setCode();
      await desk.shows('Available');

      const call = await site.customer.untilCall((each) => each.traceId === traceId && each.codes.length > 0);
      expect(call).toMatchObject({ operator: host.operator, direction: 'outgoing' });
      const { rate, operator, customer } = readWav(Buffer.from(await site.customer.recording(traceId)));
      expect(energy(operator, rate)).toBeGreaterThan(0.001);
      expect(energy(customer, rate)).toBeGreaterThan(0.001);
      // Without its server the page would name the broken connection, and rightly.
      expect(said).toEqual([]);
      await site.close();
    });
  });
}
