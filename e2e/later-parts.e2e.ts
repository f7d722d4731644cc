import { expect, test } from './desk';

test('parts that the network loses are there once it is back: a page that is opened again, and the title', async ({
  desk,
  page,
  faults,
}) => {
  let isLost = true;
  let lost = 0;
  // The chunk that has the desk's pages, whatever its name.
  await page.route(/\.js$/, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (!isLost || !/\[["'`]mediatel-desk-page/.test(text)) return route.fulfill({ response, body: text });
    lost++;
    return route.abort('internetdisconnected');
  });
  const open = async (): Promise<void> => {
    await desk.openMenu();
    await desk.menuItem('My calls today').click();
  };
  await desk.signIn('agent12');
  await desk.shows('Available');
  await expect.poll(() => lost).toBeGreaterThan(0);
  await open();
  await expect(desk.root.getByText('This could not be loaded.')).toBeVisible();
  expect(await page.title()).not.toMatch(/^● /);

  isLost = false;
  await desk.button('Back').click();
  await open();
  await expect(desk.root.getByRole('heading', { name: 'My calls today' })).toBeVisible();
  await expect(page).toHaveTitle(/^● /);
  await desk.button('Back').click();
  await desk.ready();
  // The browser itself reports the requests that were aborted.
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
