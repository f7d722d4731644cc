import { expect, test } from './desk';
import { withoutPause } from './without-pause';

test('a phone that can’t be fetched is reported, and fetched by one click', async ({ desk, page }) => {
  await withoutPause(page, 'Technical Error');
  let refused = 0;
  let isReachable = false;
  await page.route(/\.js(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const isPhone = (await response.text()).includes('JsSIP');
    if (!isPhone || isReachable) return route.fulfill({ response });
    refused += 1;
    return route.abort('connectionrefused');
  });
  await desk.signIn('agent10');
  await expect(desk.notice).toContainText('The phone could not be loaded');
  expect(refused).toBeGreaterThan(0);

  isReachable = true;
  await desk.notice.getByRole('button', { name: 'Now' }).click();
  await desk.ready();
  await desk.talk('0661234501');
  await desk.finish();
});
