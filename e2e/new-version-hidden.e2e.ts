import { expect } from './desk';
import { heardEnergy } from './heard';
import { Tab } from './operator-tabs';
import { test, unseen } from './stock-browser';
import { TwoBuilds } from './two-builds';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

const builds = new TwoBuilds(Number(process.env['E2E_PORT'] ?? 4310) + 3);
const { home } = builds;

test.use(unseen);
test.describe.configure({ timeout: 120_000 });
test.beforeAll(() => builds.start());
test.afterAll(() => builds.close());

test('a tab that nobody sees takes the new build by itself, and then a call', full, async ({ stock }) => {
  const { context } = stock;
  await context.grantPermissions(['microphone'], { origin: home });
  const tab = await Tab.open(context, home);
  await tab.desk.begin('agent14');
  const front = await context.newPage();
  await front.goto(`${home}/healthz`);
  expect(await tab.page.evaluate(() => document.visibilityState)).toBe('hidden');
  builds.deploy('b');
  await builds.runs(tab.page, 'b');
  await tab.desk.ready();
  await tab.desk.customerCalls('agent14', '0661234501');
  await tab.desk.shows('In a call');
  await expect.poll(() => heardEnergy(tab.page)).toBeGreaterThan(0.01);
  expect(await tab.page.evaluate(() => document.visibilityState)).toBe('hidden');
  await tab.page.bringToFront();
  await tab.desk.finish();
});
