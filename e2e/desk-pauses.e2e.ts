import { expect, test } from './desk';

test('a pause asked for in a call is shown as the next one, and taken after it', async ({ desk, page }) => {
  await desk.begin('agent6');
  await desk.talk();
  await desk.button('Pause').click();
  await page.getByRole('combobox', { name: /^Search/ }).fill('обід');
  await page.keyboard.press('Enter');
  await expect(desk.root.getByText('next: Обід')).toBeVisible();
  await desk.hangUp();
  await desk.setCode();
  await desk.shows(/^\s*Pause\s+· Обід/);
  await desk.press('End the pause', 'Pause');
  await desk.shows('Available');
});

test('Force Pause: a call that nothing answered is explained, with what to do', async ({ desk, page }) => {
  // The INVITE never reaches the tab: as if it slept.
  let deaf = true;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!(deaf && String(message).startsWith('INVITE '))) socket.send(message);
    });
  });
  await desk.begin('agent7');
  const words = await desk.watchWords();
  await desk.call('0661234501');
  await desk.shows(/^\s*Pause\s+· Force Pause/, 25_000);
  expect(await words()).toEqual(['Available', 'Dialling', 'Available', 'Pause']);
  expect(desk.wire.states).toContain('STATE_MAKECALL_FAILED');
  await expect(desk.notice).toContainText('A call was not answered here, so Mediatel paused you');

  await test.step('why was that missed?', async () => {
    await desk.notice.getByRole('button').last().click();
    await expect(desk.root.getByRole('heading', { name: /Why was that missed|Sound and line check/ })).toBeVisible();
    await desk.button('Back').click();
  });
  await test.step('the pause is ended, and the next call goes through', async () => {
    deaf = false;
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');
    await desk.talk();
    await desk.finish();
  });
});
