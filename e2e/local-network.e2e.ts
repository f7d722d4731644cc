import { Desk, expect } from './desk';
import { ServerProcess } from './faults/server-process';
import { heardEnergy, watchConnections } from './heard';
import { HostedCrm } from './hosted-crm';
import { type StockBrowser, test, unseen } from './stock-browser';
import { severalTabs } from './several-tabs';

test.use(severalTabs);

/** A CRM that the browser treats as one on the internet, and a Mediatel on this machine. */
let crm: HostedCrm;
let mediatel: ServerProcess;

test.use(unseen);
test.describe.configure({ timeout: 120_000 });

test.beforeAll(async () => {
  crm = await HostedCrm.open(() => mediatel.url.replace('127.0.0.1', 'localhost'));
  const port = Number(process.env['E2E_PORT'] ?? 4310) + 10;
  mediatel = new ServerProcess(port, { ALLOWED_ORIGINS: crm.origin, CLERICAL_SECONDS: '30' });
  await mediatel.start();
});
test.afterAll(async () => {
  await mediatel.close();
  await crm.close();
});

test.use({
  browserFlags: async ({ baseURL: _ }, use) => use([`--ip-address-space-overrides=127.0.0.1:${crm.port}=public`]),
});

/** Chrome's names of the permission: by the kind of address, and for both together. */
const permissions = ['local-network', 'loopback-network', 'local-network-access'];

const decide = async (stock: StockBrowser, setting: 'granted' | 'denied'): Promise<void> => {
  for (const name of permissions) await stock.decide(crm.origin, name, setting);
};

/** The desk of an operator who is signed in at the hosted CRM. */
async function openDesk(stock: StockBrowser): Promise<Desk> {
  const page = await stock.context.newPage();
  await watchConnections(page);
  const desk = new Desk(page, crm.origin);
  await desk.signIn('agent5');
  return desk;
}

test('a browser that blocks the CRM from the local network: the desk names it, and works once it is allowed', async ({
  stock,
}) => {
  await decide(stock, 'denied');
  const desk = await openDesk(stock);
  await expect(desk.notice).toContainText('does not let this page reach the local network');
  await desk.openMenu();
  await desk.menuItem('Sound and line check').click();
  const checks = desk.page.locator('mediatel-readiness-page > ul > li');
  await expect(checks.nth(4)).toContainText('local network');
  await expect(checks.nth(5)).toContainText('local network');
  await desk.page.keyboard.press('Escape');

  await decide(stock, 'granted');
  await desk.ready();
  await desk.talk();
  await expect.poll(() => heardEnergy(desk.page)).toBeGreaterThan(0.01);
  await desk.finish();
});
